"""Where names begin and end: joining wrapped lines and splitting run-together cells are one scored decision.

Words of the cells of one stretch stand in a row; a name may begin at the first word of a line and wherever a head noun
may start. Each way of cutting them up scores how well its pieces read as whole names (whole.py) and what paper says
of its cuts (gaps.py); dynamic programming finds the best one, for each number of names, so that a printed count can choose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import log

from pipeline import knowledge as know
from pipeline.clean.gaps import Piece, bare_tokens, cut_score
from pipeline.clean.whole import Known, Trait, is_opening, nats, traits
from pipeline.clean.wording import wording
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Word

_CERTAIN = 5.0
_WORST = float("-inf")
_HOPELESS = 12.0  # nats behind the best: no count and no question reaches that far
_LONGEST = 40  # words of a name, where a cut is possible
_NOTHING = -6.0  # a name of marks alone
_UNSURE = 0.3  # least strength of a head noun's beginning
_MOST = 5.0  # nats that two words may say


@dataclass(frozen=True, slots=True)
class Token:
    """A word as names are judged by: its text without marks; `cut` is the score of a name that begins with it."""

    text: str
    word: Word
    piece: int
    cut: float


@dataclass(frozen=True, slots=True)
class Cutting:
    """One way to cut a stretch: the first token of each name, and its score in nats."""

    firsts: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that may share names, and their best cutting for each number of names, the best of all first."""

    pieces: tuple[Piece, ...]
    tokens: tuple[Token, ...]
    cuttings: tuple[Cutting, ...]

    def names(self, cutting: Cutting) -> tuple[tuple[Token, ...], ...]:
        ends = (*cutting.firsts[1:], len(self.tokens))
        return tuple(self.tokens[a:b] for a, b in zip(cutting.firsts, ends, strict=True))


def stretches(pieces: Sequence[Piece], known: Known, lexicon: Lexicon) -> tuple[Stretch, ...]:
    """Part the pieces where a new name begins beyond doubt, and cut each part up."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and cut_score(groups[-1][-1], piece, lexicon) < _CERTAIN:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(_stretch(tuple(group), known, lexicon) for group in groups)


def _stretch(pieces: tuple[Piece, ...], known: Known, lexicon: Lexicon) -> Stretch:
    tokens = tuple(_tokens(pieces, known, lexicon))
    return Stretch(pieces, tokens, _cuttings(tokens, known, lexicon))


def _tokens(pieces: tuple[Piece, ...], known: Known, lexicon: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    for at, piece in enumerate(pieces):
        texts = bare_tokens(piece, lexicon)
        cuts = _inline_cuts([text for text, _ in texts], known, lexicon)
        cuts[0] = cut_score(pieces[at - 1], piece, lexicon) if at else 0.0
        tokens.extend(Token(text, word, at, cuts.get(i, _WORST)) for i, (text, word) in enumerate(texts))
    return tokens


def _inline_cuts(texts: Sequence[str], known: Known, lexicon: Lexicon) -> dict[int, float]:
    """Score of a cut before each word of a line where a name may start, or where a known one starts or ends."""
    return {at: nats(found, known.weights) for at, found in cut_traits(texts, known, lexicon).items()}


def cut_traits(texts: Sequence[str], known: Known, lexicon: Lexicon) -> dict[int, tuple[Trait, ...]]:
    """What speaks for and against a cut before each word of a line where a name may begin."""
    sure = _begins(texts, lexicon)
    for a, b, whole in _known_runs(texts, known):
        sure |= {i: 1.0 for i in ((a, b) if whole else (a,)) if 0 < i < len(texts)}
    spans = _clue_spans(texts, lexicon) if sure else []
    return {at: (("inline", 1.0), ("sure", log(strength)), ("words", _words(texts[at - 1], texts[at])), *_places(at, spans))
            for at, strength in sorted(sure.items())}


def _begins(texts: Sequence[str], lexicon: Lexicon) -> dict[int, float]:
    """The words where a name may begin, by their head nouns, and how surely it begins there."""
    found: dict[int, float] = {}
    last = -1
    for start in sorted(know.head_starts(lexicon, texts), key=lambda start: start.head):
        for at in range(max(1, start.index if start.index > last else last + 1), start.head + 1):
            if not is_opening(texts[at]):
                found[at] = max(found.get(at, _UNSURE), start.strength if at == start.index else _UNSURE)
        last = start.head
    return found


def _words(before: str, after: str) -> float:
    """What the two words say of a name's end between them."""
    return max(-_MOST, min(_MOST, know.boundary(before, after) + 1.5))


def _clue_spans(texts: Sequence[str], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """First and last word of each place or adjective in the line, and which of the two it is."""
    folded = [fold(text).strip(",.;()'") for text in texts]
    spans = []
    for clue in know.clues(lexicon, " ".join(texts)):
        words = clue.words.split()
        at = next((i for i in range(len(folded)) if folded[i : i + len(words)] == words), -1)
        if at >= 0:
            spans.append((at, at + len(words), clue.kind))
    return spans


def _places(at: int, spans: Sequence[tuple[int, int, str]]) -> Iterator[Trait]:
    """A name may end with a place and begin with an adjective; it is never cut inside one (`Phnom / Penh`)."""
    if any(a < at < b for a, b, _ in spans):
        yield "inside_place", 1.0
    ends = any(at == b and kind in ("city", "country", "subdivision") for _, b, kind in spans)
    if ends or any(at == a and kind == "adjective" for a, _, kind in spans):
        yield "place", 1.0


def _known_runs(texts: Sequence[str], known: Known) -> Iterator[tuple[int, int, bool]]:
    """Where words that stand alone, or that open a cell, elsewhere in the edition stand inside this line."""
    folded = [fold(text) for text in texts]
    lengths = _lengths(known)
    for a, word in enumerate(folded):
        for length in lengths.get(word, ()):
            run = " ".join(folded[a : a + length])
            if run in known.names and length < len(texts):
                yield a, a + length, True
            elif a and run in known.openers:
                yield a, a + length, False


@lru_cache(maxsize=4)
def _lengths(known: Known) -> dict[str, tuple[int, ...]]:
    """First word of each known name or opener -> how many words they have."""
    found: dict[str, set[int]] = {}
    for words in (name.split() for name in known.names | known.openers):
        if len(words) > 1:
            found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths)) for first, lengths in found.items()}


def _cuttings(tokens: tuple[Token, ...], known: Known, lexicon: Lexicon) -> tuple[Cutting, ...]:
    """The two best cuttings for each number of names, best score first; none that is hopelessly behind."""
    places = [0, *(i for i, token in enumerate(tokens) if i and token.cut > _WORST), len(tokens)]
    value = _judge(tokens, known, lexicon)
    best: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())]]
    for b in range(1, len(places)):
        reach = [a for a in range(b) if places[b] - places[a] <= _LONGEST or a == b - 1]
        ways = []
        for a in reach:
            worth = value(places[a], places[b])
            ways += [(total + worth, (*firsts, places[a])) for total, firsts in best[a]]
        best.append(_fittest(ways))
    return tuple(Cutting(firsts, total) for total, firsts in best[-1])


def _judge(tokens: tuple[Token, ...], known: Known, lexicon: Lexicon) -> Callable[[int, int], float]:
    """The score of a name from one token to another, its beginning's with it."""
    at = (0, *accumulate(int(bool(token.text)) for token in tokens))
    line = wording(tuple(token.text for token in tokens if token.text), lexicon)

    def value(first: int, end: int) -> float:
        cut = tokens[first].cut if first else 0.0
        if at[first] == at[end]:
            return cut + _NOTHING
        return cut + nats(traits(line, at[first], at[end], known), known.weights)

    return value


def _fittest(ways: Sequence[tuple[float, tuple[int, ...]]]) -> list[tuple[float, tuple[int, ...]]]:
    """The two best ways for each number of names, best first, down to a hopeless distance."""
    taken: Counter[int] = Counter()
    kept: list[tuple[float, tuple[int, ...]]] = []
    for total, firsts in sorted(ways, key=lambda way: (-way[0], way[1])):
        if kept and total < kept[0][0] - _HOPELESS:
            break
        if taken[len(firsts)] < 2:
            taken[len(firsts)] += 1
            kept.append((total, firsts))
    return kept

"""Where names begin and end: joining wrapped lines and splitting run-together cells are one scored decision.

Words of the cells of one stretch stand in a row; a name may begin at the first word of a line and wherever a head noun
may start. Each way of cutting them up scores how well its pieces read as whole names (whole.py) and what paper says
of its cuts (gaps.py); dynamic programming finds the best one, for each number of names, so that a printed count can choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from pipeline import knowledge as know
from pipeline.clean.gaps import Piece, bare_tokens, cut_score
from pipeline.clean.weights import Weights
from pipeline.clean.whole import Known, is_opening, score
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Word

_CERTAIN = 5.0
_WORST = float("-inf")


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
    w, last = known.weights, -1
    cuts: dict[int, float] = {}
    for start in sorted(know.head_starts(lexicon, texts), key=lambda start: start.head):
        for at in range(max(1, start.index if start.index > last else last + 1), start.head + 1):
            sure = start.strength if at == start.index else w.unsure
            if not is_opening(texts[at]):
                cuts[at] = max(cuts.get(at, _WORST), w.inline + log(max(sure, w.unsure)))
        last = start.head
    for a, b, whole in _known_runs(texts, known):
        cuts |= {i: w.inline for i in ((a, b) if whole else (a,)) if 0 < i < len(texts)}
    spans = _clue_spans(texts, lexicon) if cuts else []
    return {at: cut + _places(at, spans, w) + _wording(texts[at - 1], texts[at], w) for at, cut in cuts.items()}


def _wording(before: str, after: str, w: Weights) -> float:
    """What the two words say of a name's end between them."""
    return max(-3.0, min(3.0, w.words * (know.boundary(before, after) + 1.5)))


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


def _places(at: int, spans: Sequence[tuple[int, int, str]], w: Weights) -> float:
    """A name may end with a place and begin with an adjective; it is never cut inside one (`Phnom / Penh`)."""
    inside = any(a < at < b for a, b, _ in spans)
    ends = any(at == b and kind in ("city", "country", "subdivision") for _, b, kind in spans)
    begins = any(at == a and kind == "adjective" for a, _, kind in spans)
    return w.place * (ends or begins) + w.inside_place * inside


def _known_runs(texts: Sequence[str], known: Known) -> Iterator[tuple[int, int, bool]]:
    """Where words that stand alone, or that open a cell, elsewhere in the edition stand inside this line."""
    folded = [fold(text) for text in texts]
    for a in range(len(texts)):
        for b in range(a + 2, min(len(texts), a + 14) + 1):
            run = " ".join(folded[a:b])
            if run in known.names and b - a < len(texts):
                yield a, b, True
            elif a and run in known.openers:
                yield a, b, False


def _cuttings(tokens: tuple[Token, ...], known: Known, lexicon: Lexicon) -> tuple[Cutting, ...]:
    """The two best cuttings for each number of names, best score first."""
    places = [0, *(i for i, token in enumerate(tokens) if i and token.cut > _WORST), len(tokens)]
    texts = [token.text for token in tokens]
    best: list[dict[int, list[Cutting]]] = [{0: [Cutting((), 0.0)]}]
    for b in range(1, len(places)):
        here: dict[int, list[Cutting]] = {}
        for a in range(b):
            first, end = places[a], places[b]
            piece = score(texts[first:end], known, lexicon) + (tokens[first].cut if first else 0.0)
            for count, cuttings in best[a].items():
                here.setdefault(count + 1, []).extend(Cutting((*c.firsts, first), c.score + piece) for c in cuttings)
        best.append({count: _two(cuttings) for count, cuttings in here.items()})
    found = [cutting for cuttings in best[-1].values() for cutting in cuttings]
    return tuple(sorted(found, key=lambda cutting: (-cutting.score, cutting.firsts)))


def _two(cuttings: Sequence[Cutting]) -> list[Cutting]:
    return sorted(cuttings, key=lambda cutting: (-cutting.score, cutting.firsts))[:2]

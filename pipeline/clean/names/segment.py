"""Where names begin and end: joining wrapped lines and splitting run-together cells are one scored decision.

Words of the cells of one stretch stand in a row; a name may begin at the first word of a line and wherever a head noun
may start. Each way of cutting them up scores how well its pieces read as whole names (whole.py) and what paper says
of its cuts (gaps.py); dynamic programming finds the best ones, for each number of names, so that a printed count can
choose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipeline.clean.names.cuts import cuts
from pipeline.clean.names.gaps import cut_score
from pipeline.clean.names.pieces import Piece, bare_tokens
from pipeline.clean.names.whole import Known, Trait, nats, traits, worth_of
from pipeline.clean.names.wording import wording
from pipeline.knowledge import Lexicon
from pipeline.records import Word

_CERTAIN = 5.0
_WORST = float("-inf")
_FORLORN = -8.0  # a cut so bad that no wholeness of the names beside it makes up for it
_HOPELESS = 9.0  # nats behind the best: no count and no question reaches that far
_LONGEST = 30  # words of a name, where a cut is possible
_KEPT = 3  # cuttings kept for each number of names
_UNMARKED = -4.0  # a cut without a bullet where every name has one
_NOTHING = -6.0  # a name of marks alone

Way = tuple[float, tuple[int, ...]]  # score of a cutting so far, and the first token of each of its names
Begin = tuple[float, tuple[Trait, ...]]  # what paper says of a name's beginning in nats, and what the words say
Printed = tuple[str, Word, int, Begin | None]  # text without marks, the word, its piece, whether a name may begin


@dataclass(frozen=True, slots=True)
class Token:
    """A word as names are judged by: its text without marks; `cut` is the score of a name that begins with it."""

    text: str
    word: Word
    piece: int
    cut: float


def print_of(name: Sequence[Token]) -> str:
    """The words of a name with single spaces, without its marks."""
    return " ".join(token.text for token in name if token.text)


@dataclass(frozen=True, slots=True)
class Span:
    """The tokens of one possible name, nats for the paper before it, and the traits of its beginning and its words."""

    first: int
    end: int
    paper: float
    traits: tuple[Trait, ...]


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


def stretches(
    pieces: Sequence[Piece], known: Known, lexicon: Lexicon, anywhere: bool = False
) -> tuple[Stretch, ...]:
    """Part the pieces where a new name begins beyond doubt, and cut each part up; `anywhere` lets every capital begin
    a name."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and cut_score(groups[-1][-1], piece, lexicon) < _CERTAIN:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return tuple(_stretch(tuple(group), known, lexicon, anywhere) for group in groups)


def _stretch(pieces: tuple[Piece, ...], known: Known, lexicon: Lexicon, anywhere: bool) -> Stretch:
    tokens = tuple(_tokens(pieces, known, lexicon, anywhere))
    return Stretch(pieces, tokens, tuple(_by_habit(_cuttings(tokens, known, lexicon, anywhere), pieces, tokens, known)))


def _tokens(pieces: tuple[Piece, ...], known: Known, lexicon: Lexicon, anywhere: bool) -> list[Token]:
    worth = worth_of(known.weights)
    return [Token(text, word, at, _WORST if begin is None else begin[0] + nats(begin[1], worth))
            for text, word, at, begin in _printed(pieces, known, lexicon, anywhere)]


def _printed(
    pieces: Sequence[Piece], known: Known, lexicon: Lexicon, anywhere: bool = False
) -> Iterator[Printed]:
    for at, piece in enumerate(pieces):
        texts = bare_tokens(piece, lexicon)
        inline = cuts([text for text, _ in texts], known, lexicon, anywhere)
        begins: dict[int, Begin] = {i: (_UNMARKED * piece.bulleted, found) for i, found in inline.items()}
        paper = (("line", 1.0), ("paper", cut_score(pieces[at - 1], piece, lexicon))) if at else ()
        begins[0] = (0.0, paper)
        yield from ((text, word, at, begins.get(i)) for i, (text, word) in enumerate(texts))


def _cuttings(tokens: tuple[Token, ...], known: Known, lexicon: Lexicon, anywhere: bool) -> tuple[Cutting, ...]:
    """The best cuttings for each number of names, best score first; none that is hopelessly behind the best of all."""
    forlorn = _WORST if anywhere else _FORLORN
    value = _judge(tokens, known, lexicon)
    best: dict[int, list[Way]] = {0: [(0.0, ())]}
    places = [i for i, token in enumerate(tokens) if i and token.cut > forlorn]
    for end, firsts in _names_by_end(places, len(tokens)):
        best[end] = _fittest([(total + worth, (*before, first)) for first in firsts for worth in (value(first, end),)
                              for total, before in best[first]])
    return tuple(Cutting(firsts, total) for total, firsts in best[len(tokens)])


def _by_habit(
    cuttings: Sequence[Cutting], pieces: Sequence[Piece], tokens: Sequence[Token], known: Known
) -> list[Cutting]:
    """The cuttings, best first, once it is known how often cells hold several names."""
    cell = [pieces[token.piece].part for token in tokens]
    several = (any(at and cell[at] == cell[at - 1] for at in cutting.firsts) for cutting in cuttings)
    found = [Cutting(one.firsts, one.score + known.habit * more) for one, more in zip(cuttings, several, strict=True)]
    return sorted(found, key=lambda cutting: (-cutting.score, cutting.firsts))


def _names_by_end(inner: Sequence[int], length: int) -> Iterator[tuple[int, list[int]]]:
    """Each place where a name may end, in order, and the places where it may have begun."""
    places = [0, *inner, length]
    for at, end in enumerate(places[1:]):
        yield end, [first for i, first in enumerate(places[: at + 1]) if end - first <= _LONGEST or i == at]


def _judge(tokens: tuple[Token, ...], known: Known, lexicon: Lexicon) -> Callable[[int, int], float]:
    """The score of a name from one token to another, its beginning's with it."""
    at = (0, *accumulate(int(bool(token.text)) for token in tokens))
    line = wording(tuple(token.text for token in tokens if token.text), lexicon)
    worth = worth_of(known.weights)

    def value(first: int, end: int) -> float:
        cut = tokens[first].cut if first else 0.0
        if at[first] == at[end]:
            return cut + _NOTHING
        return cut + nats(traits(line, at[first], at[end], known), worth)

    return value


def spans(pieces: Sequence[Piece], known: Known, lexicon: Lexicon) -> Iterator[Span]:
    """Every name that some cutting of lines without marks has, and all that is judged of it; for fitting."""
    printed = list(_printed(pieces, known, lexicon))
    line = wording(tuple(text for text, *_ in printed), lexicon)
    for end, firsts in _names_by_end([i for i, (*_, begin) in enumerate(printed) if i and begin], len(printed)):
        for first in firsts:
            paper, words = printed[first][3] or (0.0, ())
            yield Span(first, end, paper, (*words, *traits(line, first, end, known)))


def _fittest(ways: Sequence[Way]) -> list[Way]:
    """The best ways for each number of names, best first, down to a hopeless distance."""
    taken: Counter[int] = Counter()
    kept: list[Way] = []
    for total, firsts in sorted(ways, key=lambda way: (-way[0], way[1])):
        if kept and total < kept[0][0] - _HOPELESS:
            break
        if taken[len(firsts)] < _KEPT:
            taken[len(firsts)] += 1
            kept.append((total, firsts))
    return kept

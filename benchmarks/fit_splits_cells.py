"""Cells of names run together, with the truth, from names of the Research Organization Registry (ror.org, CC0)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random

from benchmarks.fit_positions import fitted, weighed
from benchmarks.fit_splits_units import units
from benchmarks.mutations.names import CJK, Institution, institutions, spelling, with_unit
from pipeline import knowledge as know
from pipeline.clean.names.pieces import Before, Piece
from pipeline.clean.names.segment import stretches
from pipeline.clean.names.weights import Weights
from pipeline.clean.names.whole import Known, ends_open, opener, starts_inside
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Line, Word

_ALONE = 0.5  # share of the cells that hold one name
_MOST = 5  # names in a cell
_WITH_UNIT = 0.5
_WRAPPED, _ROWS = 0.15, 0.25  # shares of the cells with a line for each name, with a row for each
_EAST_ASIA = ("CN", "HK", "JP", "KR", "MO", "TW")
_CUT = 0.1  # share of the names in rows that are cut over two
_KEPT_UNITS = 8  # units that every other edition names again and again
_CELLS = 40  # cells of an edition


@dataclass(frozen=True, slots=True)
class Cell:
    """What is printed, and the word that each of its names begins with."""

    language: str
    tokens: tuple[str, ...]
    firsts: tuple[int, ...]
    lines: tuple[int, ...] = (0,)  # the word that each printed line begins with
    before: Before = "line"  # what parts the lines


def editions(language: str, count: int, held_out: bool, seed: int) -> Iterator[tuple[Cell, ...]]:
    """The cells of some editions: of the quarter of the records that fits weights, or of the one that measures."""
    rng = Random(f"{language} {held_out} {seed}")
    partners = {iso2: own for iso2, all_ in institutions().items()
                if (own := [one for one in all_ if not fitted(one.record) and weighed(one.record) != held_out])}
    weights = [min(12, len(own)) for own in partners.values()]  # a brochure has few partners in any country
    if language in CJK:  # whose partners' names are in their own script
        weights = [weight * (15 if iso2 in _EAST_ASIA else 1) for iso2, weight in zip(partners, weights, strict=True)]
    for _ in range(count):
        named = rng.sample(units(language), rng.choice((_KEPT_UNITS, len(units(language)))))
        countries = rng.choices(list(partners), weights, k=_CELLS)
        yield tuple(cell for iso2 in countries if (cell := _cell(language, partners[iso2], named, rng)).tokens)


def _cell(language: str, partners: list[Institution], named: list[str], rng: Random) -> Cell:
    size = 1 if rng.random() < _ALONE else rng.randint(2, _MOST)
    chosen = rng.sample(partners, min(size, len(partners)))
    names = [name.text for partner in chosen if (name := spelling(partner, language, rng)) and not _is_slip(name.text)]
    printed = [_printed(name, language, named, rng).split() for name in names]
    words = tuple(word for name in printed for word in name)
    firsts = tuple(accumulate((len(name) for name in printed[:-1]), initial=0)) if printed else ()
    chance = rng.random()
    if chance < _WRAPPED:
        return Cell(language, words, firsts, tuple(_wrapped(printed, rng.randint(24, 50))))
    if chance < _WRAPPED + _ROWS:
        return Cell(language, words, firsts, tuple(_halved(printed, rng)), "row")
    return Cell(language, words, firsts)


def _is_slip(name: str) -> bool:
    """The registry has a few names that are not whole: `Shāndōng Dàxué,`."""
    return ends_open(name.split()) or starts_inside(name.split())


def _wrapped(names: list[list[str]], width: int) -> Iterator[int]:
    """First words of the lines of a narrow cell in which every name begins a line."""
    at = 0
    for name in names:
        room = 0
        for word in name:
            if room <= len(word):
                yield at
                room = width
            room -= len(word) + 1
            at += 1


def _halved(names: list[list[str]], rng: Random) -> Iterator[int]:
    """First words of rows with a name each, but for a few that are cut over two."""
    at = 0
    for name in names:
        yield at
        if len(name) > 1 and rng.random() < _CUT:
            yield at + rng.randrange(1, len(name))
        at += len(name)


def _printed(name: str, language: str, named: list[str], rng: Random) -> str:
    if rng.random() >= _WITH_UNIT:
        return name
    return with_unit(name, rng.choice(named), language)


def pieces(cell: Cell) -> tuple[Piece, ...]:
    """The cell's lines."""
    words = tuple(Word(i, token, 1, 1) for i, token in enumerate(cell.tokens))
    lines = pairwise((*cell.lines, len(words)))
    return tuple(Piece(Line(words[a:b]), cell.before if a else "row", 0, 0) for a, b in lines)


def cut(cell: Cell, known: Known, lexicon: Lexicon) -> tuple[tuple[int, ...], float]:
    """The words that the pipeline lets names begin with, and by how many nats that cutting won."""
    firsts: list[int] = []
    ahead = 99.0
    for stretch in stretches(pieces(cell), known, lexicon):
        firsts += [stretch.tokens[first].word.index for first in stretch.cuttings[0].firsts]
        ahead = min([ahead, *(stretch.cuttings[0].score - other.score for other in stretch.cuttings[1:2])])
    return tuple(firsts), ahead


def known(cells: tuple[Cell, ...], weights: Weights, lexicon: Lexicon) -> Iterator[Known]:
    """For each cell what the edition says elsewhere, read as pipeline.clean.names.units reads it.

    What a cell says itself is left out: it would prove every reading of itself.
    """
    own = [_says(cell, weights, lexicon) for cell in cells]
    names = Counter(name for said, _ in own for name in said)
    openers = Counter(opening for _, opening in own)
    for said, opening in own:
        others = names - Counter(said)
        yield Known(frozenset(others), frozenset(openers - Counter([opening])) - {""}, weights=weights)


def _says(cell: Cell, weights: Weights, lexicon: Lexicon) -> tuple[frozenset[str], str]:
    """The names that a cell shows to stand alone, and the phrase that it opens with."""
    found = stretches(pieces(cell), Known(weights=weights), lexicon)
    texts = [token.text for token in found[0].names(found[0].cuttings[0])[0]]
    text = " ".join(texts)
    alone = {fold(text), fold(text.rpartition(", ")[2])} if len(found) == 1 == len(found[0].cuttings) else set()
    return frozenset(name for name in alone if " " in name), opener(texts)


def lexicon() -> Lexicon:
    """All knowledge, as a run has it."""
    return know.load()

"""Faults inside a cell of names: join, wrap, junk."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from random import Random

from benchmarks.mutations.faults import Applied, pick
from benchmarks.mutations.heads import has_head, shows_cut
from benchmarks.mutations.names import is_latin
from benchmarks.mutations.printed import Piece, Slot, bare, records_of
from benchmarks.mutations.sideways import Rows, Struck

Halves = tuple[tuple[Piece, ...], tuple[Piece, ...]]


def join(rows: Rows, rate: float, rng: Random) -> Struck:
    """All names of a country run together in one cell; unclear where the next has no head noun."""
    groups = [list(group) for _, group in groupby(rows, key=lambda slot: slot.force)]
    several = [i for i, group in enumerate(groups) if len(group) > 1]
    hit = set(pick(several, rate * len(several), rng))
    joined = [[_joined(group)] if i in hit else group for i, group in enumerate(groups)]
    applied = [Applied("join", records_of(joined[i][0]), _blurred(joined[i][0])) for i in sorted(hit)]
    return tuple(slot for group in joined for slot in group), applied


def _joined(group: list[Slot]) -> Slot:
    return replace(group[0], names=tuple(piece for slot in group for piece in slot.names))


def _blurred(slot: Slot) -> tuple[int, ...]:
    # `... Acoustique, STMIK AMIKOM Yogyakarta`: nothing in the words says where the second name begins.
    pairs = ((one, two) for one, two in pairwise(slot.names) if not has_head(two.text))
    return tuple(piece.record for pair in pairs for piece in pair)


def halves(slot: Slot, rng: Random) -> Halves | None:
    """The cell cut in two where a line could end, after a comma or at a word; None if it is too short."""
    cuts = [(i, at) for i, piece in enumerate(slot.names) for at in _cuts(piece.text)]
    cuts += [(i, 0) for i in range(1, len(slot.names))]
    commas = [(i, at) for i, at in cuts if at and slot.names[i].text[at - 1] in ",，、"]
    if not cuts:
        return None
    i, at = rng.choice(commas if commas and rng.random() < 0.5 else cuts)
    piece = slot.names[i]
    first = (Piece(piece.record, piece.text[:at].rstrip()),) if at else ()
    return slot.names[:i] + first, (Piece(piece.record, piece.text[at:].lstrip()), *slot.names[i + 1:])


def _cuts(text: str) -> list[int]:
    if not is_latin(text) and " " not in text:
        return list(range(2, len(text) - 1))  # Chinese and Japanese lines end between any two letters
    return [i for i, char in enumerate(text) if char == " "]


def is_hidden(cut: Halves) -> bool:
    """Whether the cell is cut where a reader would see two names, or between two names."""
    one, two = cut[0][-1], cut[1][0]
    return one.record != two.record or not shows_cut(one.text, two.text)


def blurred_by(cut: Halves) -> tuple[int, ...]:
    """The record whose halves a reader would take for two names, if any."""
    one, two = cut[0][-1], cut[1][0]
    return (one.record,) if one.record == two.record and is_hidden(cut) else ()


def wrap(rows: Rows, rate: float, rng: Random) -> Struck:
    """A name cut over two rows, the second without labels; nothing after it moves."""
    hit = set(pick(range(len(rows)), rate * len(rows), rng))
    done: list[Slot] = []
    applied = []
    for i, slot in enumerate(rows):
        cut = halves(slot, rng) if i in hit else None
        done += [slot] if cut is None else [replace(slot, names=cut[0]), bare(slot, cut[1])]
        if cut:
            applied.append(Applied("wrap", records_of(slot), blurred_by(cut)))
    return tuple(done), applied


def junk(rows: Rows, rate: float, rng: Random) -> Struck:
    """A stray capital before a name, as in `DUniversité`; only where a reader sees that it is stray."""
    places = [(i, j) for i, slot in enumerate(rows) for j in range(len(slot.names))
              if takes_junk(slot.names[j].text)]
    hit = set(pick(places, rate * len(places), rng))
    spoilt = tuple(replace(slot, names=tuple(
        replace(piece, text=stray(piece.text, rng)) if (i, j) in hit else piece
        for j, piece in enumerate(slot.names))) for i, slot in enumerate(rows))
    return spoilt, [Applied("junk", (rows[i].names[j].record,)) for i, j in sorted(hit)]


def stray(text: str, rng: Random) -> str:
    """The name behind a stray capital."""
    return rng.choice("BCDFIKP") + text


def takes_junk(text: str) -> bool:
    """Whether a reader would see a stray capital before it."""
    # `DUniversité` shows its stray letter; `FPT University` would only become another acronym.
    return len(text) > 2 and text[0].isupper() and text[1].islower()

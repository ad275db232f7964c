"""The joints between cells of names: which cells share a name, and how sure that is, once labels have their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.align.align import Alignment
from pipeline.clean.align.counts import Margin
from pipeline.clean.names.elsewhere import known_of
from pipeline.clean.names.segment import Stretch, Token, print_of, stretches
from pipeline.clean.names.unit import Unit
from pipeline.knowledge import Lexicon

_SLIPPED = 4.0  # nats for a joint where names begin to stand a row too low: it is wrapped names that push them
_AGAINST = -4.0  # least margin of a joint that the labels' reading takes against the wording


def joints(units: Sequence[Unit], alignment: Alignment) -> tuple[float, ...]:
    """For each unit the nats by which it reads as a new name rather than as the rest of the one above."""
    owner, printed = alignment.reading.owner, alignment.printed
    slips = [False, *(owner[i] == owner[i + 1] and printed[i] == owner[i] and printed[i + 1] > owner[i + 1]
                      for i in range(len(units) - 1))]
    return tuple(unit.apart - _SLIPPED * slips[i] for i, unit in enumerate(units))


def joined(
    units: Sequence[Unit], owner: Sequence[int], apart: Sequence[float], lexicon: Lexicon
) -> Iterator[tuple[int, tuple[Stretch, ...]]]:
    """The stretches to read, each group with its first unit: cells that share a label and a name become one."""
    known = known_of(units, lexicon)
    ends = [i for i in range(1, len(units)) if owner[i] != owner[i - 1] or apart[i] >= 0]
    for first, end in pairwise([0, *ends, len(units)] if units else []):
        pieces = tuple(piece for unit in units[first:end] for piece in unit.pieces)
        yield first, units[first].stretches if end == first + 1 else stretches(pieces, known, lexicon)


def members(stretch: Stretch, name: Sequence[Token]) -> range:
    """The units that a name stands in."""
    return range(stretch.pieces[name[0].piece].part, stretch.pieces[name[-1].piece].part + 1)


def margin(units: Sequence[Unit], owner: Sequence[int], apart: Sequence[float], own: range) -> Margin:
    """How far the least certain joint above, inside or below a name's units is ahead of its other reading, and that
    reading in words: its lines with a bar between them, or without one."""
    found = [(_ahead(owner, apart, i), i) for i in range(own.start, own.stop + 1) if 0 < i < len(units)]
    if not found:
        return Margin()
    ahead, least = min(found)
    bar = " | " if _shared(owner, apart, least) else " "
    return Margin(ahead, print_of(units[least - 1].names[-1]) + bar + print_of(units[least].names[0]))


def _shared(owner: Sequence[int], apart: Sequence[float], at: int) -> bool:
    return owner[at] == owner[at - 1] and apart[at] < 0


def _ahead(owner: Sequence[int], apart: Sequence[float], at: int) -> float:
    return -apart[at] if _shared(owner, apart, at) else max(_AGAINST, apart[at])

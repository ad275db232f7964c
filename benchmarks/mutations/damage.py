"""A clean edition, rates and a seed become a damaged text with its truth; the same in, the same out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from random import Random

from benchmarks.mutations import cells, lines, lists, sideways
from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.fair import undecidable
from benchmarks.mutations.faults import Applied, Faults
from benchmarks.mutations.printed import render, slots


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged dump, the rows that are right for it, what was done, and what no reader could undo."""

    name: str
    language: str
    text: str
    truth: tuple[Record, ...]
    applied: tuple[Applied, ...]
    undecidable: frozenset[int]


def damage(edition: CleanEdition, faults: Faults, seed: int) -> Damaged:
    """Each fault in turn, from the meaning outwards: names, rows, pages, and last the tabs.

    A lost row leaves the truth, but for its country; a doubled one stands in it once.
    """
    rng = Random(f"{edition.name}-{seed}")
    rows, applied = slots(edition), list[Applied]()
    order = (
        ("join", cells.join), ("lose", lines.lose), ("double", lines.double), ("junk", cells.junk),
        ("wrap", cells.wrap), ("slide", lines.slide), ("strand", lines.strand),
        ("page", partial(lines.page, dates=edition.dates)), ("stretch", sideways.stretch),
        ("squeeze", sideways.squeeze), ("pull", sideways.pull), ("push", sideways.push),
        ("trail", sideways.trail),
    )
    for name, strike in order:
        rows, struck = strike(rows, getattr(faults, name), rng)
        applied += struck
    listed, struck = lists.break_lines(lists.entries(edition), faults.linebreak, rng)
    applied += struck
    listed, struck = lists.junk(listed, faults.junk, rng)
    applied += struck
    gone = {record for fault in applied if fault.fault == "lose" for record in fault.records}
    truth = tuple(record for record in edition.records if record.id not in gone)
    text = render(edition, rows, lists.render(edition, listed))
    return Damaged(f"{edition.name}-{seed}", edition.language, text, truth, tuple(applied),
                   undecidable(edition, rows, applied))

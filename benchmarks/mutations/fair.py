"""Which rows of a damaged edition no careful reader could be sure of: they are measured apart.

Flagging such a row is right, keeping silent about a wrong one is not.
"""

from __future__ import annotations

from benchmarks.mutations.clues import speaks
from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.faults import Applied
from benchmarks.mutations.printed import Labels, Slot, truth_of


def undecidable(edition: CleanEdition, rows: tuple[Slot, ...], applied: list[Applied]) -> frozenset[int]:
    """Ids of the records that the print gives no ground to restore."""
    printed = _printed(rows)
    slid = [_lost_in_slide(edition, printed, fault) for fault in applied if fault.fault == "slide"]
    unclear = [fault.unclear for fault in applied]
    return frozenset(record for records in (*slid, *unclear) for record in records)


def _printed(rows: tuple[Slot, ...]) -> dict[int, Labels]:
    """The labels beside which each record's name begins."""
    return {piece.record: slot.force for slot in reversed(rows) for piece in reversed(slot.names)}


def _lost_in_slide(edition: CleanEdition, printed: dict[int, Labels], slide: Applied) -> list[int]:
    """A slide shows where its cut shows and one name speaks; else only from the first name that speaks."""
    truth, codes = truth_of(edition), {record.country: record.iso2 for record in edition.records}
    moved = [truth[i] for i in slide.records if i in printed and printed[i] != _true(edition, truth[i])]
    telling = [i for i, record in enumerate(moved) if speaks(record, codes[printed[record.id][2]])]
    first = telling[0] if telling else len(moved)
    return [] if telling and not slide.unclear else [record.id for record in moved[:first]]


def _true(edition: CleanEdition, record: Record) -> Labels:
    return edition.heading(record), record.zone, record.country

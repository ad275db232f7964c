"""Which rows of a damaged edition no careful reader could be sure of: they are measured apart.

Flagging such a row is right, keeping silent about a wrong one is not.
"""

from __future__ import annotations

from itertools import groupby

from benchmarks.mutations.clues import speaks
from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.faults import Applied
from benchmarks.mutations.printed import Labels, Slot, truth_of


def undecidable(edition: CleanEdition, rows: tuple[Slot, ...], applied: list[Applied]) -> frozenset[int]:
    """Ids of the records that the print gives no ground to restore."""
    moved = _moved(edition, rows)
    gaps = {record for fault in applied if fault.fault == "lose" for record in fault.records}
    slid = [unread(fault, moved, gaps) for fault in applied if fault.fault == "slide"]
    unclear = [fault.unclear for fault in applied]
    return frozenset(record for records in (*slid, *unclear) for record in records)


def _moved(edition: CleanEdition, rows: tuple[Slot, ...]) -> dict[int, bool]:
    """The records whose names begin beside labels not theirs, and whether each speaks against those."""
    truth, codes = truth_of(edition), {record.country: record.iso2 for record in edition.records}
    printed = {piece.record: slot.force for slot in reversed(rows) for piece in reversed(slot.names)}
    return {i: speaks(truth[i], codes[labels[2]]) for i, labels in printed.items()
            if labels != _true(edition, truth[i])}


def unread(slide: Applied, moved: dict[int, bool], gaps: set[int]) -> list[int]:
    """A slide shows as a whole where its cut shows and one name speaks, else from the first name that speaks.

    A lost row in its way could have ended it: after that a name has to speak again.
    """
    unread: list[int] = []
    hidden = slide.hidden
    for stretch in _between_gaps([i for i in slide.records if i in moved], gaps):
        telling = next((n for n, i in enumerate(stretch) if moved[i]), None)
        unread += stretch if telling is None else stretch[:telling] if hidden else []
        hidden = True
    return unread


def _between_gaps(records: list[int], gaps: set[int]) -> list[list[int]]:
    """Ids follow the printed order, so a gap lies between two of them where a lost one does."""
    stretches = groupby(records, key=lambda i: sum(gap < i for gap in gaps))
    return [list(stretch) for _, stretch in stretches]


def _true(edition: CleanEdition, record: Record) -> Labels:
    return edition.heading(record), record.zone, record.country

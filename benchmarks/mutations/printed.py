"""An edition as rows of a printed table, and their text: the state that damage works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.mutations.edition import CleanEdition, Record

Labels = tuple[str, str, str]  # department, zone, country


@dataclass(frozen=True, slots=True)
class Piece:
    """A name, or a half of one, in a cell; `record` says whose."""

    record: int
    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One printed row: the labels printed on it, those in force on it, and the names beside them.

    `lead` tabs stand before the first cell (None: as many as its column asks for), `gap` further ones before
    the names, `trail` after the row. `breaks` is the date line that ends a page before the row.
    """

    labels: Labels
    force: Labels
    names: tuple[Piece, ...]
    lead: int | None = None
    gap: int = 0
    trail: int = 0
    breaks: str = ""

    @property
    def text(self) -> str:
        """The cell of names as printed."""
        return " ".join(piece.text for piece in self.names)

    @property
    def column(self) -> int:
        """The first filled column, 0 to 3."""
        return next((i for i, label in enumerate(self.labels) if label), 3)


def slots(edition: CleanEdition) -> tuple[Slot, ...]:
    """One row an agreement of the departments, each label printed where it changes."""
    rows, before = [], ("", "", "")
    for record in edition.records:
        if record.level == "department":
            force = (edition.heading(record), record.zone, record.country)
            rows.append(Slot(_news(before, force), force, (Piece(record.id, record.institution),)))
            before = force
    return tuple(rows)


def _news(before: Labels, force: Labels) -> Labels:
    first = next((i for i in range(3) if before[i] != force[i]), 3)
    department, zone, country = (label if i >= first else "" for i, label in enumerate(force))
    return department, zone, country


def bare(slot: Slot, names: tuple[Piece, ...]) -> Slot:
    """A row of names under `slot` with no label printed."""
    return replace(slot, labels=("", "", ""), names=names, breaks="")


def records_of(*rows: Slot) -> tuple[int, ...]:
    """Whose names stand in the rows, in order, each once."""
    return tuple(dict.fromkeys(piece.record for slot in rows for piece in slot.names))


def render(edition: CleanEdition, rows: tuple[Slot, ...], listing: Sequence[str] = ()) -> str:
    """The edition as a dump: its list, then tabs between cells, header and date line round each page."""
    header = "\t".join(edition.header)
    lines = [*listing, "", "", edition.title, "", header]
    for slot in rows:
        if slot.breaks:
            lines += ["", slot.breaks, "", header]
        lines.append(_line(slot))
    return "\n".join([*lines, "", edition.dates[0]]) + "\n"


def _line(slot: Slot) -> str:
    first = slot.column
    cells = [*slot.labels[first:], "\t" * slot.gap + slot.text]
    return "\t" * (first if slot.lead is None else slot.lead) + "\t".join(cells) + "\t" * slot.trail


def truth_of(edition: CleanEdition) -> dict[int, Record]:
    """The records by their id."""
    return {record.id: record for record in edition.records}

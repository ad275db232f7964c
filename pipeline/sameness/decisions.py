"""What people ruled on pairs of institutions: the rows of `corrections/institutions.csv`, for good."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = "institutions.csv"
COLUMNS = ("left", "left_country", "right", "right_country", "decision", "reason", "author", "date")


class BadDecisions(ValueError):
    """The file cannot be read as decisions; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: the two names are the `same` institution or `different` ones. An empty country fits any."""

    left: str
    left_country: str
    right: str
    right_country: str
    decision: str
    reason: str
    author: str
    date: str
    row: int

    @property
    def by(self) -> str:
        """How tables name it."""
        return f"correction:{self.author}, {self.date}"

    @property
    def place(self) -> str:
        """Where a person finds it."""
        return f"corrections/{FILE}, row {self.row} ({self.author}, {self.date})"


def read_decisions(folder: Path) -> tuple[Decision, ...]:
    """The decisions in a folder of corrections, in order; none where there is no file. Raises `BadDecisions`."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_decisions(list(csv.reader(file, strict=True)), path))
    except UnicodeDecodeError as error:
        raise BadDecisions(f"{path} is not UTF-8 text. Save it as CSV in UTF-8.") from error
    except csv.Error as error:
        raise BadDecisions(f"{path} is no CSV: {error}. Save it as CSV, with commas.") from error


def _decisions(rows: Sequence[Sequence[str]], path: Path) -> Iterator[Decision]:
    written = [(number, [value.strip() for value in row]) for number, row in enumerate(rows, 1) if any(row)]
    if not written:
        return
    (_, header), *rest = written
    if sorted(header) != sorted(COLUMNS):
        raise BadDecisions(f"{path} must have the columns {', '.join(COLUMNS)}; it has {', '.join(header)}.")
    for number, row in rest:
        if len(row) != len(header):
            raise BadDecisions(f"{path}, row {number}: {len(row)} values for {len(header)} columns. Quote commas.")
        said = dict(zip(header, row, strict=True))
        if said["decision"] not in ("same", "different"):
            raise BadDecisions(f"{path}, row {number}: the decision is “{said['decision']}”; write same or different.")
        yield Decision(**said, row=number)

"""What people ruled on agreements: the rows of `corrections/agreements.csv`.

A ruling names the row it is for by what the edition prints (department, country, institution), never by a
number, and carries the value it was made against, so that it can tell when it is out of date.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

FILE = "agreements.csv"
ACTIONS = ("set", "confirm", "drop", "add")


class NoRulings(Exception):
    """The file cannot be read as rulings at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One row of the file, as written.

    `set` gives `field` the `value` where it has the `expected` one; `confirm` says that the row is right as
    it is; `drop` removes it, and `add` adds it. Where `expected` is the text of a reject, `drop` without an
    institution settles the reject, and `add` makes its words the row's.
    """

    edition: str
    department: str
    country: str
    institution: str
    action: str
    field: str
    expected: str
    value: str
    reason: str
    author: str
    date: str

    @property
    def by(self) -> str:
        """How tables name it."""
        return f"correction:{self.author}, {self.date}"

    @property
    def text(self) -> str:
        """The row on one line."""
        return " | ".join(value for name in COLUMNS if (value := getattr(self, name)))


COLUMNS = tuple(field.name for field in fields(Ruling))


def read_rulings(folder: Path) -> tuple[Ruling, ...]:
    """The rulings in a folder of corrections, in order; none where there is no file.

    Raises `NoRulings` for a file that is not UTF-8, or whose columns are not `COLUMNS`.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            # Spreadsheets of countries with a decimal comma save CSV with semicolons.
            delimiter = ";" if file.readline().count(";") else ","
            file.seek(0)
            return tuple(_rulings(csv.reader(file, delimiter=delimiter, strict=True), path))
    except UnicodeDecodeError as error:
        raise NoRulings(f"{path} is not UTF-8 text. Save it as CSV in UTF-8.") from error
    except csv.Error as error:
        raise NoRulings(f"{path} is no CSV: {error}. Save it as CSV, with commas.") from error


def _rulings(rows: Iterable[list[str]], path: Path) -> Iterable[Ruling]:
    header: tuple[str, ...] | None = None
    for number, row in enumerate(rows, 1):
        if not any(value.strip() for value in row):
            continue
        if header is None:
            header = tuple(name.strip() for name in row)
            if sorted(header) != sorted(COLUMNS):
                raise NoRulings(
                    f"{path} must have the columns {', '.join(COLUMNS)}; it has {', '.join(header)}."
                )
        elif len(row) != len(header):
            raise NoRulings(
                f"{path}, row {number}: {len(row)} values for {len(header)} columns. Quote commas."
            )
        else:
            yield Ruling(**dict(zip(header, (value.strip() for value in row), strict=True)))

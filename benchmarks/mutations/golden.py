"""The golden edition printed clean: its rows as a person read them, as a dump without a fault."""

from __future__ import annotations

import csv
from pathlib import Path

from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.wording import wording

GOLDEN = Path(__file__).parents[2] / "tests" / "golden" / "conventions-2008-fr.tsv"


def golden(path: Path = GOLDEN) -> CleanEdition:
    """The French edition of 2008, both levels."""
    with path.open(encoding="utf-8", newline="") as file:
        records = tuple(_record(i, row) for i, row in enumerate(csv.DictReader(file, delimiter="\t")))
    words = wording("fr")
    return CleanEdition(
        "golden-2008-fr", "fr", "Conventions entre départements",
        words.header, words.dates,
        records, list_title=words.list_title, legend=words.legend)


def _record(i: int, row: dict[str, str]) -> Record:
    return Record(
        i, "university" if row["level"] == "university" else "department", row["department"],
        int(row["declared"]) if row["declared"] else None, row["zone"], row["country"], row["iso2"],
        row["institution"], waiver=row["waiver"] == "1" if row["waiver"] else None)

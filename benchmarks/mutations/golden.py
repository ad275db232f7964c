"""The golden edition printed clean: its rows as a person read them, as a dump without a fault."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

from benchmarks.mutations.edition import CleanEdition, Record

GOLDEN = Path(__file__).parents[2] / "tests" / "golden" / "conventions-2008-fr.tsv"


def golden(path: Path = GOLDEN) -> CleanEdition:
    """The French edition of 2008, both levels."""
    with path.open(encoding="utf-8", newline="") as file:
        records = tuple(_record(i, row) for i, row in enumerate(csv.DictReader(file, delimiter="\t")))
    return CleanEdition(
        "golden-2008-fr", "fr", "Conventions entre départements",
        ("Départements", "Zones", "Pays et régions", "Établissements"), ("(Juin 2008)", "(Juin 2007)"),
        records, preamble=_university_list(records))


def _record(i: int, row: dict[str, str]) -> Record:
    return Record(
        i, "university" if row["level"] == "university" else "department", row["department"],
        int(row["declared"]) if row["declared"] else None, row["zone"], row["country"], row["iso2"],
        row["institution"], waiver=row["waiver"] == "1" if row["waiver"] else None)


def _university_list(records: tuple[Record, ...]) -> str:
    lines = ["", "", "Conventions interuniversitaires"]
    listed = [record for record in records if record.level == "university"]
    for country, partners in groupby(listed, key=lambda record: record.country):
        lines += ["", country, "", *("*" * bool(record.waiver) + record.institution for record in partners)]
    legend = "désigne les établissements avec lesquels un accord mutuel d'exonération des frais a été conclu."
    return "\n".join([*lines, "", f"(*) {legend}", ""])

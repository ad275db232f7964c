"""The peer: what a grid tool and a fill-down make of a dump, by column alone and without a doubt."""

from __future__ import annotations

import re

from benchmarks.mutations.edition import CleanEdition, Record
from pipeline.records import Agreement, Cleaned


def fill_down(edition: CleanEdition, text: str) -> Cleaned:
    """Four columns by their tabs, labels filled down; header and lines without a tab left out."""
    codes = {record.country: record.iso2 for record in edition.records}
    labels, rows = ["", "", ""], list[Agreement]()
    for line in text.split("\n"):
        cells = line.rstrip("\t").split("\t")
        if len(cells) < 2 or cells[0] == edition.header[0]:
            continue
        printed = [*cells, "", "", "", ""][:4]
        first = next((i for i in range(3) if printed[i]), 3)
        labels = [*labels[:first], *printed[first:3]]
        rows.append(_row(labels, printed[3], codes))
    return Cleaned(edition.name, tuple(row for row in rows if row.institution))


def _row(labels: list[str], name: str, codes: dict[str, str]) -> Agreement:
    department = re.sub(r"\s*[(（]\d+[)）]$", "", labels[0])
    return Agreement("", "", "department", department, labels[1], None, labels[2], codes.get(labels[2]), name,
                     None, None)


def tabular(truth: tuple[Record, ...]) -> tuple[Record, ...]:
    """The truth of the table alone: such a tool reads no list."""
    return tuple(record for record in truth if record.level == "department")

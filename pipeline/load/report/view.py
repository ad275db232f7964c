"""What the report's page shows: the rows of the tables, each with the lines around it and what to do."""

from __future__ import annotations

import csv
import io
from base64 import b64encode
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pipeline.codes import CATALOGUE
from pipeline.load.counts import STATUSES
from pipeline.load.explain import place
from pipeline.load.rows import Rows
from pipeline.load.schema import Row
from pipeline.load.summary import COLUMNS, waits

AROUND = 2
"""So many lines above and below stand with a row, so that a person sees it in its place."""

MOST = 2_000
"""So many rows of a kind are shown: a page of ten thousands opens in no browser. The tables have all."""

Place = tuple[str, int]
"""An edition and a page of it."""

Pictures = Mapping[Place, bytes]


@dataclass(frozen=True, slots=True)
class Context:
    """A source line beside a row; `own` where its words stand in the row."""

    number: int
    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """The ledger's lines by edition and page, in order."""

    lines: Mapping[Place, list[Row]]

    def around(self, identity: str, at: Place, first: int, last: int) -> list[Context]:
        """The lines `first` to `last` of a page and those around them."""
        here = self.lines.get(at, [])
        start = bisect_left(here, first, key=_number) - AROUND
        end = bisect_right(here, last, key=_number) + AROUND
        return [
            Context(line["line"], line["text"], identity in line["ids"]) for line in here[max(0, start) : end]
        ]


def shown(made: Rows, found: Mapping[str, Any], pictures: Pictures) -> dict[str, Any]:
    """Everything that the page's template names."""
    pages = _pages(made["ledger"])
    return {
        "found": found,
        "columns": COLUMNS,
        "waiting": list(waits(found["needs_person"])),
        "counts": sorted(made["reconciliation"], key=lambda row: -STATUSES.index(row["status"])),
        "reviews": list(islice(_reviews(made["agreements"], pages), MOST)),
        "rejects": list(islice(_rejects(made["rejects"], pages, pictures), MOST)),
        "repairs": list(islice(_repairs(made), MOST)),
        "merges": made["duplicates"][:MOST],
        "questions": made["questions"][:MOST],
        "agreements": made["agreements"][:MOST],
        "totals": {
            "reviews": found["needs_person"]["review"],
            **{name: len(rows) for name, rows in made.items()},
        },
        "titles": {code.code: code.title for code in CATALOGUE.values()},
    }


def ruling(row: Row, action: str) -> str:
    """The line of corrections/agreements.csv that rules on a row or reject; words in capitals stand open."""
    line = io.StringIO()
    institution = row.get("institution", "INSTITUTION" if action == "add" else "")
    country = row["country"] or ("COUNTRY" if action == "add" else "")
    key = (row["edition"], row["department"], country, institution)
    told = ("", row.get("text", ""), "", "REASON", "AUTHOR", "DATE")
    csv.writer(line, lineterminator="").writerow([*key, action, *told])
    return line.getvalue()


def _reviews(agreements: Iterable[Row], pages: Pages) -> Iterator[Row]:
    for row in agreements:
        if row["needs_review"]:
            at = (row["edition"], row["page"])
            around = pages.around(row["agreement_id"], at, row["line_first"], row["line_last"])
            yield row | {"where": place(row), "context": around, "confirm": ruling(row, "confirm")}


def _rejects(rejects: Iterable[Row], pages: Pages, pictures: Pictures) -> Iterator[Row]:
    for row in rejects:
        at = (row["edition"], row["page"])
        first, last = row["lines"] or (0, 0)
        around = pages.around(row["reject_id"], at, first, last) if first else []
        picture = b64encode(pictures[at]).decode() if at in pictures else None
        in_force = [row[name] for name in ("department", "zone", "country") if row[name]]
        rulings = [ruling(row, action) for action in ("add", "drop")] if row["text"] and first else []
        yield row | {
            "where": place(row),
            "context": around,
            "in_force": in_force,
            "picture": picture,
            "rulings": rulings,
        }


def _repairs(made: Rows) -> Iterator[Row]:
    institution = {row["agreement_id"]: row["institution"] for row in made["agreements"]}
    for row in made["repairs"]:
        yield row | {"institution": institution.get(row["agreement_id"], "")}


def _pages(ledger: Iterable[Row]) -> Pages:
    lines: dict[Place, list[Row]] = defaultdict(list)
    for row in ledger:
        lines[row["edition"], row["page"]].append(row)
    return Pages(lines)


def _number(line: Row) -> int:
    number: int = line["line"]
    return number

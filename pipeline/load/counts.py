"""What a run found, in numbers: for `run.json`, the terminal and the report."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pipeline.load.rows import Rows
from pipeline.load.schema import Row

STATUSES = ("match", "short", "over")


def counts(rows: Rows, editions: list[str]) -> dict[str, Any]:
    """Numbers an edition, and of all of them together."""
    return {
        "editions": {edition: _of_edition(rows, edition) for edition in editions},
        "institutions": len(rows["institutions"]),
        "questions": len(rows["questions"]) - len(misfits(rows)),
        "needs_person": needs_person(rows),
    }


def needs_person(rows: Rows) -> dict[str, int]:
    """How many things wait for a person, by kind; all zero where the output is clean.

    Questions about institutions are not among them: an answer makes the output richer, not cleaner.
    """
    return {
        "review": sum(row["needs_review"] for row in rows["agreements"]),
        "rejects": len(rows["rejects"]),
        "counts": sum(row["status"] != "match" for row in rows["reconciliation"]),
        "decisions": len(misfits(rows)),
    }


def misfits(rows: Rows) -> list[Row]:
    """Questions about decisions that fit no institution: they name none."""
    return [row for row in rows["questions"] if not row["left_id"]]


def _of_edition(rows: Rows, edition: str) -> dict[str, int]:
    of = {name: [row for row in table if row.get("edition") == edition] for name, table in rows.items()}
    statuses = Counter(row["status"] for row in of["reconciliation"])
    return {
        "agreements": len(of["agreements"]),
        "review": sum(row["needs_review"] for row in of["agreements"]),
        "rejects": len(of["rejects"]),
        "repairs": len(of["repairs"]),
        "merged": sum(row["kind"] == "row" for row in of["duplicates"]),
        "lines": len(of["ledger"]),
    } | {status: statuses[status] for status in STATUSES}

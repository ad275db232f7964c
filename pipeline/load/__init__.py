"""Load: the records of a run become tables, a data package, a report and an account. It changes no value."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pipeline
from pipeline.load.account import account, signature, unchanged, write_account
from pipeline.load.counts import counts
from pipeline.load.laws import LawBroken, hold
from pipeline.load.package import write_package
from pipeline.load.place import Busy, claim, draft, publish
from pipeline.load.report import write_report
from pipeline.load.rows import Rows, rows
from pipeline.load.schema import TABLES
from pipeline.load.tables import write_table
from pipeline.records import Result

__all__ = [
    "Busy",
    "LawBroken",
    "checked_rows",
    "claim",
    "draft",
    "publish",
    "signature",
    "unchanged",
    "write",
]


def checked_rows(result: Result) -> Rows:
    """The rows of every table. Raises `LawBroken` where the result breaks a law."""
    hold(result)
    return rows(result)


def write(
    made: Rows, signed: Mapping[str, Any], seconds: Mapping[str, float], folder: Path
) -> dict[str, Any]:
    """Writes everything into `folder` and gives the account; `seconds` are those of the stages before."""
    start = time.perf_counter()
    editions = sorted({row["edition"] for name in ("ledger", "rejects") for row in made[name]})
    found = counts(made, editions)
    for table in TABLES:
        write_table(table, made[table.name], folder)
    write_package(folder, pipeline.__version__)
    write_report(made, found, folder / "report.html")
    told = account(signed, found, {**seconds, "load": time.perf_counter() - start}, folder)
    write_account(told, folder)
    return told

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
from pipeline.load.report import Pictures, write_report
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


def load(
    result: Result, pictures: Pictures, signed: Mapping[str, Any], seconds: Mapping[str, float], output: Path
) -> dict[str, Any]:
    """Puts a result in the place of the last output, and gives the account of the run.

    `pictures` are JPEGs of pages by edition and number, `signed` is the run's signature, `seconds` are those
    of the stages before. Raises `LawBroken` where the result breaks a law; nothing is written then.
    """
    start = time.perf_counter()
    hold(result)
    made = rows(result)
    found = counts(made, editions(result))
    folder = draft(output)
    write(made, found, pictures, folder)
    told = account(signed, found, {**seconds, "load": time.perf_counter() - start}, folder)
    write_account(told, folder)
    publish(output)
    return told


def write(made: Rows, found: Mapping[str, Any], pictures: Pictures, folder: Path) -> None:
    """Writes the tables, the data package and the report into `folder`."""
    for table in TABLES:
        write_table(table, made[table.name], folder)
    write_package(folder, pipeline.__version__)
    write_report(made, found, pictures, folder / "report.html")


def editions(result: Result) -> list[str]:
    """The editions of a run, with those that could not be read."""
    read = {document.edition for document in result.documents}
    return sorted(read | {reject.edition for reject in result.unread})

"""Rows become files: Parquet and CSV, the same rows in the same order, the same bytes from the same rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from pipeline.load.arrow import write_parquet
from pipeline.load.schema import Column, Row, Table


def write_table(table: Table, rows: list[Row], folder: Path) -> None:
    """Writes `<name>.parquet` and `<name>.csv` into `folder`."""
    write_parquet(table, rows, folder / f"{table.name}.parquet")
    write_csv(table, rows, folder / f"{table.name}.csv")


def write_csv(table: Table, rows: list[Row], path: Path) -> None:
    """Writes rows as CSV (RFC 4180 quoting, line feeds): nulls empty, lists and maps as JSON."""
    with path.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(column.name for column in table.columns)
        out.writerows([cell(row[c.name], c) for c in table.columns] for row in rows)


def cell(value: Any, column: Column) -> str:
    """One value as it stands in the CSV."""
    if value is None:
        return ""
    if column.type in ("strings", "integers", "map", "boxes"):
        return json.dumps(value, ensure_ascii=False, sort_keys=False)
    return ("false", "true")[value] if column.type == "boolean" else str(value)

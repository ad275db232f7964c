"""`datapackage.json`: what every file and column is, by the Frictionless Data Package specification (v1)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.load.schema import TABLES, Column, Table

_FRICTIONLESS = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "strings": "array",
    "integers": "array",
    "map": "object",
    "boxes": "array",
}


def data_package(version: str) -> dict[str, Any]:
    """The descriptor of the output folder's tables; the same for every run of one version."""
    return {
        "profile": "tabular-data-package",
        "name": "exchange-agreements",
        "title": "Exchange agreements read from brochure editions",
        "version": version,
        "resources": [resource(table) for table in TABLES],
    }


def resource(table: Table) -> dict[str, Any]:
    """One table. Its Parquet file is named in words: validators stumble over lists in Parquet."""
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "description": f"One row: {table.one_row}. {table.name}.parquet has the same rows and columns.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": _schema(table),
    }


def write_package(folder: Path, version: str) -> None:
    """Writes `datapackage.json` into `folder`."""
    text = json.dumps(data_package(version), ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def _schema(table: Table) -> dict[str, Any]:
    key = {"primaryKey": list(table.key)} if table.key else {}
    return {"fields": [_field(column) for column in table.columns], "missingValues": [""]} | key


def _field(column: Column) -> dict[str, Any]:
    # An empty text and a null look alike in a CSV, so only values that are never empty are called required.
    required = {"constraints": {"required": True}} if not column.null and column.type != "string" else {}
    return {"name": column.name, "type": _FRICTIONLESS[column.type], "description": column.meaning} | required

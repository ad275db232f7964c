"""Rows become Parquet and come back: the one place that knows the Parquet library."""

# pyarrow is typed in part only and exports by assignment, which strict checking takes for private.
# mypy: disable-error-code="attr-defined,name-defined,no-untyped-call"

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.load.schema import Column, Row, Table

_BOX = pa.struct([pa.field(side, pa.float64(), nullable=False) for side in ("x0", "top", "x1", "bottom")])
_ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "strings": pa.list_(pa.string()),
    "integers": pa.list_(pa.int32()),
    "map": pa.map_(pa.string(), pa.string()),
    "boxes": pa.list_(_BOX),
}


def arrow_schema(table: Table) -> pa.Schema:
    """The table's schema, with each column's meaning as its metadata."""
    return pa.schema(
        [
            pa.field(c.name, _ARROW[c.type], nullable=c.null, metadata={"description": c.meaning})
            for c in table.columns
        ]
    )


def write_parquet(table: Table, rows: list[Row], path: Path) -> None:
    """Writes rows as Parquet; format, version and compression are fixed, so that bytes are."""
    columns = [pa.array([_arrow(row[c.name], c) for row in rows], _ARROW[c.type]) for c in table.columns]
    made = pa.Table.from_arrays(columns, schema=arrow_schema(table))
    pq.write_table(made, path, version="2.6", compression="zstd", data_page_version="1.0")


def rows_of(path: Path) -> list[Row]:
    """The rows of a Parquet file. Raises `OSError` or `ValueError` (pyarrow's are both) for what is none."""
    rows: list[Row] = pq.read_table(path).to_pylist(maps_as_pydicts="strict")
    return rows


def _encodable(value: Any) -> Any:
    """Half a surrogate pair, which broken PDFs yield, has no UTF-8 form: it stands as `\\udc80` then."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode("utf-8")
        case dict():
            return {_encodable(name): _encodable(one) for name, one in value.items()}
        case list():
            return [_encodable(one) for one in value]
    return value


def _arrow(value: Any, column: Column) -> Any:
    encodable = _encodable(value)
    return list(encodable.items()) if column.type == "map" else encodable

"""Rows become Parquet and come back: the one place that knows the Parquet library."""

# pyarrow is typed in part only and exports by assignment, which strict checking takes for private.
# mypy: disable-error-code="attr-defined,name-defined,no-untyped-call"

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.json
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
_PAIRS = pa.list_(pa.struct([("key", pa.string()), ("value", pa.string())]))
_LONE = re.compile("[\ud800-\udfff]")


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
    pq.write_table(_made(table, rows), path, version="2.6", compression="zstd", data_page_version="1.0")


def rows_of(path: Path) -> list[Row]:
    """The rows of a Parquet file. Raises `OSError` or `ValueError` (pyarrow's are both) for what is none."""
    rows: list[Row] = pq.read_table(path).to_pylist(maps_as_pydicts="strict")
    return rows


def _made(table: Table, rows: list[Row]) -> pa.Table:
    """Rows as an Arrow table, by way of JSON: taking Python values loads pandas, which costs 0.3 s a run."""
    schema = arrow_schema(table)
    if not rows:
        return pa.Table.from_batches([], schema)
    data = b"\n".join(_json(row, table) for row in rows)
    pairs = pa.schema(
        [pa.field(c.name, _PAIRS if c.type == "map" else _ARROW[c.type]) for c in table.columns]
    )
    whole = pa.json.ReadOptions(use_threads=False, block_size=len(data) + 1)
    strict = pa.json.ParseOptions(explicit_schema=pairs, unexpected_field_behavior="error")
    read = pa.json.read_json(io.BytesIO(data), whole, strict).combine_chunks()
    columns = [_as(read[c.name].chunk(0), c) for c in table.columns]
    return pa.Table.from_arrays(columns, schema=schema)


def _json(row: Row, table: Table) -> bytes:
    """One row on one line. Half a surrogate pair, as of a broken PDF, is no UTF-8: it shows as `\\udc80`."""
    values = {c.name: _pairs(row[c.name]) if c.type == "map" else row[c.name] for c in table.columns}
    text = json.dumps(values, ensure_ascii=False)
    return _LONE.sub(lambda found: f"\\\\u{ord(found[0]):04x}", text).encode()


def _pairs(mapping: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"key": name, "value": value} for name, value in mapping.items()]


def _as(column: pa.Array, described: Column) -> pa.Array:
    """The JSON reader knows no maps: they come as lists of pairs."""
    if described.type != "map":
        return column
    return pa.MapArray.from_arrays(column.offsets, column.values.field("key"), column.values.field("value"))

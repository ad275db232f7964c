"""The tables of a run as files: columns, types, order, and bytes."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_edition import PRINT, result

from pipeline.load.package import data_package
from pipeline.load.rows import rows
from pipeline.load.schema import TABLES
from pipeline.load.tables import write_table

CONTRACT = {
    "agreement_id": "string",
    "edition": "string",
    "level": "string",
    "department": "string",
    "zone": "string",
    "zone_code": "string",
    "country": "string",
    "country_code": "string",
    "institution": "string",
    "unit": "string",
    "organisation": "string",
    "institution_id": "string",
    "tuition_waiver": "bool",
    "year": "int32",
    "as_of": "string",
    "extras": "map<string, string>",
    "page": "int32",
    "line_first": "int32",
    "line_last": "int32",
    "boxes": "list<element: struct<x0: double not null, top: double not null, x1: double not null, "
    "bottom: double not null>>",
    "confidence": "double",
    "repairs": "list<element: string>",
    "needs_review": "bool",
    "review_reason": "string",
}
MAY_BE_NULL = {
    "department",
    "zone",
    "zone_code",
    "country",
    "country_code",
    "unit",
    "organisation",
    "tuition_waiver",
    "year",
    "as_of",
    "boxes",
    "review_reason",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = rows(result())
    for table in TABLES:
        write_table(table, made[table.name], tmp_path)
    return tmp_path


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_agreements_has_the_columns_of_the_contract_in_order(folder: Path) -> None:
    schema = pq.read_schema(folder / "agreements.parquet")
    first = schema.names[: len(CONTRACT)]
    types = {name: str(schema.field(name).type).replace(" ('extras')", "") for name in first}
    assert types == CONTRACT
    assert first == list(CONTRACT)
    assert {name for name in first if schema.field(name).nullable} == MAY_BE_NULL


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_and_parquet_have_the_same_rows_in_the_same_order(folder: Path, table) -> None:
    parquet = pq.read_table(folder / f"{table.name}.parquet").to_pylist(maps_as_pydicts="strict")
    text = _csv(folder / f"{table.name}.csv")
    assert len(parquet) == len(text) > 0
    for one, other in zip(parquet, text, strict=True):
        for column in table.columns:
            value = one[column.name]
            nested = isinstance(value, list | dict)
            read = json.loads(other[column.name]) if nested else other[column.name]
            flat = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            assert read == (value if nested else flat)


def test_values_survive_as_they_are(folder: Path) -> None:
    first, second, third = pq.read_table(folder / "agreements.parquet").to_pylist(maps_as_pydicts="strict")
    assert first["extras"] == {"Term": "5 years", "Code": "x|1"}
    assert second["institution"] == "=Peking <b>University</b>"
    assert (second["tuition_waiver"], third["tuition_waiver"], first["tuition_waiver"]) == (True, False, None)
    assert third["boxes"] == [{"x0": 1.0, "top": 2.5, "x1": 3.0, "bottom": 4.0}]
    assert (
        _csv(folder / "agreements.csv")[2]["boxes"] == '[{"x0": 1.0, "top": 2.5, "x1": 3.0, "bottom": 4.0}]'
    )


def test_csv_ends_lines_with_line_feeds_and_keeps_tabs_and_quotes(folder: Path) -> None:
    assert b"\r" not in (folder / "ledger.csv").read_bytes()
    assert [row["text"] for row in _csv(folder / "ledger.csv")] == list(PRINT)


def test_half_a_surrogate_pair_is_written_visibly(tmp_path: Path) -> None:
    ledger = next(table for table in TABLES if table.name == "ledger")
    row = {"edition": "e", "page": 1, "line": 1, "text": "a\udc80b", "fate": "reject", "ids": []}
    write_table(ledger, [row], tmp_path)
    assert pq.read_table(tmp_path / "ledger.parquet")["text"].to_pylist() == ["a\\udc80b"]
    assert _csv(tmp_path / "ledger.csv")[0]["text"] == "a\\udc80b"


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    for table in TABLES:
        write_table(table, [], tmp_path)
        names = [column.name for column in table.columns]
        assert pq.read_table(tmp_path / f"{table.name}.parquet").column_names == names
        assert (tmp_path / f"{table.name}.csv").read_text(encoding="utf-8") == ",".join(names) + "\n"


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for table in TABLES:
            write_table(table, rows(result())[table.name], tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_the_ledger_has_a_row_a_line_with_its_weightiest_fate() -> None:
    ledger = rows(result())["ledger"]
    fates = [
        "heading",
        "agreement",
        "agreement",
        "agreement",
        "agreement",
        "agreement",
        "reject",
        "furniture",
    ]
    assert [row["fate"] for row in ledger] == [*fates, "furniture"]
    assert ledger[1]["ids"] == ["a1", "a2"]
    assert ledger[5]["ids"] == ["a3", "a4"]


def test_the_data_package_names_every_file_and_column() -> None:
    described = {one["path"]: one for one in data_package("1")["resources"]}
    for table in TABLES:
        fields = described[f"{table.name}.csv"]["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.name for column in table.columns]
        assert all(field["description"] for field in fields)
        assert f"{table.name}.parquet" in described[f"{table.name}.csv"]["description"]


def test_the_type_in_arrow_is_the_contracts(folder: Path) -> None:
    assert pq.read_schema(folder / "ledger.parquet").field("ids").type == pa.list_(pa.string())


def test_writing_loads_no_pandas() -> None:
    code = (
        "import sys; from pathlib import Path; from small_edition import result; from pipeline import load; "
        "folder = Path(sys.argv[1]); folder.mkdir(); load.load(result(), {}, {}, {}, folder); "
        "print('pandas' in sys.modules)"
    )
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-c", code, f"{folder}/output"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=True,
        )
    assert told.stdout.strip() == "False"

"""`python -m pipeline institutions`: any CSV of names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.sameness import BadNames, institutions_command
from pipeline.settings import Settings

FIXTURES = Path(__file__).parent / "fixtures" / "authority"


def run(folder: Path, text: str, authority: Path | None = None) -> tuple[list[dict[str, str]], str]:
    names, output = folder / "names.csv", folder / "clusters.csv"
    names.write_text(text, encoding="utf-8")
    said = institutions_command(names, output, authority, Settings())
    with output.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), said


def test_columns_are_carried_along_and_added(tmp_path: Path) -> None:
    rows, said = run(tmp_path, "n,name,country_code\n7,Kobe University,JP\n8,神戸大学,jp\n9,Université de Lund,SE\n")
    assert list(rows[0]) == ["n", "name", "country_code", "institution_id", "score", "answer", "evidence"]
    assert [row["n"] for row in rows] == ["7", "8", "9"]
    assert rows[0]["institution_id"] == rows[1]["institution_id"] != rows[2]["institution_id"]
    assert [row["answer"] for row in rows] == ["same", "same", "different"]
    assert all(row["evidence"] and 0 <= float(row["score"]) <= 1 for row in rows)
    assert "3 names, 2 institutions" in said


def test_the_country_is_not_needed(tmp_path: Path) -> None:
    rows, _ = run(tmp_path, "name\nUniversity of Göttingen\nUniversität Göttingen\nUniversity of Oslo\n")
    assert rows[0]["institution_id"] == rows[1]["institution_id"] != rows[2]["institution_id"]


def test_bad_rows_are_reported_and_kept(tmp_path: Path) -> None:
    rows, said = run(
        tmp_path, "name,country_code\nKobe University,JP\n,FR\nKobe University,JP,extra\nKobe University,Japan\n"
    )
    assert len(rows) == 4
    assert rows[1]["institution_id"] == ""
    assert "no name" in rows[1]["evidence"]
    assert "3 values for 2 columns" in rows[2]["evidence"]
    assert rows[2]["country_code"] == "JP,extra"
    assert "no ISO 3166-1 code" in rows[3]["evidence"]
    assert "3 rows have something wrong" in said


def test_columns_named_like_ours_are_kept(tmp_path: Path) -> None:
    rows, _ = run(tmp_path, "name,score\nKobe University,0.5\n")
    assert rows[0]["input_score"] == "0.5"


def test_names_of_one_record_are_one_and_get_its_id(tmp_path: Path) -> None:
    text = "name,country_code\nExample Institute of Technology,CH\nPolitecnico di Esempio,CH\nUniversité de Genève,CH\n"
    rows, _ = run(tmp_path, text, FIXTURES / "ror-v2.json")
    assert rows[0]["institution_id"] == rows[1]["institution_id"] != rows[2]["institution_id"]
    assert [row["ror_id"] for row in rows] == ["https://ror.org/00example1"] * 2 + [""]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    text = "name,country_code\nKobe University,JP\n神戸大学,JP\nUniversité Rennes 1,FR\nUniversité Rennes 2,FR\n"
    run(tmp_path, text)
    first = (tmp_path / "clusters.csv").read_bytes()
    run(tmp_path, text)
    assert (tmp_path / "clusters.csv").read_bytes() == first


@pytest.mark.parametrize("content", [b"", b"title\nx\n", b"name\n\xff\xfe\n"])
def test_a_file_that_is_no_list_of_names_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    with pytest.raises(BadNames, match=r"names\.csv"):
        institutions_command(path, tmp_path / "out.csv", None, Settings())
    assert not (tmp_path / "out.csv").exists()


def test_a_header_alone_is_an_empty_list(tmp_path: Path) -> None:
    assert run(tmp_path, "name\n")[0] == []

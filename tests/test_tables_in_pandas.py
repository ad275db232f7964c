"""The tables as analysts load them: the Parquet and the CSV say the same in pandas."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from pipeline import run
from pipeline.settings import Settings

EDITION = Path(__file__).parent / "golden" / "acuerdos-2011-es.txt"


def test_parquet_and_csv_say_the_same(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / EDITION.name).write_bytes(EDITION.read_bytes())
    run.run(Settings(raw=raw, output=tmp_path / "out", corrections=tmp_path / "none"))
    stored = pd.read_parquet(tmp_path / "out" / "agreements.parquet")
    listed = pd.read_csv(tmp_path / "out" / "agreements.csv", dtype={"zone_code": str})
    assert list(stored.columns) == list(listed.columns)
    assert len(stored) == len(listed) == 43
    for name in ("agreement_id", "department", "country_code", "institution", "zone_code", "needs_review"):
        assert stored[name].fillna("").tolist() == listed[name].fillna("").tolist()
    assert [list(codes) for codes in stored["repairs"]] == [json.loads(codes) for codes in listed["repairs"]]

"""The real stages on real editions, each run a process of its own: same bytes, nothing lost, output kept."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.load import place

ROOT = Path(__file__).parent.parent
EDITION = ROOT / "raw" / "conventions-2008-fr.txt"


def command(raw: Path, output: Path) -> list[str]:
    return [sys.executable, "-m", "pipeline", "run", "--raw", str(raw), "--output", str(output)]


def called(raw: Path, output: Path, seed: str = "0") -> str:
    """One run; `seed` is that of Python's hashes, which order sets."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        command(raw, output), cwd=raw.parent, env=environment, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def files(output: Path, *but: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.iterdir() if path.name not in but}


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "raw"
    folder.mkdir()
    shutil.copy(EDITION, folder)
    for path in (ROOT / "tests" / "golden").glob("*.txt"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def output(raw: Path) -> Path:
    called(raw, raw.parent / "output")
    return raw.parent / "output"


def test_another_order_of_sets_gives_the_same_bytes(raw: Path, output: Path) -> None:
    called(raw, raw.parent / "again", seed="1")
    assert files(output, "run.json") == files(raw.parent / "again", "run.json")


def test_every_word_of_the_file_stands_in_the_ledger(output: Path) -> None:
    rows = pq.read_table(output / "ledger.parquet").to_pylist()
    ledger = [word for row in rows if row["edition"] == EDITION.stem for word in row["text"].split()]
    assert ledger == EDITION.read_text(encoding="utf-8").split()


def test_every_id_of_the_ledger_leads_somewhere(output: Path) -> None:
    held = {
        row[key]
        for name, key in (("agreements", "agreement_id"), ("rejects", "reject_id"), ("repairs", "repair_id"))
        for row in pq.read_table(output / f"{name}.parquet").to_pylist()
    }
    merged = {row["merged_id"] for row in pq.read_table(output / "duplicates.parquet").to_pylist()}
    named = {one for row in pq.read_table(output / "ledger.parquet").to_pylist() for one in row["ids"]}
    assert named <= held | merged
    assert len(named & held) > 400


def test_ids_survive_a_new_edition_and_another_order(raw: Path, output: Path) -> None:
    more = raw.parent / "more"
    shutil.copytree(raw, more)
    (more / "aaa.txt").write_text(
        "University-level Agreements\n\nNorway\n\nUniversity of Oslo\n", encoding="utf-8"
    )
    called(more, raw.parent / "larger")
    before = pq.read_table(output / "agreements.parquet").to_pylist()
    after = {
        row["agreement_id"]: row
        for row in pq.read_table(raw.parent / "larger/agreements.parquet").to_pylist()
    }
    assert [after[row["agreement_id"]]["institution"] for row in before] == [
        row["institution"] for row in before
    ]


def test_a_second_run_does_nothing_and_says_so(raw: Path, output: Path) -> None:
    before = files(output)
    assert "Nothing has changed since the last run" in called(raw, output)
    assert files(output) == before


def test_a_run_killed_at_any_moment_leaves_a_whole_output(raw: Path, output: Path, tmp_path: Path) -> None:
    mine, input_ = tmp_path / "output", tmp_path / "raw"
    shutil.copytree(output, mine)
    shutil.copytree(raw, input_)
    before = files(mine)
    (input_ / EDITION.name).write_text(
        "Conventions interuniversitaires\n\nFrance\n\nUniversité de Caen\n", "utf-8"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    run = subprocess.Popen(command(input_, mine), cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    while run.poll() is None and not (mine / place.DRAFT).exists():
        time.sleep(0.001)
    run.send_signal(signal.SIGKILL)
    run.wait()
    if not (mine / place.READY).exists() and (mine / "run.json").read_bytes() == before["run.json"]:
        assert files(mine, place.DRAFT) == before
    called(input_, mine)
    clean = tmp_path / "clean"
    called(input_, clean)
    assert files(mine, "run.json").keys() == files(clean, "run.json").keys()
    assert files(mine, "run.json")["agreements.csv"].count(b"\n") == files(clean)["agreements.csv"].count(
        b"\n"
    )

"""The process that reads PDFs: a copy of this one, or one that is started anew."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest
from pdf.bytes import pages, text

from pipeline.extract.ink import process
from pipeline.extract.ink.watch import stop_idle
from pipeline.extract.pdf import read_pdf
from pipeline.settings import Settings

GOOD = pages([text(50, 700, "Universität Göttingen")])
SLOW = pages([text(50, 700, "before"), b"0 0 m " + b"1 1 l 2 0 l " * 6_000_000 + b"S", text(50, 700, "after")])


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    stop_idle()
    yield
    stop_idle()


def read(folder: Path, data: bytes = GOOD) -> list[str]:
    path = folder / "edition.pdf"
    path.write_bytes(data)
    return [word.text for word in read_pdf(path, Settings(page_seconds=0.5)).words]


@pytest.mark.parametrize("copied", [True, False])
def test_a_page_that_takes_too_long_ends_the_process_and_not_the_file(
    copied: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not copied:
        monkeypatch.setattr(process, "_copied", lambda _: None)
    assert read(tmp_path, SLOW) == ["before", "after"]
    assert read(tmp_path) == ["Universität", "Göttingen"]


def test_a_started_process_finds_its_code_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_copied", lambda _: None)
    monkeypatch.setattr(sys, "path", [folder for folder in sys.path if not Path(folder, "pipeline").exists()])
    monkeypatch.chdir(tmp_path)
    assert read(tmp_path) == ["Universität", "Göttingen"]


def test_one_is_started_where_a_copy_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_PATIENCE", 0.2)
    monkeypatch.setattr(process, "_work", lambda *_: time.sleep(60))
    assert read(tmp_path) == ["Universität", "Göttingen"]


def test_a_copy_that_cannot_begin_is_replaced_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_work", lambda *_: os._exit(1))
    assert read(tmp_path) == ["Universität", "Göttingen"]


def test_a_worker_of_a_pool_reads_with_a_process_of_its_own(tmp_path: Path) -> None:
    read(tmp_path)
    with get_context("fork").Pool(1) as pool:
        assert pool.apply(read, (tmp_path,)) == ["Universität", "Göttingen"]
    assert read(tmp_path) == ["Universität", "Göttingen"]

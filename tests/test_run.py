"""The run around the stages: failures kept to their edition, whole output, no needless work."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from stub_stages import stubs  # noqa: F401

from pipeline.clean.corrections.rulings import COLUMNS
from pipeline.load import LawBroken, place
from pipeline.run import CannotRun, Outcome, run
from pipeline.settings import Settings

pytestmark = pytest.mark.usefixtures("stubs")


class Killed(BaseException):
    """Stands for a signal: nothing catches it."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "one.txt").write_text("University of Here\nUniversity of There\n", encoding="utf-8")
    return Settings(raw=raw, output=tmp_path / "output", corrections=tmp_path / "corrections")


def add(settings: Settings, name: str, text: str = "University of Elsewhere\n") -> None:
    (settings.raw / name).write_text(text, encoding="utf-8")


def table(settings: Settings, name: str) -> list[dict[str, object]]:
    return pq.read_table(settings.output / f"{name}.parquet").to_pylist()


def files(settings: Settings, *but: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in settings.output.iterdir() if path.name not in but}


def institutions(settings: Settings) -> list[object]:
    return [row["institution"] for row in table(settings, "agreements")]


def test_a_run_writes_every_table_and_the_account(settings: Settings) -> None:
    outcome = run(settings)
    assert outcome.worked
    assert institutions(settings) == ["University of Here", "University of There"]
    names = ("agreements", "institutions", "rejects", "repairs", "duplicates", "reconciliation", "ledger")
    for name in names:
        assert {f"{name}.parquet", f"{name}.csv"} <= files(settings).keys()
    account = json.loads((settings.output / "run.json").read_text(encoding="utf-8"))
    assert account == outcome.account
    assert account["counts"]["editions"]["one"]["agreements"] == 2
    assert set(account["timings"]) == {"extract", "clean", "sameness", "load"}
    assert account["signature"]["libraries"].keys() >= {"pyarrow", "rapidfuzz"}
    assert set(account["outputs"]) == files(settings, "run.json").keys()


def test_two_runs_give_the_same_bytes(settings: Settings, tmp_path: Path) -> None:
    run(settings)
    again = Settings(raw=settings.raw, output=tmp_path / "again", corrections=settings.corrections)
    run(again)
    assert files(settings, "run.json") == files(again, "run.json")


def test_a_run_with_nothing_changed_does_no_work(settings: Settings) -> None:
    first = run(settings)
    times = {path.name: path.stat().st_mtime_ns for path in settings.output.iterdir()}
    second = run(settings)
    assert second == Outcome(first.account, worked=False)
    assert times == {path.name: path.stat().st_mtime_ns for path in settings.output.iterdir()}


@pytest.mark.parametrize("change", ["edition", "corrections", "damage", "gone", "setting"])
def test_whatever_changes_makes_work(settings: Settings, change: str) -> None:
    run(settings)
    before = files(settings, "run.json")
    if change == "edition":
        add(settings, "two.txt")
    elif change == "corrections":
        settings.corrections.mkdir()
        (settings.corrections / "agreements.csv").write_text(",".join(COLUMNS), encoding="utf-8")
    elif change == "damage":
        (settings.output / "agreements.csv").write_text("x", encoding="utf-8")
    elif change == "gone":
        (settings.output / "ledger.parquet").unlink()
    else:
        settings = Settings(settings.raw, settings.output, settings.corrections, align_window=9)
    assert run(settings).worked
    assert (files(settings, "run.json") == before) == (change != "edition")


def test_a_failure_of_one_edition_leaves_the_others_whole(settings: Settings) -> None:
    add(settings, "bad.txt", "University of Bad\nCRASH\n")
    run(settings)
    assert institutions(settings) == ["University of Here", "University of There"]
    (reject,) = table(settings, "rejects")
    assert (reject["edition"], reject["code"]) == ("bad", "internal_error")
    assert reject["text"] == "University of Bad\nCRASH"
    assert "a stage fell over" in str(reject["message"])
    assert "ZeroDivisionError" in (settings.output / "errors.log").read_text(encoding="utf-8")
    lines = [row for row in table(settings, "ledger") if row["edition"] == "bad"]
    assert [(row["fate"], row["ids"]) for row in lines] == [("reject", [reject["reject_id"]])] * 2


def test_a_failure_across_editions_ends_the_run_in_words(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr("pipeline.sameness.identify", fail, raising=False)
    with pytest.raises(CannotRun, match=r"RuntimeError: no such thing.*errors\.log"):
        run(settings)
    assert list(files(settings)) == ["errors.log"]


def test_the_log_stays_while_the_failure_does(settings: Settings) -> None:
    add(settings, "bad.txt", "CRASH\n")
    run(settings)
    assert not run(settings).worked
    assert (settings.output / "errors.log").exists()


def test_the_log_of_failures_goes_when_they_do(settings: Settings) -> None:
    add(settings, "bad.txt", "CRASH\n")
    run(settings)
    (settings.raw / "bad.txt").unlink()
    run(settings)
    assert not (settings.output / "errors.log").exists()


def test_a_broken_law_writes_nothing_and_says_where(settings: Settings) -> None:
    run(settings)
    before = files(settings)
    add(settings, "two.txt", "University of FORGET me\n")
    with pytest.raises(LawBroken, match="two: 4 words, but 3 fates"):
        run(settings)
    assert files(settings, "errors.log") == before


def test_files_of_another_kind_and_folders_are_rejects_and_hidden_ones_nothing(settings: Settings) -> None:
    add(settings, "notes.docx")
    add(settings, ".gitkeep")
    (settings.raw / "folder.txt").mkdir()
    run(settings)
    told = {row["edition"]: row["code"] for row in table(settings, "rejects")}
    assert told == {"notes": "unsupported_ending", "folder": "unsupported_ending"}


def test_two_files_of_one_edition_are_not_mixed(settings: Settings) -> None:
    add(settings, "one.TXT")
    run(settings)
    (reject,) = table(settings, "rejects")
    assert reject["code"] == "same_edition"
    assert len({row["edition"] for row in table(settings, "agreements")}) == 1


def test_a_link_to_nowhere_is_a_reject(settings: Settings) -> None:
    (settings.raw / "lost.txt").symlink_to(settings.raw / "nowhere.txt")
    run(settings)
    (reject,) = table(settings, "rejects")
    assert (reject["edition"], reject["code"]) == ("lost", "unreadable")


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (None, "There is no folder"),
        ([], "holds no edition"),
        (["a.docx"], "It holds a.docx, which are not read"),
    ],
)
def test_nothing_to_read_is_said(tmp_path: Path, entries: list[str] | None, said: str) -> None:
    raw = tmp_path / "raw"
    if entries is not None:
        raw.mkdir()
        for name in entries:
            (raw / name).touch()
    with pytest.raises(CannotRun, match=said):
        run(Settings(raw=raw, output=tmp_path / "output"))
    assert not (tmp_path / "output").exists()


def test_an_output_that_is_a_file_is_said(settings: Settings) -> None:
    settings.output.write_text("mine", encoding="utf-8")
    with pytest.raises(CannotRun, match="output cannot be read or written"):
        run(settings)
    assert settings.output.read_text(encoding="utf-8") == "mine"


def test_files_of_the_user_stay(settings: Settings) -> None:
    settings.output.mkdir()
    (settings.output / ".gitkeep").touch()
    (settings.output / "mine").mkdir()
    (settings.output / "mine" / "notes.txt").write_text("x", encoding="utf-8")
    run(settings)
    assert (settings.output / ".gitkeep").exists()
    assert (settings.output / "mine" / "notes.txt").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize("moment", ["write_table", "write_report", "write_account"])
def test_a_run_killed_while_writing_leaves_the_last_output(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    run(settings)
    before = files(settings)
    add(settings, "two.txt")

    def kill(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(f"pipeline.load.{moment}", kill)
        with pytest.raises(Killed):
            run(settings)
    assert files(settings, place.DRAFT) == before
    assert run(settings).worked
    assert len(institutions(settings)) == 3
    assert not (settings.output / place.DRAFT).exists()


def test_a_run_killed_while_files_move_is_finished_by_the_next(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(settings)
    add(settings, "two.txt")
    moved = 0
    replace = Path.replace

    def kill_after_three(self: Path, target: Path) -> Path:
        nonlocal moved
        moved += 1
        if moved > 3:
            raise Killed
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", kill_after_three)
        with pytest.raises(Killed):
            run(settings)
    assert not run(settings).worked, "the files had all been written, and nothing has changed since"
    assert len(institutions(settings)) == 3


def test_two_runs_on_one_output_at_a_time_are_kept_apart(settings: Settings) -> None:
    settings.output.mkdir()
    handle = os.open(settings.output, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(CannotRun, match="Another run is at work"):
        run(settings)
    os.close(handle)
    assert run(settings).worked


def test_a_ruling_is_applied_and_one_on_no_edition_is_told(settings: Settings) -> None:
    settings.corrections.mkdir()
    ruled = "one,,,University of Here,set,year,,1998,The source says so.,M. Martin,2026-01-31"
    lost = ruled.replace("one,", "lost,", 1)
    (settings.corrections / "agreements.csv").write_text(
        "\n".join([",".join(COLUMNS), ruled, lost]), encoding="utf-8"
    )
    run(settings)
    assert [row["year"] for row in table(settings, "agreements")] == [1998, None]
    assert [row["by"] for row in table(settings, "repairs")] == ["correction:M. Martin, 2026-01-31"]
    assert [row["code"] for row in table(settings, "rejects")] == ["stale_correction"]


def test_corrections_that_cannot_be_read_end_the_run(settings: Settings) -> None:
    settings.corrections.mkdir()
    (settings.corrections / "agreements.csv").write_text("edition\n", encoding="utf-8")
    with pytest.raises(CannotRun, match=r"agreements\.csv must have the columns"):
        run(settings)


@pytest.mark.parametrize("folder", [".", "inside"])
def test_an_output_among_the_editions_is_refused(settings: Settings, folder: str) -> None:
    with pytest.raises(CannotRun, match="lies in"):
        run(Settings(raw=settings.raw, output=settings.raw / folder))
    assert [path.name for path in settings.raw.iterdir()] == ["one.txt"]


def test_a_name_that_is_no_text_is_read_all_the_same(settings: Settings) -> None:
    (settings.raw / os.fsdecode(b"\xff.txt")).write_text("University of Far\n", encoding="utf-8")
    run(settings)
    assert "University of Far" in institutions(settings)
    assert not run(settings).worked


@pytest.mark.parametrize("content", ["", "[]", "{}", "\x00"])
def test_a_damaged_account_makes_work(settings: Settings, content: str) -> None:
    run(settings)
    (settings.output / "run.json").write_text(content, encoding="utf-8")
    assert run(settings).worked

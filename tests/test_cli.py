"""The commands as a person types them: words, exit status, and no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from small_edition import result
from stub_stages import stubs  # noqa: F401
from typer.main import get_command
from typer.testing import CliRunner, Result

from pipeline import load
from pipeline.cli import app
from pipeline.load.read import read_table

COMMANDS = ("run", "explain", "diff", "check", "look", "institutions")


def called(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The output of a run on the small edition, written without a run."""
    folder = tmp_path / "output"
    with load.claim(folder):
        load.load(result(), {}, {"inputs": {}}, {}, folder)
    return folder


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "one.txt").write_text("University of Here\n", encoding="utf-8")
    return folder


def test_every_command_is_known_here() -> None:
    assert tuple(get_command(app).commands) == COMMANDS  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_of_the_command(command: str) -> None:
    told = called(command, "--help")
    assert told.exit_code == 0
    assert f"Example: python -m pipeline {command}" in " ".join(told.stdout.split())


def test_help_is_there_without_heavy_libraries() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from pipeline.cli import app; "
        "CliRunner().invoke(app, ['run', '--help']); "
        "print([name for name in ('pyarrow', 'numpy', 'pandas', 'scipy', 'jinja2') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.usefixtures("stubs")
def test_a_run_says_what_it_found_and_then_that_nothing_changed(raw: Path, tmp_path: Path) -> None:
    words = ("run", "--raw", raw, "--output", tmp_path / "o", "--corrections", tmp_path / "c")
    first, second = called(*words), called(*words)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "one: 1 agreements, 0 counts matched, 0 short, 0 over, 0 to review, 0 rejects" in first.stdout
    assert "Nothing needs a person." in first.stdout
    assert "Nothing has changed since the last run" in second.stdout
    assert "one: 1 agreements" in second.stdout


@pytest.mark.usefixtures("stubs")
def test_a_run_that_broke_a_law_says_which_words(raw: Path, tmp_path: Path) -> None:
    (raw / "two.txt").write_text("University of FORGET\n", encoding="utf-8")
    told = called("run", "--raw", raw, "--output", tmp_path / "o", "--corrections", tmp_path / "c")
    assert told.exit_code == 2
    assert "two: 3 words, but 2 fates" in told.stderr
    assert not (tmp_path / "o" / "agreements.parquet").exists()


def test_a_run_on_nothing_says_so(tmp_path: Path) -> None:
    told = called("run", "--raw", tmp_path / "nowhere", "--output", tmp_path / "o")
    assert told.exit_code == 2
    assert "There is no folder" in told.stderr
    assert "Traceback" not in told.output


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        (
            "a1",
            [
                "Tsinghua University",
                "page 1, line 3: \t\tversity",
                "Line-break hyphen removed",
                "ends in a hyphen",
            ],
        ),
        (
            "a2",
            [
                "Confidence 0.51",
                "The next best reading: It stands under Japan.",
                "Needs review: Two readings",
            ],
        ),
        (
            "a3",
            [
                "Nothing was changed",
                "Merged into it: “University of Tokyo”",
                "line 6",
                "look raw/small.pdf --page 1",
            ],
        ),
        ("j1", ["This text fits nowhere.", "line 7: lorem ipsum, “dolor”", "Suggestion: It is a note."]),
        (
            "r1",
            ["Repair r1 of a1", "“Tsinghua Uni- versity” became “Tsinghua University”", "rule:dehyphenate"],
        ),
        ("i-a1", ["Institution i-a1", "also printed: Tokyo Daigaku", "agreement a1", "the same?"]),
    ],
)
def test_explain_goes_back_to_the_words(output: Path, identity: str, said: list[str]) -> None:
    told = called("explain", identity, "--output", output)
    assert told.exit_code == 0
    for words in said:
        assert words in told.stdout


def test_explain_tells_merges(output: Path) -> None:
    row, spelling = read_table(output, "duplicates")
    assert "A row printed twice" in called("explain", row["merge_id"], "--output", output).stdout
    assert "Daigaku means university." in called("explain", spelling["merge_id"], "--output", output).stdout


def test_explain_of_an_unknown_id_says_where_ids_stand(output: Path) -> None:
    told = called("explain", "a99", "--output", output)
    assert told.exit_code == 2
    assert "holds the id a99" in told.stderr


@pytest.mark.parametrize("command", [("explain", "a1"), ("diff", "a", "b"), ("check",)])
def test_commands_on_no_output_say_how_to_make_one(tmp_path: Path, command: tuple[str, ...]) -> None:
    told = called(*command, "--output", tmp_path / "nowhere")
    assert told.exit_code == 2
    assert "Run the pipeline first" in told.stderr


def test_check_asks_for_a_person(output: Path, tmp_path: Path) -> None:
    told = called("check", "--output", output, "--raw", tmp_path / "nowhere")
    assert told.exit_code == 1
    needs = "1 agreement to review, 1 reject, 1 printed count that differs"
    assert f"Needs a person: {needs}." in told.stdout


@pytest.mark.usefixtures("stubs")
def test_check_is_content_with_a_clean_output_until_the_input_changes(raw: Path, tmp_path: Path) -> None:
    called("run", "--raw", raw, "--output", tmp_path / "o", "--corrections", tmp_path / "c")
    words = ("check", "--raw", raw, "--output", tmp_path / "o")
    assert called(*words).exit_code == 0
    (raw / "two.txt").write_text("University of There\n", encoding="utf-8")
    told = called(*words)
    assert told.exit_code == 2
    assert "was not made from what lies in" in told.stderr


def test_check_sees_a_damaged_output(output: Path, tmp_path: Path) -> None:
    (output / "agreements.csv").write_text("x", encoding="utf-8")
    told = called("check", "--output", output, "--raw", tmp_path / "nowhere")
    assert told.exit_code == 2
    assert "files are changed or gone" in told.stderr


def test_diff_of_an_unknown_edition_says_which_there_are(output: Path) -> None:
    told = called("diff", "small", "large", "--output", output)
    assert told.exit_code == 2
    assert "Editions there: small" in told.stderr


def test_diff_takes_paths_of_tables(output: Path) -> None:
    path = output / "agreements.parquet"
    told = called("diff", path, path)
    assert told.exit_code == 0
    assert told.stdout == "0 added, 0 gone, 0 changed, 3 the same\n"


def test_diff_of_a_path_that_is_no_table_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    path.write_text("no", encoding="utf-8")
    told = called("diff", path, path)
    assert told.exit_code == 2
    assert "cannot be read as a table" in told.stderr


def test_a_terminal_without_the_letters_gets_escapes(output: Path) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(load.__file__).parents[2])}
    words = [sys.executable, "-m", "pipeline", "explain", "a3", "--output", str(output)]
    told = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    assert r"Merged into it: \u201cUniversity of Tokyo" in told.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("institutions", "nowhere.csv", "--output", "x.csv"), "nowhere.csv: No such file or directory."),
        (("look", "nowhere.pdf"), "nowhere.pdf"),
        (("explain",), "Missing argument 'ID'"),
        (("look", "a.pdf", "--page", "one"), "Invalid value for '--page'"),
    ],
)
def test_bad_input_is_said_in_words(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = called(*words)
    assert told.exit_code == 2
    assert said in told.stderr
    assert "Traceback" not in told.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("stubs")
def test_corrections_and_authority_that_are_none_are_said_in_words(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "agreements.csv").write_text("a,b\n", encoding="utf-8")
    told = called("run", "--raw", raw, "--output", tmp_path / "o", "--corrections", tmp_path / "c")
    assert told.exit_code == 2
    assert "agreements.csv must have the columns" in told.stderr

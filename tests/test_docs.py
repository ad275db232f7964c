"""The README is executed: its commands run as they stand there, and it knows every command and table."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.cli import app
from pipeline.load.read import read_table
from pipeline.load.schema import TABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = [
    line.split("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.S)
    for line in block.splitlines()
]
COMMANDS = [line for line in SHELL if line.startswith("python -m pipeline ")]
TARGETS = [line for line in SHELL if line.startswith("make ")]
EDITION = "conventions-2008-fr"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README's reader has it: two text editions, a PDF, a list of names, and an output."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "raw").mkdir()
    for year in ("2008", "2009"):
        shutil.copy(ROOT / "raw" / f"{EDITION}.txt", folder / "raw" / f"{EDITION.replace('2008', year)}.txt")
    (folder / "raw" / "edition.pdf").write_bytes(_pdf())
    (folder / "names.csv").write_text(
        "name,country_code\nUniversity of Oslo,NO\nUniversitetet i Oslo,NO\n", encoding="utf-8"
    )
    called("python -m pipeline run --raw raw --output output", folder)
    return folder


def called(command: str, folder: Path) -> str:
    """What a command prints, run in `folder` by this Python."""
    if " ID" in command:
        command = command.replace(" ID", f" {read_table(folder / 'output', 'agreements')[0]['agreement_id']}")
    words = [sys.executable, *shlex.split(command)[1:]]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    told = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    assert told.returncode in ((0, 1) if " check " in command else (0,)), told.stderr
    assert "Traceback" not in told.stderr
    return told.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs_as_it_stands(command: str, project: Path) -> None:
    assert called(command, project).strip()


def test_the_readme_knows_every_command() -> None:
    named = {command.split()[3] for command in COMMANDS}
    assert named == {command.callback.__name__ for command in app.registered_commands if command.callback}


def test_the_readme_knows_every_table() -> None:
    for table in TABLES:
        assert f"| `{table.name}` |" in README


@pytest.mark.parametrize("line", TARGETS)
def test_a_target_of_the_readme_is_in_the_makefile(line: str) -> None:
    told = subprocess.run(
        ["make", "--dry-run", *shlex.split(line)[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    if "RAW=DIR" in line:
        assert '--raw "DIR" --output "DIR"' in told.stdout


def test_what_the_readme_links_to_is_there() -> None:
    for path in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / path).exists(), path


def _pdf() -> bytes:
    """One page with one line of text."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.drawString(72, 720, "University-level Agreements")
    canvas.drawString(72, 700, "Norway")
    canvas.drawString(72, 680, "University of Oslo")
    canvas.save()
    return out.getvalue()

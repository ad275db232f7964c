"""Bullets on lines of their own, and letters that stand for bullets."""

from __future__ import annotations

from pathlib import Path

from pipeline import clean, extract
from pipeline.settings import Settings

HEAD = "Partner universities\n\nEurope\n\n"


def names(folder: Path, lines: str) -> list[str]:
    path = folder / "edition.txt"
    path.write_text(HEAD + lines, encoding="utf-8")
    return [one.institution for one in clean.clean(extract.read(path, Settings()), Settings()).agreements]


def test_a_letter_that_opens_most_lines_is_a_bullet(tmp_path: Path) -> None:
    lines = "  Norway\n    o University of Oslo\n    o Nord University\n  Sweden\n    o Lund University\n"
    assert names(tmp_path, lines) == ["University of Oslo", "Nord University", "Lund University"]


def test_a_small_letter_within_names_stays(tmp_path: Path) -> None:
    lines = "Spain\n- Instituto de Cultura\n  o Lengua de Sevilla\nPortugal\n- University of Porto\n"
    assert "Instituto de Cultura o Lengua de Sevilla" in names(tmp_path, lines)

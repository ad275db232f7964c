"""Lines of a list that read like headings and are names, or halves of them."""

from __future__ import annotations

from pathlib import Path

from pipeline import clean, extract
from pipeline.settings import Settings

LIST = """Conventions interuniversitaires

Éthiopie

*Kotebe Metropolitan
 University
*Addis Ababa University

États-Unis

*Florida International
University
*Boston University

Hong Kong

*University of Hong Kong
*Lingnan University
"""


def read(text: str, folder: Path) -> list[tuple[str | None, str]]:
    path = folder / "edition.txt"
    path.write_text(text, encoding="utf-8")
    found = clean.clean(extract.read(path, Settings()), Settings())
    return [(one.country, one.institution) for one in found.agreements]


def test_a_lone_university_below_a_name_is_no_title(tmp_path: Path) -> None:
    found = read(LIST, tmp_path)
    assert ("Éthiopie", "Kotebe Metropolitan University") in found
    assert ("États-Unis", "Florida International University") in found
    assert len(found) == 6


def test_a_marked_line_is_a_name_whatever_place_it_says(tmp_path: Path) -> None:
    halved = LIST.replace("*Lingnan University", "*Hong Kong\nPolytechnic University")
    assert ("Hong Kong", "Hong Kong Polytechnic University") in read(halved, tmp_path)

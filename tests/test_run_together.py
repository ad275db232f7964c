"""Names run together in one line: what registered names, other cells and the form of a half say of a cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Paper, simple

from pipeline import knowledge as know
from pipeline.clean.label import label
from pipeline.clean.names.commas import names_several
from pipeline.clean.names.torn import leans
from pipeline.clean.names.units import units
from pipeline.knowledge import Lexicon
from tests.reading import read


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return know.load()


def test_words_of_one_registered_name_stand_together(lexicon: Lexicon) -> None:
    assert know.together(lexicon, "Don", "Honorio") > 1 > know.together(lexicon, "Honorio", "Arturo") == 0


def test_a_common_word_after_a_rare_one_says_nothing(lexicon: Lexicon) -> None:
    assert know.together(lexicon, "Lang", "University") == 0


@pytest.mark.parametrize(("before", "after", "may_be_one"), [
    ("Universidade do Minho", "Centro de Estudos Humanísticos", True),
    ("Chernihiv Polytechnic", "National University", True),
    ("Lund University", "Uppsala University", False),
    ("Lund University", "Centre for Music of Oslo", False),
])
def test_a_half_that_may_be_a_part_of_the_first(before: str, after: str, may_be_one: bool, lexicon: Lexicon) -> None:
    assert leans(before, after, lexicon) is may_be_one


@pytest.mark.parametrize(("text", "several"), [
    ("교토대학, 규슈대학", True),
    ("Lund University, Uppsala University", True),
    ("법과대학, University of Petra", False),
    ("商学院, Athlone Institute of Technology", False),
])
def test_a_unit_of_the_own_script_is_no_university_beside_a_foreign_one(
    text: str, several: bool, lexicon: Lexicon
) -> None:
    assert names_several(text, lexicon) is several


def test_a_cell_that_is_cut_is_no_witness_that_cells_are(tmp_path: Path) -> None:
    names = "Lund University|Uppsala University|Oslo College of Music|Utrecht University|University of Turku"
    lines = [*names.split("|"), "State University of New York Mohawk Valley Community College"]
    found = read("Universities\n\nUnited States\n" + "\n".join(f"*{line}" for line in lines) + "\n", tmp_path)
    assert all(row.needs_review for row in found.agreements if row.institution in lines[-1])


def test_units_that_recur_behind_different_words_begin_names(tmp_path: Path) -> None:
    cells = ("Tartu Observatory Nooruse Institute of Physics, METU University", "Lund University",
             "Institute of Law, Oslo College Institute of Physics, Utrecht University", "University of Turku")
    found = read("Universities\n\nUnited States\n" + "\n".join(f"*{cell}" for cell in cells) + "\n", tmp_path)
    names = [row.institution for row in found.agreements]
    assert {"Institute of Physics, METU University", "Institute of Physics, Utrecht University"} <= set(names)


def test_a_name_with_a_year_of_its_own_in_a_table_is_one(lexicon: Lexicon) -> None:
    body = [("韓国", "延世大学校", "1996"), ("", "慶北大学校 師範大学", "1993"), ("タイ", "タマサート大学", "1982"),
            ("", "コンケン大学", "2001"), ("台湾", "淡江大学", "2005"), ("", "国立台湾大学 国立成功大学", "1990 2007")]
    paper = Paper().table(simple(("国", "協定校名", "締結年"), body), columns=3)
    found = [len(unit.names) for unit in units(label(paper.document(), lexicon), lexicon)]
    assert found == [1, 1, 1, 1, 1, 2]

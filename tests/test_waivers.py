"""Whether tuition is waived: what marks and crosses mean, wherever print says it, and whose answer is whose."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import Paper, simple
from reading import read

from pipeline import clean, knowledge
from pipeline.clean.rows.values import waiver
from pipeline.settings import Settings

LEXICON = knowledge.load()
BROWSED = """   [1]Home | [2]Partners

Partner universities (* = no tuition fees)

  Europe

     * Norway
          + [3]Universitetet i Oslo*
          + [4]Nord universitet
     * Finland
          + [5]Tampereen yliopisto*

   Last modified: 2021/08/19

References

   1. https://www.example.edu/
   2. https://www.example.edu/partners
   3. https://www.uio.no/
   4. https://www.nord.no/
   5. https://www.tuni.fi/
"""


def test_a_text_browsers_numbers_and_addresses_are_no_print(tmp_path: Path) -> None:
    found = read(BROWSED, tmp_path)
    assert [(one.zone, one.country, one.institution, one.tuition_waiver) for one in found.agreements][-3:] == [
        ("Europe", "Norway", "Universitetet i Oslo", True),
        ("Europe", "Norway", "Nord universitet", False),
        ("Europe", "Finland", "Tampereen yliopisto", True),
    ]


@pytest.mark.parametrize(
    ("signs", "waived"),
    [(("×", "", "×"), (True, False, True)), (("×", "○", "×"), (False, True, False)), (("x", "–", "x"), (1, 0, 1))],
)
def test_a_cross_refuses_only_beside_what_says_yes(
    signs: tuple[str, ...], waived: tuple[bool, ...], tmp_path: Path
) -> None:
    names = ("Lunds universitet", "Umeå universitet", "Luleå tekniska universitet")
    rows = [f"Sweden\t{name}\t{sign}" for name, sign in zip(names, signs, strict=True)]
    text = "\n".join(["Partner universities", "Country\tInstitution\tTuition waiver", *rows]) + "\n"
    assert [one.tuition_waiver for one in read(text, tmp_path).agreements] == list(map(bool, waived))


def test_nothing_is_said_of_tables_without_the_column() -> None:
    assert waiver((), "", "cell", False, asked=False, lexicon=LEXICON) is None
    assert waiver((), "", "cell", False, asked=True, lexicon=LEXICON) is False


def test_answers_of_one_cell_are_shared_out_among_its_names() -> None:
    rows = [
        ["Norway", "Universitetet i Oslo|Nord universitet", "Yes|No"],
        ["Finland", "Tampereen yliopisto", "No"],
        ["Spain", "Universidad de León", "soon"],
    ]
    paper = Paper().table(simple(["Country", "Institution", "Tuition waiver"], rows))
    found = clean.clean(paper.document(), Settings()).agreements
    assert [(one.institution, one.tuition_waiver) for one in found] == [
        ("Universitetet i Oslo", True),
        ("Nord universitet", False),
        ("Tampereen yliopisto", False),
        ("Universidad de León", None),
    ]
    assert [one.extras for one in found] == [{}, {}, {}, {"Tuition waiver": "soon"}]


def test_dates_under_words_that_nobody_knows_are_no_years_of_conclusion() -> None:
    rows = [["Norway", "Universitetet i Oslo", "2029-08-31"], ["Spain", "Universidad de León", "2027-12-31"]]
    paper = Paper().table(simple(["Country", "Institution", "Xyzzy"], rows))
    found = clean.clean(paper.document(), Settings()).agreements
    assert [one.year for one in found] == [None, None]
    assert [one.extras for one in found] == [{"Xyzzy": "2029-08-31"}, {"Xyzzy": "2027-12-31"}]


def test_a_line_without_the_bullets_of_names_heads_the_labels_below_it(tmp_path: Path) -> None:
    names = "Finland\n\n * Tampereen yliopisto\n\nNorway\n\n * Nord universitet\n * Universitetet i Oslo\n"
    text = f"Partner universities\n\nDepartment of Music\n\n{names}\nNautical Studies\n\n{names}"
    found = read(text, tmp_path).agreements
    assert [one.department for one in found] == 3 * ["Department of Music"] + 3 * ["Nautical Studies"]


def test_a_mark_alone_below_a_name_is_the_names(tmp_path: Path) -> None:
    text = "Partner universities\n★ tuition waiver\n\nNorway\nNord universitet ★\nUniversitetet i Oslo\n★\nOsloMet\n"
    found = read(text, tmp_path).agreements
    assert [(one.institution, one.tuition_waiver) for one in found] == [
        ("Nord universitet", True),
        ("Universitetet i Oslo", True),
        ("OsloMet", False),
    ]


def test_marks_before_commas_close_names(tmp_path: Path) -> None:
    rows = [
        "Kenya\tMoi University*, Egerton University",
        "Spain\tUniversidad de León*, Universidad de Vigo",
        "Italy\tIstituto Europeo di Design*, Università di Pisa",
        "Japan\tKeio University",
    ]
    text = "\n".join(["Partner universities", "* tuition waiver", "Country\tInstitution", *rows]) + "\n"
    found = read(text, tmp_path).agreements
    assert [one.institution for one in found][:4] == [
        "Moi University", "Egerton University", "Universidad de León", "Universidad de Vigo",
    ]  # fmt: skip
    assert [one.tuition_waiver for one in found] == [True, False, True, False, True, False, False]


def test_a_line_without_the_countries_of_names_heads_the_labels_below_it(tmp_path: Path) -> None:
    names = "Europe\nFinland Tampere University\nNorway Nord University\nNorway University of Oslo\n"
    names += "Italy University of Pisa\n"
    found = read(f"Partners of units\n\nSchool of Music\n{names}\nUniversity Library\n{names}", tmp_path).agreements
    assert [one.department for one in found] == 4 * ["School of Music"] + 4 * ["University Library"]


def test_so_does_one_above_lines_that_open_with_their_countries(tmp_path: Path) -> None:
    names = "Finland Tampere University\nNorway Nord University\nNorway University of Oslo\nItaly University of Pisa\n"
    found = read(f"Partners of units\n\nSchool of Music\n{names}\nUniversity Library\n{names}", tmp_path).agreements
    assert [one.department for one in found] == 4 * ["School of Music"] + 4 * ["University Library"]

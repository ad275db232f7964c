"""Entries that print a key before each value, or the department behind the name."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline import clean, extract
from pipeline.records import Agreement
from pipeline.settings import Settings

NAMES = ("Keio University", "Shinshu University", "Kagoshima University", "Osaka University")
ENTRIES = """Accordi a livello di Ateneo

Scheda 1
Paese: Spagna
Istituzione partner: Universidad de Salamanca
Anno: 2004

Scheda 2
Paese: Polonia
Istituzione partner: Uniwersytet Łódzki
Anno: 2001

Scheda 3
Paese: Francia
Istituzione partner: Université d'Artois
Anno: 2012

Scheda 4
Paese: Francia
Istituzione partner: Université de Lorraine
Anno: 2014
"""


def read(text: str, folder: Path) -> tuple[Agreement, ...]:
    (folder / "edition.txt").write_text(text, encoding="utf-8")
    return clean.clean(extract.read(folder / "edition.txt", Settings()), Settings()).agreements


def test_an_entry_without_a_label_that_others_have_asks(tmp_path: Path) -> None:
    found = read(ENTRIES.replace("Paese: Polonia\n", ""), tmp_path)
    asked = {one.institution: one.needs_review for one in found}
    assert [name for name, asks in asked.items() if asks] == ["Uniwersytet Łódzki"]
    assert len(found) == 4


def test_a_foot_of_a_page_may_stand_between_values(tmp_path: Path) -> None:
    pages = iter(range(1, 9))
    found = read(re.sub("Anno", lambda _: f"\nPagina {next(pages)}\n\nAnno", ENTRIES), tmp_path)
    assert [one.year for one in found] == [2004, 2001, 2012, 2014]


def test_values_may_stand_behind_tabs(tmp_path: Path) -> None:
    found = read(ENTRIES.replace(": ", ":\t"), tmp_path)
    assert [one.country_code for one in found] == ["ES", "PL", "FR", "FR"]


def test_a_partners_own_faculty_behind_a_dash_is_part_of_it(tmp_path: Path) -> None:
    names = [f"{name} – Faculty of {unit} (2004)" for name in NAMES for unit in ("Law", "Arts")]
    wide = read("\n".join(["University-wide agreements", "", "Japan", *names]), tmp_path)
    own = read("\n".join(["Agreements of Faculties", "", "Japan", *names]), tmp_path)
    assert {one.department for one in wide} == {None}
    assert {one.department for one in own} == {"Faculty of Law", "Faculty of Arts"}
    assert {one.institution for one in own} == set(NAMES)

"""Pages of a text without form feeds: a page's number stands at its foot."""

from __future__ import annotations

from pathlib import Path

from reading import read

FIRST = """Agreements of the university

Japan                    Kenya
Keio University          Moi University
Waseda University        Egerton University

Korea                    Peru
Inha University          Universidad de Piura

Laos                     Togo
Souphanouvong            Université de Lomé

                       7
"""
SECOND = """
Spain                               Sweden
Universidad de León                 Lund University
Universidad de Vigo                 Uppsala University

                          8
"""
THIRD = """
Turkey                    Vietnam
Ege University            Can Tho University

                 9
"""


def test_each_page_has_columns_of_its_own(tmp_path: Path) -> None:
    found = read(FIRST + SECOND + THIRD, tmp_path)
    assert [(one.country, one.institution) for one in found.agreements] == [
        ("Japan", "Keio University"), ("Japan", "Waseda University"),
        ("Korea", "Inha University"), ("Laos", "Souphanouvong"),
        ("Kenya", "Moi University"), ("Kenya", "Egerton University"),
        ("Peru", "Universidad de Piura"), ("Togo", "Université de Lomé"),
        ("Spain", "Universidad de León"), ("Spain", "Universidad de Vigo"),
        ("Sweden", "Lund University"), ("Sweden", "Uppsala University"),
        ("Turkey", "Ege University"), ("Vietnam", "Can Tho University"),
    ]


FACULTIES = """Partnerships of the faculties

Faculty of Law (7)
Chile                                Ghana
  – Universidad de Talca               – Ashesi University
  – Universidad de Tarapacá            – University of Ghana
  – Universidad de Concepción
                                     Kenya
                                       – Moi University
                                       – Egerton University

Faculty of Arts (9)
Japan                                Peru
  – Keio University                    – Universidad de Piura
  – Kobe University                    – Universidad de Lima
  – Waseda University                  – Universidad de Tacna

Laos                                 Togo
  – Souphanouvong University
  – National University of Laos        – Université de Lomé
"""


def test_headings_of_departments_part_the_columns_below_them(tmp_path: Path) -> None:
    found = [(one.department, one.country) for one in read(FACULTIES, tmp_path).agreements]
    law = ["Chile"] * 3 + ["Ghana"] * 2 + ["Kenya"] * 2
    arts = ["Japan"] * 3 + ["Laos"] * 2 + ["Peru"] * 3 + ["Togo"]
    assert found == [*(("Faculty of Law", one) for one in law), *(("Faculty of Arts", one) for one in arts)]


HEADED = """Lehrstuhl             Land        Partner                  Jahr
Lehrstuhl Statik      Japan       Keio University          1998
Lehrstuhl Statik      Kenia       Moi University           2001
Lehrstuhl Statik      Peru        Universidad de Piura     2003

Seite 1
\fUniversität Hohenau

Lehrstuhl             Land        Partner                  Jahr
Lehrstuhl Statik      Spanien     Universidad de León      2004
Lehrstuhl Optik       Togo        Université de Lomé       2011
Lehrstuhl Optik       Türkei      Ege University           2012
"""


def test_whose_table_it_is_stands_above_headings_that_come_again(tmp_path: Path) -> None:
    found = read(HEADED, tmp_path)
    names = ["Keio University", "Moi University", "Universidad de Piura", "Universidad de León", "Université de Lomé"]
    assert [one.institution for one in found.agreements] == [*names, "Ege University"]
    assert [one.department for one in found.agreements] == ["Lehrstuhl Statik"] * 4 + ["Lehrstuhl Optik"] * 2


def test_an_office_above_the_headings_of_each_page_is_a_running_head(tmp_path: Path) -> None:
    head = "\n\nArea Internazionalizzazione\n\nStato\tAteneo\tAnno\n"
    names = ("Alfa", "Delta", "Omega", "Sigma", "Kappa", "Lambda", "Aurora", "Zenit")
    rows = "".join(f"\tUniversidad de {name}\t1990\n" for name in names)
    text = "Convenzioni interuniversitarie" + "".join(f"{head}{one}{rows}" for one in ("Spagna", "Messico", "Cile"))
    found = read(text, tmp_path).agreements
    assert [one.country for one in found] == [*["Spagna"] * 8, *["Messico"] * 8, *["Cile"] * 8]
    assert not any(one.department for one in found)

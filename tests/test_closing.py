"""Entries that close with their country and the year behind it, over as many lines as they take."""

from __future__ import annotations

from pathlib import Path

from reading import read

SINCE = """Partnerschaften auf Fachbereichsebene

Fachbereich Physik (4)

  Europa
    - Univerzitet u Tuzli (Bosnien und Herzegowina),
      seit 1992
    - Universidade do Minho, Departamento de Físi-
      ca (Portugal), seit 1977
    - Universidad de Zaragoza (Spanien), seit
      1995
  Asien
    - Kyushu University (Japan), seit 2003

Fachbereich Chemie (2)

  Asien
    - Chiang Mai University (Thailand), seit 1982
    - Can Tho University, Department of Chemistry
      (Vietnam), seit 1999
"""

STOPPED = """Institutions with exchange agreements

Africa
Kenya. Kenyatta University; University of Nai-
  robi.
St. Lucia. Sir Arthur Lewis Community College.
Asia
Macau. Macao Polytechnic University; University of Macau.
Thailand. Chiang Mai University; Mahidol University.
"""


RAGGED = """List of partner universities
A dagger (†) marks universities
that offer a tuition waiver.

Austria. Universität Wien; Technische Universität
  Graz†; Universität Linz.
Chile. Universidad de Chile; Universidad de
 Talca; Universidad de los Andes.
Italy. Università di Pisa; Università
  di Bologna†.

                          1

Japan. Keio University; Waseda
  University.
Spain. Universidad de Vigo; Universidad
  de León.
"""


def test_a_paragraph_without_its_stop_goes_on_however_little_its_lines_hang(tmp_path: Path) -> None:
    found = read(RAGGED, tmp_path)
    assert [(one.country, one.institution, one.tuition_waiver) for one in found.agreements] == [
        ("Austria", "Universität Wien", False),
        ("Austria", "Technische Universität Graz", True),
        ("Austria", "Universität Linz", False),
        ("Chile", "Universidad de Chile", False),
        ("Chile", "Universidad de Talca", False),
        ("Chile", "Universidad de los Andes", False),
        ("Italy", "Università di Pisa", False),
        ("Italy", "Università di Bologna", True),
        ("Japan", "Keio University", False),
        ("Japan", "Waseda University", False),
        ("Spain", "Universidad de Vigo", False),
        ("Spain", "Universidad de León", False),
    ]
    assert not found.rejects


def test_words_that_lead_to_years_stand_behind_countries_or_below_them(tmp_path: Path) -> None:
    found = read(SINCE, tmp_path)
    assert [(one.department, one.zone, one.country, one.institution, one.year) for one in found.agreements] == [
        ("Fachbereich Physik", "Europa", "Bosnien und Herzegowina", "Univerzitet u Tuzli", 1992),
        ("Fachbereich Physik", "Europa", "Portugal", "Universidade do Minho, Departamento de Física", 1977),
        ("Fachbereich Physik", "Europa", "Spanien", "Universidad de Zaragoza", 1995),
        ("Fachbereich Physik", "Asien", "Japan", "Kyushu University", 2003),
        ("Fachbereich Chemie", "Asien", "Thailand", "Chiang Mai University", 1982),
        ("Fachbereich Chemie", "Asien", "Vietnam", "Can Tho University, Department of Chemistry", 1999),
    ]
    assert not found.rejects


def test_a_full_stop_sets_a_country_off_from_the_names_behind_it(tmp_path: Path) -> None:
    found = read(STOPPED, tmp_path)
    assert [(one.zone, one.country, one.institution) for one in found.agreements] == [
        ("Africa", "Kenya", "Kenyatta University"),
        ("Africa", "Kenya", "University of Nairobi"),
        ("Africa", "St. Lucia", "Sir Arthur Lewis Community College"),
        ("Asia", "Macau", "Macao Polytechnic University"),
        ("Asia", "Macau", "University of Macau"),
        ("Asia", "Thailand", "Chiang Mai University"),
        ("Asia", "Thailand", "Mahidol University"),
    ]

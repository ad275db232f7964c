"""What stands beside names in the lines of lists and dumps: years behind words, marks inside lines, parts of labels."""

from __future__ import annotations

from pathlib import Path

from reading import read

LED = """Umowy wydziałowe

Wydział Humanistyczny
Angola
- Universidade Católica de Angola, umowa z 2019 r.
- Universidade Agostinho Neto, umowa z 2015 r.
Finlandia
- Oulun yliopisto, umowa z 2020 r.
Izrael
- The Hebrew University of Jerusalem, umowa z 2021 r.
"""

UNKNOWN = """Atlantis
Zone Alpha

Japan
- Keio University, zork 1999
- Waseda University, zork 2003
Kenya
- Moi University, zork 2011
"""

STARRED = """Agreements of Faculties

Faculty	Area	Country	Institution
Faculty of Law (3)	Asia	Korea	Korea University *Pohang University of Science and Technology
	Europe	Italy	*University of Bologna
(*) Tuition fees are waived.
"""

HALVES = """Accordi dei dipartimenti

Dipartimento / Scuola	Area	Paese	Istituzione partner
Facoltà di Lettere (2)	Europa	Polonia	Uniwersytet Warszawski
			Politechnika Gdańska
Scuola di Economia	Asia	Giappone	Keio University
e Management (4)		Taiwan	National Chengchi University
	America centrale e	Argentina	Universidad Nacional de Cuyo
	meridionale	Cile	Universidad de Chile
Dipartimento di Scienze	Europa	Grecia	University of Crete
Agrarie, Forestali	Africa	Kenya	Moi University
(3)		Senegal	Université Cheikh Anta Diop
Dipartimento di Chimica (1)	Asia	India	University of Delhi
"""

UNITS = """Convenios por unidad académica

Facultad de Humanidades (3)
Suiza Université de Fribourg
Facultad de Medicina, Università della Svizzera italiana
Canadá Université Laval
"""

JOINED = """大学間学術交流協定校一覧

エジプト
カイロ大学
エジプト ・ 日本科学技術大学
ケニア
モイ大学
"""

TERM = """Relación de convenios marco de la Universidad
Curso 2024-2025

ÁFRICA

Egipto
- Helwan University
- Mansoura University
Kenia
- University of Nairobi
"""


def test_words_before_years_are_no_part_of_names(tmp_path: Path) -> None:
    assert [(one.country, one.institution, one.year) for one in read(LED, tmp_path).agreements] == [
        ("Angola", "Universidade Católica de Angola", 2019),
        ("Angola", "Universidade Agostinho Neto", 2015),
        ("Finlandia", "Oulun yliopisto", 2020),
        ("Izrael", "The Hebrew University of Jerusalem", 2021),
    ]


def test_words_before_years_are_known_by_standing_there_again(tmp_path: Path) -> None:
    assert [(one.institution, one.year) for one in read(UNKNOWN, tmp_path).agreements] == [
        ("Keio University", 1999),
        ("Waseda University", 2003),
        ("Moi University", 2011),
    ]


def test_a_mark_inside_a_line_begins_a_name(tmp_path: Path) -> None:
    assert [(one.institution, one.tuition_waiver) for one in read(STARRED, tmp_path).agreements] == [
        ("Korea University", False),
        ("Pohang University of Science and Technology", True),
        ("University of Bologna", True),
    ]


def test_labels_whose_parts_stand_beside_several_rows(tmp_path: Path) -> None:
    found = read(HALVES, tmp_path).agreements
    assert [one.department for one in found] == [
        *["Facoltà di Lettere"] * 2,
        *["Scuola di Economia e Management"] * 4,
        *["Dipartimento di Scienze Agrarie, Forestali"] * 3,
        "Dipartimento di Chimica",
    ]
    assert [one.zone for one in found[4:6]] == ["America centrale e meridionale"] * 2


def test_an_academic_year_is_no_department(tmp_path: Path) -> None:
    assert {(one.level, one.department) for one in read(TERM, tmp_path).agreements} == {("university", None)}


def test_a_preposition_ends_no_department(tmp_path: Path) -> None:
    found = read(UNITS, tmp_path)
    assert [(one.department, one.country, one.institution) for one in found.agreements] == [
        ("Facultad de Humanidades", "Suiza", "Université de Fribourg"),
        ("Facultad de Humanidades", "Suiza", "Facultad de Medicina, Università della Svizzera italiana"),
        ("Facultad de Humanidades", "Canadá", "Université Laval"),
    ]


def test_a_middle_dot_joins_the_parts_of_a_name(tmp_path: Path) -> None:
    found = read(JOINED, tmp_path)
    assert [(one.country, one.institution.replace(" ", "")) for one in found.agreements] == [
        ("エジプト", "カイロ大学"), ("エジプト", "エジプト・日本科学技術大学"), ("ケニア", "モイ大学"),
    ]

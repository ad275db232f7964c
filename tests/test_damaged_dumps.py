"""Tables dumped between tabs, with what damage does to them: labels in halves, names and their years run together."""

from __future__ import annotations

from pathlib import Path

from reading import read

HALVES = """Agreements between Faculties

Faculty\tRegion\tCountry\tPartner Institution
\tInstitute of Natural\tAsia and\tIndonesia\tUniversitas Airlangga
Science (4)\tOceania\t\tUniversitas Diponegoro
\t\tFiji\tThe University of the South Pacific
\tEurope (Erasmus+)\tSpain\tUniversidad de León
Faculty of Law (1)\tAfrica\tKenya\tMoi University
"""


def test_halves_of_labels_beside_names_are_one_label(tmp_path: Path) -> None:
    found = read(HALVES, tmp_path).agreements
    assert [(one.department, one.zone, one.country_code) for one in found] == [
        ("Institute of Natural Science", "Asia and Oceania", "ID"),
        ("Institute of Natural Science", "Asia and Oceania", "ID"),
        ("Institute of Natural Science", "Asia and Oceania", "FJ"),
        ("Institute of Natural Science", "Europe (Erasmus+)", "ES"),
        ("Faculty of Law", "Africa", "KE"),
    ]
    assert not any(one.needs_review for one in found)


DATED = """Accords de coopération

Pays\tÉtablissement\tAnnée
Suisse\tUniversité de Genève\t1991
\tUniversität Bern ETH Zürich\t1999 2003
Ghana\t*University of Ghana *University of Cape Coast\t2001 2002

Service des relations extérieures\tp. 1
Pays\tÉtablissement\tAnnée
Inde\tUniversity of Calcutta\t2004
\tMaulana Abul Kalam Azad University\t2005
\tof Technology
Italie\tUniversità degli Studi di Torino Università degli Studi di Milano\t2007 2008 2009

Service des relations extérieures\tp. 2
"""


def test_as_many_names_as_years(tmp_path: Path) -> None:
    found = read(DATED, tmp_path).agreements
    assert [(one.institution, one.year) for one in found][:3] == [
        ("Université de Genève", 1991),
        ("Universität Bern", 1999),
        ("ETH Zürich", 2003),
    ]
    assert ("Maulana Abul Kalam Azad University of Technology", 2005) in [(one.institution, one.year) for one in found]
    torino = [one for one in found if one.country_code == "IT"]
    assert torino
    assert all(one.needs_review and one.year is None for one in torino)


def test_a_line_between_a_page_and_the_next_headings_is_no_row(tmp_path: Path) -> None:
    found = read(DATED, tmp_path)
    assert not any("Service" in one.institution for one in found.agreements)
    assert not found.rejects


def test_katakana_in_shift_jis_is_no_latin_alphabet(tmp_path: Path) -> None:
    text = "協定校一覧\nタイ\n　１）チェンマイ大学\n　２）カセサート大学\nインドネシア\n　３）ガジャマダ大学①\n"
    found = read(text, tmp_path, "cp932").agreements
    assert [one.institution for one in found][:2] == ["チェンマイ大学", "カセサート大学"]

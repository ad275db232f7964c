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

"""Rows that the values beside their first lines tell, where wrapped lines stand as close as rows do."""

from __future__ import annotations

from pathlib import Path

from reading import read

DUMP = """Partnerhochschulen der Fachbereiche

Land           Partnerhochschule                 Federführender Fachbereich   Vertrag
                                                                              seit
Europa
Belgien        Université de Liège               Fachbereich                  2003
                                                 Wirtschaftswissenschaften
               Université de Namur               Fachbereich Physik           2004
Bosnien und    Univerzitet u Tuzli               Fachbereich                  2009
Herzegowina                                      Wirtschaftswissenschaften
Griechenland   Aristoteleio Panepistimio         Fachbereich Physik           1992
               Thessalonikis
               Panepistimio Kritis               Fachbereich Chemie           1997
Asien
Japan          Universität für Fremdsprachen     Fachbereich Chemie           2001
               Tokio
               Kyushu University                 Fachbereich                  2011
                                                 Wirtschaftswissenschaften
Korea          Inha University                   Fachbereich Chemie           2012
"""


def test_a_value_stands_beside_the_first_line_of_its_row(tmp_path: Path) -> None:
    found = read(DUMP, tmp_path)
    told = [(one.zone, one.country, one.institution, one.department, one.year) for one in found.agreements]
    assert told == [
        ("Europa", "Belgien", "Université de Liège", "Fachbereich Wirtschaftswissenschaften", 2003),
        ("Europa", "Belgien", "Université de Namur", "Fachbereich Physik", 2004),
        ("Europa", "Bosnien und Herzegowina", "Univerzitet u Tuzli", "Fachbereich Wirtschaftswissenschaften", 2009),
        ("Europa", "Griechenland", "Aristoteleio Panepistimio Thessalonikis", "Fachbereich Physik", 1992),
        ("Europa", "Griechenland", "Panepistimio Kritis", "Fachbereich Chemie", 1997),
        ("Asien", "Japan", "Universität für Fremdsprachen Tokio", "Fachbereich Chemie", 2001),
        ("Asien", "Japan", "Kyushu University", "Fachbereich Wirtschaftswissenschaften", 2011),
        ("Asien", "Korea", "Inha University", "Fachbereich Chemie", 2012),
    ]

"""Dumps as programs write them: Markdown, recognised scans, tables with merged cells that keep their layout."""

from __future__ import annotations

from pathlib import Path

from reading import read

MARKDOWN = """# 各學院姊妹院校

（資料來源：國際處）

## 社會科學院（3 所）

| 國家 | 姊妹校 | 簽約年 |
| :--- | :--- | :---: |
| **日本** | 早稻田大學<br>東京大學 | 1996<br>2022 |
| **荷蘭** | 萊登大學 | 2018 |
"""


def test_values_on_as_many_lines_as_names_are_rows_of_markdown(tmp_path: Path) -> None:
    found = read(MARKDOWN, tmp_path).agreements
    assert [(one.department, one.country, one.institution, one.year) for one in found] == [
        ("社會科學院", "日本", "早稻田大學", 1996),
        ("社會科學院", "日本", "東京大學", 2022),
        ("社會科學院", "荷蘭", "萊登大學", 2018),
    ]


SCAN = """   A S I E N

  JAPAN ( 2 )
    Keio  University
   Waseda   University
  KINA (1 )
     Fudan University , Medicinska  fakulteten

   E U R O P A

  NORGE ( 2 )
   Universitetet  i Bergen
     Universitetet i   Oslo
"""


def test_white_space_of_recognised_scans_parts_nothing(tmp_path: Path) -> None:
    found = read(SCAN, tmp_path).agreements
    assert [(one.zone, one.country, one.institution) for one in found] == [
        ("ASIEN", "JAPAN", "Keio University"),
        ("ASIEN", "JAPAN", "Waseda University"),
        ("ASIEN", "KINA", "Fudan University, Medicinska fakulteten"),
        ("EUROPA", "NORGE", "Universitetet i Bergen"),
        ("EUROPA", "NORGE", "Universitetet i Oslo"),
    ]


MERGED = """Accords d'échange des composantes
   Composante                  Pays         Établissement partenaire            Signé en

   UFR Droit et Science        Estonie      Eesti Kunstiakadeemia               1997
   politique
                                            Tallinna Tehnikaülikool             2023
   (5 accords)
                                            Tartu Ülikool                       2009

                               Finlande     Lapin yliopisto                     2021

                                            Tampereen yliopisto                 2002

   UFR Lettres                 Chili        Universidad Técnica Federico        1998
   (4 accords)                              Santa María

                                            Universidad Austral de Chile        2003

                               Grèce        University of Crete                 1991

                                            University of Patras                1993
"""


def test_counts_some_rows_below_belong_to_their_department(tmp_path: Path) -> None:
    found = read(MERGED, tmp_path).agreements
    assert [(one.department, one.institution, one.year) for one in found] == [
        ("UFR Droit et Science politique", "Eesti Kunstiakadeemia", 1997),
        ("UFR Droit et Science politique", "Tallinna Tehnikaülikool", 2023),
        ("UFR Droit et Science politique", "Tartu Ülikool", 2009),
        ("UFR Droit et Science politique", "Lapin yliopisto", 2021),
        ("UFR Droit et Science politique", "Tampereen yliopisto", 2002),
        ("UFR Lettres", "Universidad Técnica Federico Santa María", 1998),
        ("UFR Lettres", "Universidad Austral de Chile", 2003),
        ("UFR Lettres", "University of Crete", 1991),
        ("UFR Lettres", "University of Patras", 1993),
    ]


BRACKETS = """Dipartimento di Ingegneria Civile e Ambientale (5
accordi)
Kenya
– Facoltà di Giurisprudenza, Kenyatta University (dal
2005)
– Strathmore University (dal 2009)
Cina
– Facoltà di Giurisprudenza, Fudan University
(dal 2019)
– Nanjing University (dal 2018)
– Tongji University (dal 2001)
"""


def test_a_bracket_on_two_lines_is_one_value(tmp_path: Path) -> None:
    found = read(BRACKETS, tmp_path).agreements
    assert [(one.country, one.institution, one.year) for one in found] == [
        ("Kenya", "Facoltà di Giurisprudenza, Kenyatta University", 2005),
        ("Kenya", "Strathmore University", 2009),
        ("Cina", "Facoltà di Giurisprudenza, Fudan University", 2019),
        ("Cina", "Nanjing University", 2018),
        ("Cina", "Tongji University", 2001),
    ]
    assert {one.department for one in found} == {"Dipartimento di Ingegneria Civile e Ambientale"}


YEARS = """Country Partner institution Year
ASIA AND THE PACIFIC RIM
India Indian Institute of Technology Madras 2022
Japan Keio University 2001
EUROPE
France École normale supérieure de Lyon 1991
Sciences Po Lyon 2021
Hungary Eötvös Loránd Tudományegyetem, School of
Business 2018
Szegedi Tudományegyetem 2006
"""


def test_a_year_at_the_end_of_a_line_ends_its_name(tmp_path: Path) -> None:
    found = read(YEARS, tmp_path).agreements
    assert [(one.country, one.institution, one.year) for one in found] == [
        ("India", "Indian Institute of Technology Madras", 2022),
        ("Japan", "Keio University", 2001),
        ("France", "École normale supérieure de Lyon", 1991),
        ("France", "Sciences Po Lyon", 2021),
        ("Hungary", "Eötvös Loránd Tudományegyetem, School of Business", 2018),
        ("Hungary", "Szegedi Tudományegyetem", 2006),
    ]

"""Pages of text whose heads and years stand some squares off their columns."""

from __future__ import annotations

from pathlib import Path

from reading import read

PAGE = """II. Accords spécifiques des composantes
 Composante        Zone                  Pays          Établissement partenaire              Année
 (nombre d'accords)
 UFR Sciences et          Afrique        Maroc         Université Ibn Zohr d'Agadir            2011
 Techniques (5)
                                                       Université Mohammed Premier             2013
                          Europe         Slovénie      Univerza v Ljubljani                    2011
                                                       Laboratoire de Physique, Université 1997
                                                       de Maribor
                                         Suisse        Université de Fribourg                  2002
 Faculté de Droit (2)     Afrique        Tunisie       Université de Carthage                  2008
                                                       Université de Sfax                      2009
"""


def test_heads_and_years_stand_in_their_columns(tmp_path: Path) -> None:
    found = read(PAGE, tmp_path)
    law, science = "Faculté de Droit", "UFR Sciences et Techniques"
    assert {one.level for one in found.agreements} == {"department"}
    assert [(one.department, one.country, one.institution, one.year) for one in found.agreements] == [
        (science, "Maroc", "Université Ibn Zohr d'Agadir", 2011),
        (science, "Maroc", "Université Mohammed Premier", 2013),
        (science, "Slovénie", "Univerza v Ljubljani", 2011),
        (science, "Slovénie", "Laboratoire de Physique, Université de Maribor", 1997),
        (science, "Suisse", "Université de Fribourg", 2002),
        (law, "Tunisie", "Université de Carthage", 2008),
        (law, "Tunisie", "Université de Sfax", 2009),
    ]

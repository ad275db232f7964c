"""Editions with truth written by hand: the 2008 edition as a careful reader reads it, and small ones."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from benchmarks.score import score
from pipeline import clean, extract
from pipeline.records import Agreement, Cleaned
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.tsv"))
CASES = sorted((ROOT / "tests" / "cases").glob("*.tsv"))
EDITION = ROOT / "raw" / "conventions-2008-fr.txt"


@cache
def cleaned(path: Path) -> Cleaned:
    return clean.clean(extract.read(path, Settings()), Settings())


def truth(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def source(path: Path) -> Path:
    beside = path.with_suffix(".txt")
    return beside if beside.exists() else ROOT / "raw" / beside.name


def rows(found: Cleaned) -> list[dict[str, object]]:
    names = ("level", "department", "country_code", "institution", "zone", "tuition_waiver", "year")
    return [{name: getattr(one, name) for name in names} for one in found.agreements]


@pytest.mark.parametrize("path", [*GOLDEN, *CASES], ids=lambda path: path.stem)
def test_every_row_is_the_readers(path: Path) -> None:
    found = score(rows(cleaned(source(path))), truth(path))
    assert (found.missing, found.wrong) == ((), ())


@pytest.mark.parametrize("path", [*GOLDEN, *CASES], ids=lambda path: path.stem)
def test_zone_waiver_and_year_are_the_readers(path: Path) -> None:
    found = {
        (one.department or "", one.country_code or "", one.institution): one for one in cleaned(source(path)).agreements
    }
    for want in truth(path):
        one = found.get((want["department"], want["iso2"], want["institution"]))
        if one is None:  # spelt another way: the test above compares folded texts
            continue
        assert not want["zone"] or one.zone == want["zone"], want
        assert not want["waiver"] or one.tuition_waiver == (want["waiver"] == "1"), want
        assert not want.get("year") or one.year == int(want["year"]), want


def in_department(part: str) -> list[Agreement]:
    return [one for one in cleaned(EDITION).agreements if part in (one.department or "")]


def country_of(part: str, department: str) -> list[str | None]:
    return [one.country for one in in_department(department) if part in one.institution]


def test_2008_in_figures() -> None:
    found = cleaned(EDITION)
    university = [one for one in found.agreements if one.level == "university"]
    assert (len(university), len({one.country_code for one in university})) == (127, 25)
    assert len({one.department for one in found.agreements if one.department}) == 23
    assert sum(one.level == "department" for one in found.agreements) == 282


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Faculté de Physique Appliquée, Université de Twente", "Pays-Bas"),
        ("Académie des Sciences de Pologne", "Pologne"),
        ("Académie des Sciences de Russie", "Russie"),
        ("Queen Mary", "Royaume-Uni"),
        ("James Franck", "États-Unis"),
    ],
)
def test_2008_a_wrapped_name_pushes_four_institutions_over_the_departments_end(name: str, country: str) -> None:
    assert country_of(name, "Télécommunications") == [country]


def test_2008_labels_slipped_under_the_asia_centre() -> None:
    centre = "Asie du Nord-est"
    assert country_of("Université de Corée", centre) == ["Corée du Sud"] * 2
    assert country_of("Centre de Géoscience", centre) == ["Mongolie"]
    assert sum(one.country == "Russie" for one in in_department(centre)) == 5
    assert {one.zone for one in in_department(centre) if one.country == "Mongolie"} == {"Asie"}
    cuba = [one.department for one in cleaned(EDITION).agreements if one.institution == "Institut Finlay"]
    assert cuba == ["Centre de Cyclotron et de Radioisotope"]
    assert not [one for one in in_department(centre) if one.country == "Cuba"]


def test_2008_facts_are_not_cured_but_asked() -> None:
    kookmin = next(one for one in cleaned(EDITION).agreements if "Kookmin" in one.institution)
    assert (kookmin.country, kookmin.needs_review) == ("Chine", True)


def test_2008_every_doubt_of_the_reader_is_asked() -> None:
    asked = {one.institution for one in cleaned(EDITION).agreements if one.needs_review}
    for want in truth(ROOT / "tests" / "golden" / "conventions-2008-fr.tsv"):
        if want["note"].startswith("review:") and "Tashkent" not in want["institution"]:
            assert want["institution"] in asked


def test_2008_counts() -> None:
    accounts = {one.heading: one for one in cleaned(EDITION).reconciliation}
    differing = {
        one.heading: (one.status, one.declared, one.found) for one in accounts.values() if one.status != "match"
    }
    assert differing == {
        "École doctorale de Science / Faculté de Science": ("short", 28, 24),
        "École doctorale d'Ingénierie / École d'Ingénierie": ("short", 58, 56),
        "École doctorale d'Études Environnementales": ("short", 4, 3),
        "École doctorale d'Informatique Éducationnelle, Division Recherche": ("over", 1, 2),
        "Institut de recherche multidisciplinaire sur les Matériaux Avancés": ("short", 25, 24),
    }
    assert "Thaïlande" in accounts["École doctorale de Science / Faculté de Science"].message
    assert "France" in accounts["Institut de recherche multidisciplinaire sur les Matériaux Avancés"].message


def test_2008_dates_stand_at_the_foot_of_their_pages() -> None:
    dated = {part: {one.as_of for one in in_department(part)}
             for part in ("Dentisterie", "Sciences de la Vie")}
    assert dated["Dentisterie"] == {"2008-06"}
    assert dated["Sciences de la Vie"] == {"2007-06"}
    assert {one.as_of for one in cleaned(EDITION).agreements if one.level == "university"} == {None}

"""The names of the 2008 edition that issue 5 is about, and others of their kind."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.records import Agreement
from pipeline.sameness import identify
from pipeline.settings import Settings

CAMPUSES = (
    "Berkeley",
    "Davis",
    "Irvine",
    "Los Angeles",
    "Merced",
    "Riverside",
    "San Diego",
    "San Francisco",
    "Santa Barbara",
    "Santa Cruz",
)


def agreement(name: str, country: str, number: int, unit: str | None = None, edition: str = "e2008") -> Agreement:
    return Agreement(
        agreement_id=f"{edition}-{number}",
        edition=edition,
        level="department" if unit else "university",
        department=None,
        zone=None,
        zone_code=None,
        country=country,
        country_code=country,
        institution=f"{unit}, {name}" if unit else name,
        unit=unit,
        organisation=name,
    )


def rows(*names: tuple[str, str]) -> list[Agreement]:
    return [agreement(name, country, number) for number, (name, country) in enumerate(names)]


def ids(agreements: list[Agreement], tmp_path: Path) -> list[str]:
    named, _, _, _ = identify(agreements, tmp_path, None, Settings(output=tmp_path))
    return [one.institution_id for one in named]


def asked(agreements: list[Agreement], tmp_path: Path) -> set[frozenset[str]]:
    _, _, _, asks = identify(agreements, tmp_path, None, Settings(output=tmp_path))
    return {frozenset((ask.left_text, ask.right_text)) for ask in asks}


NEIGHBOURS = (  # what else the edition lists in those countries, so that nothing is compared in a void
    ("Université de Pékin", "CN"),
    ("Université Fudan", "CN"),
    ("Université Tongji", "CN"),
    ("Université de Nankin", "CN"),
    ("Université de Lund", "SE"),
    ("Université de Stockholm", "SE"),
    ("Université de Dortmund", "DE"),
    ("Université de la Sarre", "DE"),
    ("Université de Yonsei", "KR"),
    ("Université Chosun", "KR"),
    ("Université Stendhal", "FR"),
    ("Université Joseph Fourier", "FR"),
    ("Université de Purdue", "US"),
    ("Université de Washington", "US"),
    ("Université Nationale de Taiwan", "TW"),
)

ONE = (
    (("Université Tsinghua", "CN"), ("Université Tsinghua, Pékin", "CN")),
    (("Université Sung Kyun Kwan", "KR"), ("Université Sun Kyun Kwan", "KR")),
    (("Université Rennes 1", "FR"), ("Université de Rennes 1", "FR")),
    (("Université Dong-eui", "KR"), ("Université de Dong-eui", "KR")),
    (("UNIVERSITÉ FUDAN", "CN"), ("Université Fudan", "CN")),
    (("Universität Göttingen", "DE"), ("University of Göttingen", "DE")),
)

TWO = (
    (("Université Rennes 1", "FR"), ("Université Rennes 2-Haute-Bretagne", "FR")),
    (("Université Sun Yat-Sen", "CN"), ("Université Nationale Sun Yat-sen", "TW")),
    (("Université Sun Yat-sen", "CN"), ("Université Sun Yat-sen", "TW")),
    (("Université Nationale de Cheng Kung", "TW"), ("Université Nationale de Chung Cheng", "TW")),
    (("Université de Zhejiang", "CN"), ("Université Médicale de Zhejiang", "CN")),
    (("Université de Pennsylvanie", "US"), ("Université de l'État de Pennsylvanie", "US")),
    (("Université Nationale de Chungnam", "KR"), ("Université Nationale de Chungbuk", "KR")),
    (("Université de Nankin", "CN"), ("Université d'Aéronautique et d'Astronautique de Nankin", "CN")),
    (("Université de l'Illinois", "US"), ("Université de l'Illinois, Chicago", "US")),
    (('Université de Rome "La Sapienza"', "IT"), ('Université de Rome "Tor Vergata"', "IT")),
    (("Institut de Technologie de Harbin", "CN"), ("Université Médicale de Harbin", "CN")),
    (("Université Mohammed I", "MA"), ("Université Mohammed V", "MA")),
)

ONE_OR_ASKED = (
    (("Université de Göttingen", "DE"), ("Georg-August Universität Göttingen", "DE")),
    (("Centre d'Étude de l'Énergie Nucléaire de Belgique (SCK-CEN)", "BE"), ("SCK-ECENÉ", "BE")),
    (("École Polytechnique Fédérale de Lausanne", "CH"), ("Institut Fédéral Suisse de Technologie de Lausanne", "CH")),
    (("Université de Technologie d'Aix-la-Chapelle", "DE"), ("RWTH Aachen", "DE")),
)


@pytest.mark.parametrize("pair", ONE)
def test_one_institution(pair: tuple[tuple[str, str], tuple[str, str]], tmp_path: Path) -> None:
    left, right, *others = ids(rows(*pair, *NEIGHBOURS), tmp_path)
    assert left == right
    assert others.count(left) == sum(name == "Université Fudan" for name, _ in pair)


@pytest.mark.parametrize("pair", TWO)
def test_two_institutions(pair: tuple[tuple[str, str], tuple[str, str]], tmp_path: Path) -> None:
    left, right = ids(rows(*pair, *NEIGHBOURS), tmp_path)[:2]
    assert left != right


@pytest.mark.parametrize("pair", ONE_OR_ASKED)
def test_never_silently_two(pair: tuple[tuple[str, str], tuple[str, str]], tmp_path: Path) -> None:
    agreements = rows(*pair, *NEIGHBOURS)
    left, right = ids(agreements, tmp_path)[:2]
    assert left == right or frozenset(name for name, _ in pair) in asked(agreements, tmp_path)


def test_the_campuses_of_california_are_ten(tmp_path: Path) -> None:
    names = [(f"Université de Californie, {campus}", "US") for campus in CAMPUSES]
    assert len(set(ids(rows(*names, *NEIGHBOURS), tmp_path)[: len(CAMPUSES)])) == len(CAMPUSES)


def test_a_university_without_its_campus_joins_none_of_them(tmp_path: Path) -> None:
    names = [
        ("Université de Californie", "US"),
        ("Université de Californie, Davis", "US"),
        ("Université de Californie, Irvine", "US"),
    ]
    assert len(set(ids(rows(*names, *NEIGHBOURS), tmp_path)[:3])) == 3


def test_sciences_and_technologies_are_four(tmp_path: Path) -> None:
    of = ("de Chine", "de Pékin", "de Qingdao", "du Shaanxi")
    names = [(f"Université des Sciences et Technologies {one}", "CN") for one in of]
    assert len(set(ids(rows(*names, *NEIGHBOURS), tmp_path)[:4])) == 4


def test_the_unit_makes_no_institution(tmp_path: Path) -> None:
    law = agreement("Université de Rome", "IT", 1, unit="Faculté de Droit")
    physics = agreement("Université de Rome", "IT", 2, unit="Département de Physique")
    assert len(set(ids([law, physics, agreement("Université de Rome", "IT", 3)], tmp_path))) == 1


def test_an_institute_of_an_academy_is_the_academy(tmp_path: Path) -> None:
    physics = agreement("Académie des Sciences de Chine", "CN", 1, unit="Institut de Physique")
    chemistry = agreement("Académie des Sciences de Chine", "CN", 2, unit="Institut de Chimie")
    social = agreement("Académie des Sciences Sociales de Chine", "CN", 3, unit="Institut de Droit")
    one, same, other = ids([physics, chemistry, social], tmp_path)
    assert one == same != other


@pytest.mark.parametrize("name", ["Université d'Uppsala", "Académie des Sciences de Russie"])
def test_a_repaired_country_never_merges_by_itself(name: str, tmp_path: Path) -> None:
    printed = agreement(name, "SE", 1)
    repaired = replace(agreement(name, "SE", 2), repairs=("moved_label",))
    named, institutions, merges, asks = identify([printed, repaired], tmp_path, None, Settings(output=tmp_path))
    assert named[0].institution_id != named[1].institution_id
    assert len(institutions) == 2
    assert not merges
    assert [(ask.left_text, ask.right_text) for ask in asks] == [(name, name)]


def test_every_pair_of_neighbours_is_two(tmp_path: Path) -> None:
    found = ids(rows(*NEIGHBOURS), tmp_path)
    assert all(left != right for left, right in combinations(found, 2))

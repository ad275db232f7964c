"""Institutions across editions: ids that survive, decisions of people, the authority file."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.records import Agreement, Institution
from pipeline.sameness import BadAuthority, BadDecisions, identify
from pipeline.sameness.authority import read_authority
from pipeline.sameness.decisions import COLUMNS, read_decisions
from pipeline.sameness.nodes import partner
from pipeline.settings import Settings

FIXTURES = Path(__file__).parent / "fixtures" / "authority"


def agreement(name: str, country: str | None, number: int, edition: str = "e2008") -> Agreement:
    return Agreement(
        agreement_id=f"{edition}-{number}",
        edition=edition,
        level="university",
        department=None,
        zone=None,
        zone_code=None,
        country=country,
        country_code=country,
        institution=name,
        unit=None,
        organisation=name,
    )


OLD = [
    agreement(name, country, number)
    for number, (name, country) in enumerate(
        [
            ("Université Tsinghua", "CN"),
            ("Université Fudan", "CN"),
            ("Université de Lund", "SE"),
            ("Université Rennes 1", "FR"),
            ("Université Rennes 2", "FR"),
            ("Université de Göttingen", "DE"),
            ("Université d'Oulu", "FI"),
        ]
    )
]
NEW = [
    agreement("Université Tsinghua, Pékin", "CN", 1, "e2012"),
    agreement("Universität Göttingen", "DE", 2, "e2012"),
    agreement("Université de Lund", "SE", 3, "e2012"),
    agreement("Université de Tampere", "FI", 4, "e2012"),
]


def institution_ids(agreements: Iterable[Agreement], folder: Path, authority: Path | None = None) -> dict[str, str]:
    named, _, _, _ = identify(list(agreements), folder / "rulings", authority, Settings(output=folder))
    return {one.agreement_id: one.institution_id for one in named}


def write_table(folder: Path, institutions: Iterable[Institution]) -> None:
    """The last output's table, as the load stage writes the columns that matter here."""
    with (folder / "institutions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["institution_id", "name", "country_code", "aliases"])
        writer.writerows([i.institution_id, i.name, i.country_code or "", json.dumps(i.aliases)] for i in institutions)


def decide(folder: Path, *rows: tuple[str, str, str, str, str]) -> Path:
    corrections = folder / "corrections"
    corrections.mkdir(exist_ok=True)
    with (corrections / "institutions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([*row, "looked it up", "Ada", "2024-05-01"] for row in rows)
    return corrections


def test_the_order_of_editions_changes_no_id(tmp_path: Path) -> None:
    both = OLD + NEW
    shuffled = random.Random(3).sample(both, len(both))
    assert institution_ids(both, tmp_path) == institution_ids(shuffled, tmp_path)


def test_a_new_edition_changes_no_id(tmp_path: Path) -> None:
    before = institution_ids(OLD, tmp_path)
    after = institution_ids(OLD + NEW, tmp_path)
    assert {one: after[one] for one in before} == before
    assert after["e2012-1"] == before["e2008-0"]


def test_an_edition_that_comes_before_changes_no_id(tmp_path: Path) -> None:
    """The chief spelling is another then; the last output's table remembers the id."""
    _, institutions, _, _ = identify(OLD, tmp_path / "rulings", None, Settings(output=tmp_path))
    before = {one.name: one.institution_id for one in institutions}
    write_table(tmp_path, institutions)
    earlier = [replace(one, edition="e1999", agreement_id=f"e1999-{n}") for n, one in enumerate(NEW)]
    after = institution_ids(OLD + earlier, tmp_path)
    assert {row.institution: after[row.agreement_id] for row in OLD} == before


def test_a_second_run_on_the_first_one_s_output_is_the_same(tmp_path: Path) -> None:
    first = identify(OLD + NEW, tmp_path / "rulings", None, Settings(output=tmp_path))
    write_table(tmp_path, first[1])
    assert identify(OLD + NEW, tmp_path / "rulings", None, Settings(output=tmp_path)) == first


def test_every_agreement_has_its_institution(tmp_path: Path) -> None:
    named, institutions, _, _ = identify(OLD + NEW, tmp_path / "rulings", None, Settings(output=tmp_path))
    assert [one.agreement_id for one in named] == [one.agreement_id for one in OLD + NEW]
    assert {one.institution_id for one in named} == {one.institution_id for one in institutions}
    assert sum(one.agreement_count for one in institutions) == len(named)
    tsinghua = next(one for one in institutions if one.name == "Université Tsinghua")
    assert tsinghua.aliases == ("Université Tsinghua, Pékin",)
    assert tsinghua.editions == ("e2008", "e2012")


def test_every_merge_says_why(tmp_path: Path) -> None:
    _, _, merges, asks = identify(OLD + NEW, tmp_path / "rulings", None, Settings(output=tmp_path))
    assert {(one.kept_text, one.merged_text) for one in merges} == {
        ("Université Tsinghua", "Université Tsinghua, Pékin"),
        ("Université de Göttingen", "Universität Göttingen"),
    }
    assert all(one.evidence and one.by == "rule:same_name" and 0.5 < one.score <= 1 for one in merges)
    assert all(one.evidence for one in asks)


def test_no_agreements_are_no_institutions(tmp_path: Path) -> None:
    assert identify([], tmp_path / "rulings", None, Settings(output=tmp_path)) == ((), (), (), ())


def test_a_register_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "institutions.csv").write_bytes(b"\xff\xfe\x00broken")
    assert len(institution_ids(OLD, tmp_path)) == len(OLD)


def test_a_decision_joins_what_no_rule_would(tmp_path: Path) -> None:
    corrections = decide(tmp_path, ("Université de Lund", "SE", "Université d'Oulu", "FI", "same"))
    named, _, merges, asks = identify(OLD, corrections, None, Settings(output=tmp_path))
    assert named[2].institution_id == named[6].institution_id
    assert [one.by for one in merges] == ["correction:Ada, 2024-05-01"]
    assert "looked it up" in merges[0].evidence
    assert not [ask for ask in asks if not ask.left_id]


def test_a_decision_keeps_apart_what_a_rule_would_join(tmp_path: Path) -> None:
    corrections = decide(tmp_path, ("Université Tsinghua", "CN", "Université Tsinghua, Pékin", "", "different"))
    named, _, _, asks = identify(OLD + NEW, corrections, None, Settings(output=tmp_path))
    assert named[0].institution_id != named[len(OLD)].institution_id
    assert not [ask for ask in asks if "Tsinghua" in ask.left_text and ask.left_id]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [("Université de Nulle Part", "FR", "Université de Lund", "SE", "same")],
            "no edition has “Université de Nulle Part”",
        ),
        (
            [
                ("Université de Lund", "SE", "Université d'Oulu", "", "same"),
                ("Université d'Oulu", "", "Université de Lund", "", "different"),
            ],
            "another row decides the opposite",
        ),
        (
            [
                ("Université de Lund", "", "Université d'Oulu", "", "same"),
                ("Université d'Oulu", "", "Université Fudan", "", "same"),
                ("Université de Lund", "", "Université Fudan", "", "different"),
            ],
            "join the two in a chain",
        ),
    ],
)
def test_a_decision_that_does_not_fit_is_reported(
    rows: list[tuple[str, str, str, str, str]], said: str, tmp_path: Path
) -> None:
    _, _, _, asks = identify(OLD, decide(tmp_path, *rows), None, Settings(output=tmp_path))
    assert said in asks[0].evidence
    assert "corrections/institutions.csv, row" in asks[0].evidence


@pytest.mark.parametrize(
    "content", ["left,right\n", "left,left_country,right,right_country,decision,reason,author,date\na,,b,,maybe,,,\n"]
)
def test_decisions_that_cannot_be_read_are_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "institutions.csv").write_text(content, encoding="utf-8")
    with pytest.raises(BadDecisions, match=r"institutions\.csv"):
        read_decisions(tmp_path)


@pytest.mark.parametrize("schema", ["ror-v1.json", "ror-v2.json"])
def test_names_of_one_record_are_one(schema: str, tmp_path: Path) -> None:
    names = (
        "Example Institute of Technology",
        "Politecnico di Esempio",
        "Example College of Arts",
        "Old Example Institute",
    )
    rows = [agreement(name, "CH", number) for number, name in enumerate(names)]
    named, institutions, merges, _ = identify(rows, tmp_path / "rulings", FIXTURES / schema, Settings(output=tmp_path))
    assert named[0].institution_id == named[1].institution_id
    assert len({one.institution_id for one in named}) == 3
    records = {one.name: one.ror_id for one in institutions}
    assert records["Example Institute of Technology"] == "https://ror.org/00example1"
    assert records["Example College of Arts"] == "https://ror.org/00example2"
    assert records["Old Example Institute"] is None
    assert [one.by for one in merges] == ["authority:ROR"]


def test_both_schemas_say_the_same() -> None:
    assert read_authority(FIXTURES / "ror-v1.json") == read_authority(FIXTURES / "ror-v2.json")


@pytest.mark.parametrize("content", ["", "{}", "[1]", "no json"])
def test_an_authority_file_that_is_none_is_told(content: str, tmp_path: Path) -> None:
    path = tmp_path / "ror.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadAuthority, match=r"ror\.json"):
        read_authority(path)


def test_whole_universities_are_not_the_federation_they_belong_to() -> None:
    school = replace(
        agreement("x", "GB", 1),
        institution="London School, University of London",
        unit="London School",
        organisation="University of London",
    )
    assert partner(school) == "London School, University of London"
    assert partner(replace(school, level="department")) == "University of London"
    assert partner(replace(school, unit="Faculty of Law")) == "University of London"

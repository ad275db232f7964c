"""Head nouns, units inside names, clues and evidence."""

from __future__ import annotations

import csv
import random
from bisect import bisect_left, bisect_right
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import knowledge

LEXICON = knowledge.load()
NAMES = Path(__file__).parent.parent / "benchmarks" / "data" / "institution-names.csv"


def _likely(name: str) -> list[str]:
    """Where names likely start: the rest of the text from there, its first words."""
    tokens = name.split()
    starts = {start.index for start in knowledge.head_starts(LEXICON, tokens) if start.strength >= 0.5}
    return [" ".join(tokens[at : at + 2]) for at in sorted(starts)]


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        (
            "University of Stellenbosch University of Johannesburg "
            "Laboratory for Acoustic Research, University of the Free State",
            ["University of", "University of", "Laboratory for", "University of"],
        ),
        (
            "Universidade de Tocantins Pontifícia Universidade Católica de São Paulo",
            ["Universidade de", "Pontifícia Universidade"],
        ),
        (
            "Taoist College Singapore Nanyang Technological University",
            ["Taoist College", "Nanyang Technological"],
        ),
        ("University of Johannesburg Stanford University", ["University of", "Stanford University"]),
        ("Al Hussein Bin Talal University", ["Al Hussein"]),
        ("Hôpital de Pékin Deuxième Université Médicale de Shanghai", ["Hôpital de", "Deuxième Université"]),
        ("Branche sibérienne de l'Académie des Sciences de Russie", ["Branche sibérienne"]),
        ("Faculty of Law of Stanford University", ["Faculty of"]),
        ("University College Cork", ["University College"]),
        ("Technische und Wirtschaftswissenschaftliche Universität Budapest", ["Technische und"]),
        ("東京大学 京都大学法学部", ["東京大学 京都大学法学部", "京都大学法学部"]),
        ("Szegedi Tudományegyetem", ["Szegedi Tudományegyetem"]),
        ("no head here", []),
    ],
)
def test_head_starts(name: str, starts: list[str]) -> None:
    assert _likely(name) == starts


def test_a_word_that_can_be_either_gives_both_kinds() -> None:
    starts = knowledge.head_starts(LEXICON, ["Institut", "Forsyth"])
    assert {(start.index, start.kind) for start in starts} == {(0, "unit"), (0, "organisation")}


def test_a_head_start_covers_its_head() -> None:
    (start,) = knowledge.head_starts(LEXICON, ["Nanyang", "Technological", "University"])
    assert (start.index, start.length, start.head, start.language) == (0, 3, 2, "en")


@pytest.mark.parametrize(
    ("name", "unit", "organisation"),
    [
        ("Faculté de Droit, Université de Rome", "Faculté de Droit", "Université de Rome"),
        ("École de Mines", None, "École de Mines"),
        ("University of Tokyo, Faculty of Law", "Faculty of Law", "University of Tokyo"),
        ("東京大学法学部", "法学部", "東京大学"),
        ("東京大学大学院法学政治学研究科", "大学院法学政治学研究科", "東京大学"),
        ("北京大学法学院", "法学院", "北京大学"),
        ("서울대학교 법과대학", "법과대학", "서울대학교"),
        (
            "Juristischen Fakultät der Georg-August Universität Göttingen",
            "Juristischen Fakultät",
            "Georg-August Universität Göttingen",
        ),
        (
            "Institut de Physique, Académie des Sciences de Russie",
            "Institut de Physique",
            "Académie des Sciences de Russie",
        ),
        ("Programme de doctorat, Université d'Indonésie", "Programme de doctorat", "Université d'Indonésie"),
        (
            "Queen Mary and Westfield College, University of London",
            "Queen Mary and Westfield College",
            "University of London",
        ),
        ("Université de Californie, Berkeley", None, "Université de Californie, Berkeley"),
        (
            "Institut de Dentisterie, Faculté de Médecine, Université d'Oulu",
            "Institut de Dentisterie, Faculté de Médecine",
            "Université d'Oulu",
        ),
        ("Stanford University School of Medicine", "School of Medicine", "Stanford University"),
        ("University Medical School of Debrecen", None, "University Medical School of Debrecen"),
        ("Faculty of Law of the University of Rome", "Faculty of Law", "University of Rome"),
        (
            "Branche sibérienne de l'Académie des Sciences de Russie",
            "Branche sibérienne",
            "Académie des Sciences de Russie",
        ),
        (
            "École des Mines de Saint-Étienne, Centre Matériaux et Structures",
            "Centre Matériaux et Structures",
            "École des Mines de Saint-Étienne",
        ),
        (
            "Facoltà di Giurisprudenza Università degli Studi di Milano",
            "Facoltà di Giurisprudenza",
            "Università degli Studi di Milano",
        ),
        ("Faculté des Sciences", "Faculté des Sciences", None),
        ("Laboratoire National de Chimie, Pune", None, "Laboratoire National de Chimie, Pune"),
        (
            "Département de Recherche sur les Matériaux, SCK-CEN",
            "Département de Recherche sur les Matériaux",
            "SCK-CEN",
        ),
        (
            "Institute of Physics of the Russian Academy of Sciences",
            "Institute of Physics",
            "Russian Academy of Sciences",
        ),
        ("Institut Forsyth", None, "Institut Forsyth"),
    ],
)
def test_split_unit(name: str, unit: str | None, organisation: str | None) -> None:
    assert knowledge.split_unit(LEXICON, name) == (unit, organisation)


def test_is_unit_and_is_organisation() -> None:
    assert knowledge.is_unit(LEXICON, "Faculté de Droit")
    assert not knowledge.is_organisation(LEXICON, "Faculté de Droit")
    assert knowledge.is_organisation(LEXICON, "Uniwersytet Warszawski")
    assert not knowledge.is_unit(LEXICON, "Uniwersytet Warszawski")
    assert knowledge.is_unit(LEXICON, "Institut de Physique")
    assert knowledge.is_organisation(LEXICON, "Institut de Physique")


@given(
    st.lists(
        st.sampled_from(
            [
                "University",
                "of",
                "Law",
                ",",
                "Faculté",
                "de",
                "l'Académie",
                "東京大学法学部",
                "(",
                "Rome",
                ")",
                "Institut",
            ]
        ),
        max_size=9,
    )
)
def test_split_invents_and_loses_no_letter_of_an_institution(words: list[str]) -> None:
    name = " ".join(words)
    for part in knowledge.split_unit(LEXICON, name):
        assert part is None or all(word.strip(",") in name for word in part.split())
        assert part != ""


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Université d'Indonésie", "country", "ID"),
        ("Académie Polonaise des Sciences", "adjective", "PL"),
        ("Université Tsinghua, Pékin", "city", "CN"),
        ("Université de Technologie d'Aix-la-Chapelle", "city", "DE"),
        ("Institut de Technologie du Vide, Varsovie", "city", "PL"),
        ("北京大学", "city", "CN"),
        ("Université de l'Illinois", "subdivision", "US"),
        ("Hogeschool Zuyd", "language", "NL"),
        ("Universiti Malaya", "language", "MY"),
        ("Inner Mongolia University", "adjective", "CN"),
    ],
)
def test_clues_speak_for_the_country(name: str, kind: str, country: str) -> None:
    weights = [
        clue.weights.get(country, 0.0)
        for clue in knowledge.clues(LEXICON, name, ("fr",))
        if clue.kind == kind
    ]
    assert max(weights, default=0.0) > 0.2


def test_a_subject_of_study_is_a_weak_clue() -> None:
    for name in (
        "Center for Japanese Studies",
        "Centre d'Études Japonaises",
        "Institut d'Océanologie de la Mer de Chine",
    ):
        strengths = [clue.strength for clue in knowledge.clues(LEXICON, name) if clue.kind != "language"]
        assert strengths
        assert max(strengths) < 0.3


def test_the_edition_s_own_language_tells_nothing() -> None:
    assert [clue.kind for clue in knowledge.clues(LEXICON, "Universidad Menor", ("es",))] == []
    assert [clue.kind for clue in knowledge.clues(LEXICON, "Universidad Menor", ("fr",))] == ["language"]


def test_a_known_university_tells_its_country() -> None:
    for name in ("Bocconi University", "Institut de Physique, Bocconi University", "Bocconi University (Milano)"):
        (clue,) = [clue for clue in knowledge.clues(LEXICON, name, ("fr",)) if clue.kind == "name"]
        assert max(clue.weights, key=lambda code: clue.weights[code]) == "IT"
    assert knowledge.evidence(LEXICON, "Bocconi University", "IT") > 2
    assert knowledge.evidence(LEXICON, "Bocconi University", "YE") < -2


def test_a_name_that_several_countries_bear_is_a_weaker_clue() -> None:
    (one,) = [clue for clue in knowledge.clues(LEXICON, "Bocconi University") if clue.kind == "name"]
    (several,) = [clue for clue in knowledge.clues(LEXICON, "Arab Open University") if clue.kind == "name"]
    assert several.strength < one.strength


def test_evidence_for_against_and_none() -> None:
    assert knowledge.evidence(LEXICON, "Université de Nankin", "CN", ("fr",)) > 2
    assert knowledge.evidence(LEXICON, "Université de Nankin", "FR", ("fr",)) < -1
    assert knowledge.evidence(LEXICON, "Université Sogang", "KR", ("fr",)) == 0
    assert knowledge.evidence(LEXICON, "Université Nationale de Séoul, Corée", "CN", ("fr",)) < -3


def test_one_clue_that_fits_outweighs_those_that_do_not() -> None:
    for country in ("LB", "US"):
        assert knowledge.evidence(LEXICON, "American University of Beirut", country) > 0


def test_evidence_on_names_of_known_country() -> None:
    with NAMES.open(encoding="utf-8", newline="") as stream:
        rows = [(row["name"], row["country_code"]) for row in csv.DictReader(stream) if row["country_code"]][
            ::4
        ]
    others = [country for _, country in rows]
    random.Random(0).shuffle(others)
    true = [knowledge.evidence(LEXICON, name, country) for name, country in rows]
    chance = sorted(
        knowledge.evidence(LEXICON, name, other) for (name, _), other in zip(rows, others, strict=True)
    )
    above = sum(bisect_left(chance, value) + bisect_right(chance, value) for value in true) / 2
    assert above / len(true) / len(chance) > 0.88  # area under the curve; four names in ten say nothing
    assert sum(value < -2 for value in true) / len(true) < 0.005  # contradicts its own country
    assert all(-6 <= value <= 4 for value in true)


@given(st.text(max_size=80))
def test_any_text_is_answered(text: str) -> None:
    assert -6 <= knowledge.evidence(LEXICON, text, "FR") <= 4.1
    for start in knowledge.head_starts(LEXICON, text.split()):
        assert 0 <= start.index <= start.head < start.index + start.length <= len(text.split())
        assert 0 < start.strength <= 1
    knowledge.split_unit(LEXICON, text)


def test_a_place_in_half_a_word_beside_ideographs_is_no_clue() -> None:
    assert not knowledge.clues(LEXICON, "エトヴェシュ大学 (Eötvös Loránd University)", ("ja",))
    assert "北京" in [clue.words for clue in knowledge.clues(LEXICON, "北京大学")]

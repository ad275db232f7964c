"""The engine on any names: what must hold whatever they are."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.sameness import model
from pipeline.sameness.engine import Clusters, Name, cluster, collapse
from pipeline.sameness.linkage import APART, TOGETHER, average
from pipeline.sameness.parse import LONGEST
from pipeline.sameness.read import parsed

POOL = tuple(
    Name(text, country)
    for text, country in (
        ("University of Göttingen", "DE"),
        ("Universität Göttingen", "DE"),
        ("Georg-August-Universität Göttingen", "DE"),
        ("Université Rennes 1", "FR"),
        ("Université Rennes 2", "FR"),
        ("University of Rennes 1", "FR"),
        ("Kobe University", "JP"),
        ("神戸大学", "JP"),
        ("Waseda University", "JP"),
        ("早稲田大学", "JP"),
        ("Kyiv Polytechnic Institute", "UA"),
        ("Київський політехнічний інститут", "UA"),
        ("Sun Yat-sen University", "CN"),
        ("Sun Yat-sen University", "TW"),
        ("Sun Yat-sen University", None),
        ("جامعة القاهرة", "EG"),
        ("Cairo University", "EG"),
        ("", None),
        ("?!", "FR"),
        ("X", None),
        ("National University", "PH"),
        ("National Academy", "PH"),
    )
)


def groups(names: Sequence[Name], likely: bool) -> set[frozenset[tuple[str, str | None]]]:
    """Clusters as sets of names, which no order can touch."""
    found = cluster(names, model.shipped())
    return {frozenset(group) for group in labelled(found, names, likely).values()}


def labelled(found: Clusters, names: Sequence[Name], likely: bool) -> dict[int, set[tuple[str, str | None]]]:
    of = (found.likely if likely else found.sure)[found.place][found.of]
    out: dict[int, set[tuple[str, str | None]]] = {}
    for name, label in zip(names, of, strict=True):
        out.setdefault(int(label), set()).add((name.text, name.country_code))
    return out


@pytest.mark.parametrize("likely", [False, True])
@given(names=st.lists(st.sampled_from(POOL), min_size=1, max_size=25), seed=st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_order_and_repeats_do_not_matter(likely: bool, names: list[Name], seed: int) -> None:
    shuffled = [*names, *names[:3]]
    random.Random(seed).shuffle(shuffled)
    assert groups(names, likely) == groups(shuffled, likely)


@given(names=st.lists(st.sampled_from(POOL), min_size=2, max_size=25))
@settings(max_examples=25, deadline=None)
def test_no_cluster_spans_two_countries(names: list[Name]) -> None:
    found = cluster(names, model.shipped())
    for likely in (False, True):
        for group in labelled(found, names, likely).values():
            assert len({country for _, country in group} - {None}) <= 1


@given(names=st.lists(st.builds(Name, st.text(max_size=60), st.sampled_from(["FR", "JP", None])), max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_text_is_clustered(names: list[Name]) -> None:
    found = cluster(names, model.shipped())
    assert len(found.of) == len(names)
    assert len(found.sure) == len(found.likely) == len(found.chief)


@pytest.mark.parametrize(
    "text", ["", "a", "…—!?", "x" * 10_000, "University " * 1_000, "جامعة MIT 大学 Университет", "\u202eabc", "١٢٣"]
)
def test_odd_names_break_nothing(text: str) -> None:
    found = cluster([Name(text, "FR"), Name("Université Rennes 1", "FR"), Name(text, None)], model.shipped())
    assert len(found.of) == 3


def test_one_name_many_times_is_one() -> None:
    found = cluster([Name("Kobe University", "JP")] * 50_000, model.shipped())
    assert len(found.names) == 1
    assert set(found.of.tolist()) == {0}


def test_only_the_first_letters_of_a_very_long_name_are_read() -> None:
    tail = "".join(random.Random(0).choices("abcdefgh ", k=9_000))
    short, long = parsed([("Kobe " * (LONGEST // 5), "JP"), ("Kobe " * (LONGEST // 5) + tail, "JP")])
    assert short.tokens == long.tokens


def test_every_sure_cluster_lies_in_a_likely_one() -> None:
    found = cluster(POOL, model.shipped())
    assert all(len(set(found.likely[found.sure == label])) == 1 for label in set(found.sure.tolist()))


def test_names_equal_but_for_case_and_marks_collapse() -> None:
    names, of = collapse(
        [Name("UNIVERSITÉ de Paris", "FR"), Name("Université de Paris", "FR"), Name("universite de paris!", "FR")]
    )
    assert len(names) == 1
    assert of.tolist() == [0, 0, 0]


def test_one_weak_link_joins_no_clusters() -> None:
    """Two groups of three, every pair inside sure, one pair across just over the cut."""
    inside = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5)]
    left, right = (list(side) for side in zip(*inside, (2, 3), strict=True))
    import numpy as np  # noqa: PLC0415

    label = average(6, np.array(left, np.int32), np.array(right, np.int32), np.array([6.0] * 6 + [1.0]), 0.0)
    assert label.tolist() == [0, 0, 0, 1, 1, 1]


def test_what_is_kept_apart_stays_apart() -> None:
    import numpy as np  # noqa: PLC0415

    left, right = np.array([0, 1, 0], np.int32), np.array([1, 2, 2], np.int32)
    label = average(3, left, right, np.array([TOGETHER, 11.0, APART]), 0.0)
    assert label[0] == label[1] != label[2]


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("神戸大学", "JP", ["kobe", "=university"]),
        ("Universität München", "DE", ["=university", "munich"]),
        ("Université de Munich", "DE", ["=university", "munich"]),
        ("Казанский университет", "RU", ["kazan", "=university"]),
        ("Universitätsklinikum Bonn", "DE", ["=hospital", "=university", "bonn"]),
        ("Deuxième Université Médicale de Shanghai", "CN", ["#2", "=university", "=medical", "shanghai"]),
        (
            "Université Pierre et Marie Curie (PARIS VI)",
            "FR",
            ["=university", "pierre", "marie", "curie", "paris", "#6"],
        ),
        ("Universidad Tecnológica de Pekín", "CN", ["=university", "=technology", "beijing"]),
    ],
)
def test_names_are_read_by_meaning(name: str, country: str, expected: list[str]) -> None:
    assert [token.text for token in parsed([(name, country)])[0].tokens] == expected


def test_kanji_are_read_as_the_other_names_write_them() -> None:
    names = parsed([("同志社大学", "JP"), ("Doshisha University", "JP")])
    assert names[0].tokens[0].text == names[1].tokens[0].text == "doshisha"


def test_a_department_and_an_address_fall_away_where_asked() -> None:
    full = "Department of Physics, University of Oslo, Sem Sælands vei 24, 0371 Oslo, Norway"
    assert [t.text for t in parsed([(full, None)], whole=False)[0].tokens][:2] == ["=university", "oslo"]
    assert "=department" in [t.text for t in parsed([(full, None)])[0].tokens]


def test_a_name_without_a_country_finds_its_like() -> None:
    names = [Name("Kobe University", "JP"), Name("University of Kobe", None), Name("Université de Lund", "SE")]
    found = cluster(names, model.shipped())
    label = found.likely[found.place][found.of]
    assert label[0] == label[1] != label[2]

"""Each language's file reads what brochures in that language print."""

from __future__ import annotations

import tomllib
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from pipeline import knowledge
from pipeline.knowledge import tables

LEXICON = knowledge.load()
PRINTED = tomllib.loads((Path(__file__).parent / "fixtures" / "languages.toml").read_text(encoding="utf-8"))
each = pytest.mark.parametrize("printed", PRINTED.values(), ids=list(PRINTED))


@each
def test_headings_side_by_side(printed: dict[str, Any]) -> None:
    headings = [heading.strip() for heading in printed["headings"].split("|")]
    assert knowledge.heading_roles(LEXICON, headings) == ["department", "zone", "country", "institution", "year"]


@pytest.mark.parametrize("code", PRINTED)
def test_headings_tell_the_language(code: str) -> None:
    line = PRINTED[code]["headings"].replace(" | ", "\t")
    labels = [*PRINTED[code]["countries"], *PRINTED[code]["zones"]]
    assert code in knowledge.detect_languages(LEXICON, [line, PRINTED[code]["department"], *labels])


@each
def test_titles_tell_the_level(printed: dict[str, Any]) -> None:
    assert knowledge.level_of_title(LEXICON, printed["university"]) == "university"
    assert knowledge.level_of_title(LEXICON, printed["department"]) == "department"


@each
def test_dates_and_notes(printed: dict[str, Any]) -> None:
    assert knowledge.as_of(LEXICON, printed["date"]) == "2011-03-03"
    assert knowledge.is_continuation(LEXICON, printed["continued"])
    assert knowledge.waiver_legend(LEXICON, printed["legend"]) == "*"
    assert knowledge.waiver_value(LEXICON, printed["yes"]) is True
    assert knowledge.waiver_value(LEXICON, printed["no"]) is False


@each
def test_labels(printed: dict[str, Any]) -> None:
    countries = {label: knowledge.country(LEXICON, label) for label in printed["countries"]}
    assert countries == printed["countries"]
    zones = {label: zone.m49 if (zone := knowledge.zone(LEXICON, label)) else None for label in printed["zones"]}
    assert zones == printed["zones"]


@each
def test_a_name_of_two_parts(printed: dict[str, Any]) -> None:
    unit, organisation = printed["name"].split(", ")
    assert knowledge.split_unit(LEXICON, printed["name"]) == (unit, organisation)


def test_a_languages_own_reading_goes_before_that_of_others() -> None:
    assert knowledge.heading_roles(LEXICON, ["Institution", "Country"]) == ["institution", "country"]
    assert knowledge.heading_roles(LEXICON, ["Institution", "Land", "Lärosäte", "Tecknat"])[0] == "department"
    assert knowledge.heading_roles(LEXICON, ["Institution", "Land", "Partneruniversitet"])[0] == "department"
    assert knowledge.as_of(LEXICON, "listopad 2010", ("pl",)) == "2010-11"


def test_no_word_says_yes_in_one_language_and_no_in_another() -> None:
    notes = [table["notes"] for table in tables.languages().values()]
    yes, no = (set(chain.from_iterable(said[answer] for said in notes)) for answer in ("yes", "no"))
    assert not yes & no


def test_no_heading_word_stands_twice_in_a_file() -> None:
    for code, table in tables.languages().items():
        words = Counter(knowledge.key(word) for word in chain.from_iterable(table["headings"].values()))
        assert [word for word, count in words.items() if count > 1] == [], code

"""The report's page: complete, safe, self-contained, and usable by everyone."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from small_edition import cleaned, result

from pipeline.load.counts import counts
from pipeline.load.report import write_report
from pipeline.load.rows import rows
from pipeline.records import Result

LOADS = {"src", "srcset", "data", "poster", "action", "background"}
VOID = {"meta", "input", "br", "img", "link", "hr"}


class Page(HTMLParser):
    """The tags of a page with their attributes, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def written(whole: Result, folder: Path) -> str:
    made = rows(whole)
    write_report(made, counts(made, ["small"]), {("small", 1): b"jpeg"}, folder / "report.html")
    return (folder / "report.html").read_text(encoding="utf-8")


@pytest.fixture
def text(tmp_path: Path) -> str:
    return written(result(), tmp_path)


@pytest.fixture
def page(text: str) -> Page:
    return Page(text)


def test_every_row_that_needs_a_person_stands_on_it(text: str) -> None:
    for words in (
        "Two readings are about as good.",
        "It stands under Japan.",
        "This text fits nowhere.",
        "It is a note.",
        "One is not there.",
        "The line ends in a hyphen.",
        "The same name twice under Japan.",
        "Both stand in China.",
        "1 agreement to review, 1 reject",
    ):
        assert words in text


def test_a_reject_stands_verbatim_between_its_neighbours(text: str) -> None:
    shown = re.sub(r"<[^>]+>", "", text[text.index('id="j1"') :])
    lines = ["5 \tJapan\tUniversity of Tokyo", "7 lorem ipsum, “dolor”", "9 - 1 -"]
    places = [shown.index(line) for line in lines]
    assert places == sorted(places)


def test_what_an_edition_prints_cannot_become_markup(text: str) -> None:
    assert "=Peking &lt;b&gt;University&lt;/b&gt;" in text
    assert "<b>University" not in text


def test_nothing_is_loaded_from_elsewhere(page: Page, text: str) -> None:
    loads = [value for _, attributes in page.tags for name, value in attributes.items() if name in LOADS]
    assert loads == ["data:image/jpeg;base64,anBlZw=="]
    assert not page.all("link")
    assert all((link["href"] or "").startswith("#") for link in page.all("a"))
    assert not re.search(r"url\(|@import|https?:", text)


def test_tags_are_closed_in_order(page: Page) -> None:
    assert page.open == []


def test_links_lead_to_a_place_on_the_page(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {(link["href"] or "")[1:] for link in page.all("a")} <= set(ids)


def test_it_has_landmarks_a_language_and_labels(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "en"
    assert all(len(page.all(name)) == 1 for name in ("header", "main", "nav", "footer", "h1"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert {label["for"] for label in page.all("label")} >= {one["id"] for one in page.all("input")}
    assert all(cell.get("scope") in ("col", "row") for cell in page.all("th"))


def test_a_clean_run_says_that_nothing_is_to_do(tmp_path: Path) -> None:
    clean = replace(cleaned(), agreements=(), repairs=(), rejects=(), merges=(), reconciliation=())
    text = written(replace(result(), cleaned=(clean,), asks=()), tmp_path)
    for words in (
        "Nothing needs a person.",
        "Nothing to review.",
        "Nothing was rejected.",
        "Nothing to ask.",
    ):
        assert words in text


def test_many_questions_are_folded_and_a_decision_that_fits_nothing_waits_for_a_person(
    tmp_path: Path,
) -> None:
    asks = (replace(result().asks[0], left_id="", right_id=""), *result().asks * 30)
    text = written(replace(result(), asks=asks), tmp_path)
    assert Page(text).open == []
    assert "11 more questions" in text
    assert "1 decision on institutions that does not fit" in text


def test_what_is_not_shown_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.load.report.view.MOST", 2)
    text = written(result(), tmp_path)
    assert text.count("Only the first 2 of 3 are shown here.") == 1
    assert "All of them stand in <code>agreements.csv</code>" in text

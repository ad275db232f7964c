"""Which rows labels govern where no ruling says so."""

from __future__ import annotations

import pytest
from paper import Paper, Spot

from pipeline import knowledge as know
from pipeline.clean.label import label
from pipeline.clean.parts import Role

LEXICON = know.load()
NAMES = [
    "University of Ghana",
    "University of Cape Coast",
    "University of Education",
    "Ashesi University",
    "Delhi University",
    "University of Mumbai",
    "Anna University",
    "Lund University",
    "Uppsala University",
]
SPANS = (("Ghana", 0, 4), ("India", 4, 7), ("Sweden", 7, 9))
ZONES = (("Africa", 0, 4), ("Asia", 4, 7), ("Europe", 7, 9))
HEAD: list[Spot] = [(0, 0, "Region"), (1, 0, "Country"), (2, 0, "Institution")]


def place(anchor: str, first: int, end: int) -> float:
    """Where a label stands in its span, in rows."""
    return {"top": first, "middle": (first + end - 1) / 2, "bottom": end - 1}[anchor]


def rows(zone: str, country: str) -> list[list[Spot]]:
    """The table's rows: a label between two rows is in the lower one's, as extract puts it."""
    found: list[list[Spot]] = [[(2, at + 1, name)] for at, name in enumerate(NAMES)]
    for column, anchor, spans in ((1, country, SPANS), (0, zone, ZONES)):
        for text, first, end in spans:
            at = place(anchor, first, end)
            found[int(at + 0.5)].insert(0, (column, at + 1, text))
    return [HEAD, *found]


def spans(paper: Paper, role: Role) -> dict[str, tuple[int, int] | None]:
    """Label -> the rows it governs, counted in the document."""
    labelled = label(paper.document(), LEXICON)
    return {part.text: part.rows for row in labelled for part in row.parts if part.role == role}


@pytest.mark.parametrize("anchor", ["middle", "bottom"])
@pytest.mark.parametrize("zone", ["top", "middle", "bottom"])
def test_a_label_governs_its_span(anchor: str, zone: str) -> None:
    found = spans(Paper().table(rows(zone, anchor), columns=3), "country")
    assert found == {text: (first + 1, end) for text, first, end in SPANS}


@pytest.mark.parametrize("country", ["middle", "bottom"])
def test_zones_begin_where_countries_do(country: str) -> None:
    found = spans(Paper().table(rows("middle", country), columns=3), "zone")
    assert found == {text: (first + 1, end) for text, first, end in ZONES}


def test_labels_at_the_top_are_left_alone() -> None:
    paper = Paper().table(rows("top", "top"), columns=3)
    assert spans(paper, "country") == dict.fromkeys(("Ghana", "India", "Sweden"))
    assert spans(paper, "zone") == dict.fromkeys(("Africa", "Asia", "Europe"))


def test_a_span_goes_on_over_the_page() -> None:
    """The first rows of the second page have no label: the one before holds on, and takes none of the next one's."""
    second: list[list[Spot]] = [
        HEAD,
        [(2, 1, "Linköping University")],
        [(2, 2, "University of Oslo")],
        [(1, 3, "Norway"), (2, 3, "Nord University")],
        [(2, 4, "Oslo Metropolitan University")],
    ]
    paper = Paper().table(rows("middle", "middle"), columns=3).table(second, page=2, continues=True, columns=3)
    assert spans(paper, "country")["Norway"] == (12, 14)


def test_labels_at_the_foot_are_told_though_the_first_row_has_one() -> None:
    """Each label stands level with a row, and so would it at the top; no label stands below the last row either way."""
    names = ["Moi University", "Delhi University", "Anna University", "Lund University", "Uppsala University"]
    found: list[list[Spot]] = [[(2, at + 1, name)] for at, name in enumerate(names)]
    for at, text in ((0, "Kenya"), (2, "India"), (4, "Sweden")):
        found[at].insert(0, (1, at + 1, text))
    assert spans(Paper().table([HEAD, *found], columns=3), "country")["India"] == (2, 3)

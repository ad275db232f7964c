"""Lists printed in boxes: panels of zones with boxes of countries, labels in white on fills, notes at the side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.records import Cleaned
from pipeline.settings import Settings

HIGH = 595.0
CARDS = (
    (210, 60, ("Belgium", "KU Leuven", "Université de Namur")),
    (210, 130, ("Denmark", "Aarhus Universitet", "Syddansk Universitet")),
    (370, 60, ("Greece", "University of Crete", "University of Patras", "Athens University of Economics")),
    (370, 150, ("Italy", "Politecnico di Torino")),
)


def _box(page: Canvas, x: float, top: float, wide: float, high: float, colour: str, corner: float = 6) -> None:
    page.setFillColor(colour)
    if corner:
        page.roundRect(x, HIGH - top - high, wide, high, corner, stroke=0, fill=1)
    else:
        page.rect(x, HIGH - top - high, wide, high, stroke=0, fill=1)


def _lines(page: Canvas, x: float, top: float, texts: Sequence[str], colour: str = "#000000") -> None:
    for i, text in enumerate(texts):
        page.setFillColor(colour)
        page.setFont("Helvetica-Bold" if i == 0 else "Helvetica", 8)
        page.drawString(x, HIGH - top - 12 * i, text)


def _read(path: Path) -> Cleaned:
    return clean.clean(extract.read(path, Settings()), Settings())


def test_a_panel_holds_boxes_and_a_strip_at_the_side_holds_notes(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "edition.pdf"), (842, HIGH))
    _box(page, 0, 0, 165, HIGH, "#12355b", 0)
    _lines(page, 15, 60, ("Where will you go?",), "#ffffff")
    _lines(page, 15, 200, ("Top tip", "Talk to your Head of School", "before the deadline and"), "#ffffff")
    _box(page, 195, 20, 340, 200, "#cee4e3")
    _box(page, 205, 28, 70, 18, "#0b7a75")
    _lines(page, 212, 40, ("Europe",), "#ffffff")
    for x, top, texts in CARDS:
        _box(page, x - 5, top - 12, 150, 12 * len(texts) + 10, "#ffffff")
        _lines(page, x, top, texts, "#0b7a75")
    page.save()
    found = _read(tmp_path / "edition.pdf").agreements
    assert sorted((one.zone or "", one.country or "", one.institution) for one in found) == sorted(
        ("Europe", texts[0], name) for _, _, texts in CARDS for name in texts[1:]
    )


LABELLED = (
    ("China", ("Tsinghua University", "Peking University", "Nanjing University")),
    ("Korea", ("Seoul National University", "Inha University")),
    ("Taiwan", ("Tamkang University", "Chung Yuan Christian University")),
    ("Thailand", ("Mahidol University", "Thammasat University", "Chiang Mai University")),
)


def test_fills_behind_labels_part_no_rows_of_the_names_beside_them(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "edition.pdf"), (842, HIGH))
    top = 60.0
    for country, names in LABELLED:
        _box(page, 40, top - 10, 70, 14, "#3d5a80", 0)
        _lines(page, 50, top, (country,), "#ffffff")
        for i, name in enumerate(names):
            page.setFillColor("#000000")
            page.setFont("Helvetica", 8)
            page.drawString(125, HIGH - top - 12 * i, name)
        top += 12 * len(names) + 6
    page.save()
    found = _read(tmp_path / "edition.pdf").agreements
    assert [(one.country, one.institution) for one in found] == [
        (country, name) for country, names in LABELLED for name in names
    ]


def test_a_fill_that_is_clipped_hides_no_words_of_its_colour(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "edition.pdf"), (842, HIGH))
    page.saveState()
    border = page.beginPath()
    border.rect(40, HIGH - 44, 200, 4)
    page.clipPath(border, stroke=0, fill=0)
    _box(page, 40, 40, 200, 60, "#0b7a75", 0)
    page.restoreState()
    _lines(page, 50, 60, ("Japan", "Keio University", "Waseda University"), "#0b7a75")
    page.save()
    found = _read(tmp_path / "edition.pdf").agreements
    assert [(one.country, one.institution) for one in found] == [
        ("Japan", "Keio University"),
        ("Japan", "Waseda University"),
    ]


STRIPED = (
    ("Country", ("Universities",)),
    ("Ireland", ("Maynooth University", "University College Cork")),
    ("Italy", ("Politecnico di Torino", "Università di Bologna", "Università di Pisa")),
    ("Poland", ("Politechnika Gdańska", "Uniwersytet Łódzki")),
)


def test_cells_that_are_filled_one_by_one_are_no_boxes_of_a_panel(tmp_path: Path) -> None:
    page = Canvas(str(tmp_path / "edition.pdf"), (842, HIGH))
    top = 60.0
    for i, (country, names) in enumerate(STRIPED):
        high = 12 * len(names) + 6
        for x, wide in ((40, 180), (220, 400)):
            _box(page, x, top, wide, high, "#f4e4e6" if i % 2 else "#fcf6f6", 0)
        _lines(page, 46, top + 12, (country,))
        for k, name in enumerate(names):
            page.setFont("Helvetica", 8)
            page.drawString(226, HIGH - top - 12 - 12 * k, name)
        top += high
    page.save()
    found = _read(tmp_path / "edition.pdf").agreements
    assert [(one.country, len(one.institution) > 0) for one in found] == [
        (country, True) for country, names in STRIPED[1:] for _ in names
    ]


GRID = (
    (("Kenya", "Moi University", "KCA"), ("Macau", "Macao University"), ("Chad", "Doba University", "Sarh Institute")),
    (("Nepal", "Pokhara University"), ("Oman", "Sohar University", "Nizwa University"), ("Fiji", "Fiji College")),
    (("Spain", "Universidad de León", "Universidad de Vigo", "Universidad de Murcia"),),
)


def test_cards_in_rows_are_read_one_by_one(tmp_path: Path) -> None:
    """A card shorter than those beside it stands in no frame of their sides; each has a count at its right."""
    page = Canvas(str(tmp_path / "edition.pdf"), (842, HIGH))
    for row, cards in enumerate(GRID):
        for column, texts in enumerate(cards):
            x, top = 40 + 170 * column, 60 + 56 * row
            page.roundRect(x, HIGH - top - 10 - 12 * len(texts), 162, 10 + 12 * len(texts), 4, stroke=1, fill=0)
            _lines(page, x + 8, top + 14, texts)
            page.drawString(x + 145, HIGH - top - 14, str(len(texts) - 1))
    page.save()
    found = _read(tmp_path / "edition.pdf").agreements
    told = [(texts[0], name) for cards in GRID for texts in cards for name in texts[1:]]
    assert [(one.country, one.institution) for one in found] == told

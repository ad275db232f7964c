"""The font that stands in for those that a PDF names and does not bring."""

from __future__ import annotations

import io
from pathlib import Path

from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.ink import standin
from pipeline.extract.ink.watch import read_sheets
from pipeline.settings import Settings


def test_font_is_sound() -> None:
    face = TTFont(io.BytesIO(standin.font()))
    assert {face.getBestCmap()[ord(c)] for c in "A中○한ж"} == {face.getGlyphName(1)}
    assert face["glyf"][face.getGlyphName(1)].numberOfContours == 1


def test_words_of_one_letter_are_read_on_a_machine_without_the_font(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    page = Canvas(str(path))
    page.setFont("HeiseiMin-W3", 10)
    for i, word in enumerate(("中国", "○", "国", "パリ")):
        page.drawString(72, 700 - 20 * i, word)
    page.save()
    (sheet,) = read_sheets(path, Settings())
    words = [(word.text, word.x1 - word.x0) for word in sheet.words]
    assert [text for text, _ in words] == ["中国", "○", "国", "パリ"]
    assert [round(width) for _, width in words] == [20, 10, 10, 20]

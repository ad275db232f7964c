"""ReportLab's type: built-in and CID fonts, which need no font file; fake bold and turned labels."""

from __future__ import annotations

from html import escape
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, Paragraph

from .model import Design

CID = {"ja": "HeiseiMin-W3", "zh": "STSong-Light", "ko": "HYSMyeongJo-Medium"}


def font(design: Design) -> str:
    name = CID.get(design.language)
    if not name:
        return "Helvetica" if design.font == "sans" else "Times-Roman"
    pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name


def bold(design: Design) -> str:
    plain = font(design)
    return {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}.get(plain, plain)


class Twice(Paragraph):  # type: ignore[misc]
    """Fake bold as word processors print it: the same glyphs once more, a hair to the right."""

    def draw(self) -> None:
        super().draw()
        self.canv.translate(0.3, 0)
        super().draw()


class Turned(Flowable):  # type: ignore[misc]
    """A label turned by 90 degrees, read from the bottom to the top."""

    def __init__(self, text: str, fontname: str, size: float) -> None:
        super().__init__()
        self.text, self.fontname, self.size = text, fontname, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.size, pdfmetrics.stringWidth(self.text, self.fontname, self.size)

    def draw(self) -> None:
        self.canv.rotate(90)
        self.canv.setFont(self.fontname, self.size)
        self.canv.drawString(0, -self.size * 0.9, self.text)


def _style(design: Design, heavy: bool = False, scale: float = 1.0, **more: Any) -> ParagraphStyle:
    size = design.size * scale
    wrap = "CJK" if design.language in CID else None
    face = bold(design) if heavy else font(design)
    return ParagraphStyle("p", fontName=face, fontSize=size, leading=size * 1.25, wordWrap=wrap, **more)


def paragraph(design: Design, text: str, heavy: bool = False, scale: float = 1.0, **more: Any) -> Paragraph:
    """Text in the design's type; `scale` is relative to its size, `more` goes to the paragraph style."""
    kind = Twice if heavy and "fakebold" in design.oddities else Paragraph
    return kind(escape(text), _style(design, heavy and kind is Paragraph, scale, **more))

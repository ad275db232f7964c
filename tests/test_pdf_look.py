"""Pictures of pages with what was found drawn in, and the law that every word stands in one place."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from pdf.bytes import pages, stream, text
from pdf.printing import AGREEMENTS, printed, read, table
from PIL import Image

from pipeline.extract.ink import ocr
from pipeline.extract.pdf import read_pdf
from pipeline.extract.placing import misplaced
from pipeline.look import look
from pipeline.settings import Settings


def test_a_picture_a_page_with_the_table_marked(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(lambda canvas: table(canvas, AGREEMENTS), pages=2))
    pictures = look(path, None, tmp_path / "out", Settings())
    assert [picture.name for picture in pictures] == ["edition-page-1.png", "edition-page-2.png"]
    with Image.open(pictures[0]) as picture:
        assert picture.size == (1190, 1684)
        colours = {colour for _, colour in picture.getcolors(maxcolors=100_000) or []}
    assert (0x1F, 0x6F, 0xD0) in colours  # the table's frame
    assert (0xC2, 0x25, 0x5C) in colours  # a proven span


def test_one_page_alone_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(pages([text(50, 700, "Oslo"), text(50, 700, "Bergen")]))
    assert [picture.name for picture in look(path, 2, tmp_path, Settings())] == ["edition-page-2.png"]


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(pages([text(50, 700, "Oslo")]))
    with pytest.raises(ValueError, match="1 readable page"):
        look(path, 5, tmp_path, Settings())


def test_a_word_that_a_block_lost_is_misplaced(tmp_path: Path) -> None:
    document = read(tmp_path, printed(lambda canvas: table(canvas, AGREEMENTS)))
    broken = dataclasses.replace(document, blocks=())
    assert misplaced(broken) == document.words
    doubled = dataclasses.replace(document, blocks=document.blocks * 2)
    assert misplaced(doubled) == document.words


def test_a_picture_that_ocr_reads_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a stand-in for OCRmyPDF, which writes a copy of the file with an unseen text layer."""
    picture = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    drawn = b"q 595 0 0 842 0 0 cm /X0 Do Q "

    def recognised(path: Path, wanted: list[int], folder: Path) -> Path:
        assert wanted == [1]
        copy = folder / "copy.pdf"
        layer = text(50, 700, "Oslo", before="3 Tr")
        copy.write_bytes(pages([drawn + layer, b""], extra=[stream(b"\x80", picture)]))
        return copy

    monkeypatch.setattr(ocr, "available", lambda settings: True)
    monkeypatch.setattr(ocr, "recognised", recognised)
    path = tmp_path / "scan.pdf"
    path.write_bytes(pages([drawn, text(50, 700, "Bergen")], extra=[stream(b"\x80", picture)]))
    document = read_pdf(path, Settings())
    assert [(block.rows[0].cells[0].text, block.note) for block in document.blocks] == [
        ("Oslo", "read by OCR"),
        ("Bergen", ""),
    ]
    assert document.problems == ()


def test_pictures_are_not_read_where_a_person_does_not_want_it() -> None:
    assert not ocr.available(Settings(ocr=False))

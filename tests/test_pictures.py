"""Pictures of pages that hold no text, for the report."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.pictures import MOST, pictures
from pipeline.records import Cleaned, Document, Reject, Result
from pipeline.settings import Settings


def scan(path: Path, pages: int) -> None:
    """A PDF whose pages are a grey picture each."""
    canvas = Canvas(str(path), pagesize=(200, 400))
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (20, 40), 128)), 0, 0, 200, 400)
        canvas.showPage()
    canvas.save()


def rejected(path: Path, *codes: str) -> Result:
    """A result with one reject a page."""
    rejects = tuple(
        Reject(f"r{page}", "scan", page, None, None, code, "", "") for page, code in enumerate(codes, 1)
    )
    document = Document("scan", str(path), "", "pdf")
    return Result((document,), (Cleaned("scan", rejects=rejects),), (), ())


def test_pages_without_text_are_drawn_and_others_are_not(tmp_path: Path) -> None:
    scan(tmp_path / "scan.pdf", 3)
    drawn = pictures(
        rejected(tmp_path / "scan.pdf", "no_text_layer", "unplaced", "layout_unclear"), Settings(raw=tmp_path)
    )
    assert set(drawn) == {("scan", 1), ("scan", 3)}
    picture = Image.open(BytesIO(drawn["scan", 1]))
    assert (picture.format, picture.size) == ("JPEG", (500, 1000))


def test_a_book_is_drawn_in_part(tmp_path: Path) -> None:
    scan(tmp_path / "scan.pdf", MOST + 2)
    drawn = pictures(rejected(tmp_path / "scan.pdf", *["no_text_layer"] * (MOST + 2)), Settings(raw=tmp_path))
    assert sorted(page for _, page in drawn) == list(range(1, MOST + 1))


def test_a_page_that_never_ends_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan(tmp_path / "scan.pdf", 1)
    monkeypatch.setattr("pipeline.pictures._STARTING", 0.001)
    settings = Settings(raw=tmp_path, page_seconds=0.001)
    assert pictures(rejected(tmp_path / "scan.pdf", "no_text_layer"), settings) == {}


def test_a_file_that_cannot_be_drawn_has_no_pictures(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 and no more")
    assert pictures(rejected(tmp_path / "scan.pdf", "no_text_layer"), Settings(raw=tmp_path)) == {}


def test_no_such_reject_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.pictures.subprocess.run", None)
    assert pictures(rejected(Path("scan.pdf"), "unplaced"), Settings()) == {}

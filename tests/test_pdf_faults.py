"""Broken, hostile and odd PDFs each end in a plain problem, in bounded time, and leave the next file
alone.
"""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
import typst
from pdf.bytes import assemble, pages, stream, text
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from pipeline.codes import CATALOGUE
from pipeline.extract.pdf import read_pdf
from pipeline.extract.placing import misplaced
from pipeline.records import Document
from pipeline.settings import Settings

GOOD = pages([text(50, 700, "Universität Göttingen")])


def read(folder: Path, data: bytes, settings: Settings | None = None) -> Document:
    path = folder / "edition.pdf"
    path.write_bytes(data)
    document = read_pdf(path, settings or Settings())
    assert misplaced(document) == ()
    assert all(problem.code in CATALOGUE for problem in document.problems)
    return document


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


def words(document: Document) -> list[str]:
    return [word.text for word in document.words]


def test_a_good_file_has_no_problem(tmp_path: Path) -> None:
    document = read(tmp_path, GOOD)
    assert codes(document) == []
    assert words(document) == ["Universität", "Göttingen"]
    assert document.edition == "edition"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"University of Oslo\n" * 100, "not_pdf"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "damaged"),
        (GOOD[:300], "damaged"),
        (
            assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
            "no_pages",
        ),
    ],
    ids=["empty", "text", "junk", "truncated", "no-pages"],
)
def test_files_that_are_no_pdf(tmp_path: Path, data: bytes, code: str) -> None:
    document = read(tmp_path, data)
    assert code in codes(document)
    assert document.blocks == ()


def test_a_missing_file_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    document = read_pdf(tmp_path / "gone.pdf", Settings())
    assert codes(document) == ["damaged"]


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    assert codes(read(tmp_path, GOOD, Settings(max_bytes=100))) == ["too_large"]


def test_without_a_cross_reference_table_the_words_are_found(tmp_path: Path) -> None:
    cut = GOOD[: GOOD.rindex(b"xref\n0 ")] + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"
    assert words(read(tmp_path, cut)) == ["Universität", "Göttingen"]


def test_a_cut_off_end_is_told_and_what_is_there_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, GOOD[: GOOD.rindex(b"startxref")])
    assert words(document) == ["Universität", "Göttingen"]
    assert codes(document) == ["truncated"]


def test_pages_over_the_limit_are_told(tmp_path: Path) -> None:
    document = read(tmp_path, pages([text(50, 700, f"Page{i}") for i in range(5)]), Settings(max_pages=3))
    assert codes(document) == ["too_many_pages"]
    assert words(document) == ["Page0", "Page1", "Page2"]


def test_ten_thousand_pages_stop_at_the_limit(tmp_path: Path) -> None:
    document = read(tmp_path, pages([b""] * 10_000), Settings(max_pages=100))
    assert codes(document) == ["too_many_pages"]
    assert "10000" in document.problems[0].detail
    assert len(document.pages) == 100


def test_a_page_larger_than_paper_is_refused_alone(tmp_path: Path) -> None:
    document = read(tmp_path, pages([text(50, 700, "wide")], b"/MediaBox [0 0 14400 14400]"))
    assert codes(document) == ["page_too_large"]
    assert document.problems[0].page == 1


def nested(depth: int) -> bytes:
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources"
    forms = [stream(b"/X%d Do" % i, b"%s << /XObject << /X%d %d 0 R >> >>" % (kind, i, 4 + i)) for i in range(1, depth)]
    inmost = stream(text(60, 600, "Deep"), b"%s << /Font << /F1 3 0 R >> >>" % kind)
    return pages([b"/X0 Do " + text(50, 700, "Oslo")], extra=[*forms, inmost])


def test_text_in_forms_within_forms_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, nested(20))
    assert words(document) == ["Oslo", "Deep"]
    assert codes(document) == []


def test_forms_too_deep_to_be_read_are_told(tmp_path: Path) -> None:
    document = read(tmp_path, nested(200))
    assert words(document) == ["Oslo"]
    assert codes(document) == ["page_damaged"]


def test_a_form_within_itself_ends(tmp_path: Path) -> None:
    form = stream(
        b"/X0 Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X0 4 0 R >> >>",
    )
    document = read(tmp_path, pages([b"/X0 Do " + text(50, 700, "Oslo")], extra=[form]))
    assert words(document) == ["Oslo"]


def test_a_page_tree_that_is_its_own_child_ends(tmp_path: Path) -> None:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000 >>",
    ]
    document = read(tmp_path, assemble(objects), Settings(max_pages=20))
    assert codes(document)
    assert document.words == ()


def test_a_picture_alone_has_no_text_layer(tmp_path: Path) -> None:
    picture = stream(
        b"\x80" * 100,
        b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    data = pages([b"500 0 0 700 40 60 cm /X0 Do", text(50, 700, "Oslo")], extra=[picture])
    document = read(tmp_path, data, Settings(ocr=False))
    assert [(problem.code, problem.page) for problem in document.problems] == [("no_text_layer", 1)]
    assert words(document) == ["Oslo"]


def test_a_page_that_takes_too_long_is_given_up_and_the_next_file_is_read(tmp_path: Path) -> None:
    pattern = b"1 0 0 1 0 0 cm 0 0 m " + b"1 1 l 2 0 l " * 6_000_000 + b"S"
    data = pages([text(50, 700, "before"), pattern, text(50, 700, "after")])
    start = time.monotonic()
    document = read(tmp_path, data, Settings(page_seconds=0.5))
    assert time.monotonic() - start < 20
    assert "page_timeout" in codes(document)
    assert [problem.page for problem in document.problems] == [2]
    assert words(document) == ["before", "after"]
    assert words(read(tmp_path, GOOD)) == ["Universität", "Göttingen"]


def test_a_page_with_more_words_than_paper_holds_is_read_line_by_line(tmp_path: Path) -> None:
    content = b"".join(text(10 + 30 * (i % 18), 10 + i / 18, f"w{i}", 1) for i in range(15_000))
    start = time.monotonic()
    document = read(tmp_path, pages([content]))
    assert time.monotonic() - start < 20
    assert codes(document) == ["layout_unclear"]
    assert len(document.words) == 15_000


def test_a_drawing_of_a_million_crossings_is_no_table(tmp_path: Path) -> None:
    lines = b"".join(b"0 %d m 500 %d l %f 0 m %f 800 l S\n" % (i, i, i / 2, i / 2) for i in range(1, 800))
    start = time.monotonic()
    document = read(tmp_path, pages([lines + text(50, 700, "Oslo")]))
    assert time.monotonic() - start < 10
    assert words(document) == ["Oslo"]


def locked(password: str) -> bytes:
    """A PDF that reportlab encrypts for a reader's password."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password, ownerPassword="owner", strength=128))
    canvas.drawString(50, 700, "Oslo")
    canvas.save()
    return out.getvalue()


def test_a_password_is_told_and_a_blank_one_opens(tmp_path: Path) -> None:
    closed = read(tmp_path, locked("secret"))
    assert codes(closed) == ["encrypted"]
    opened = read(tmp_path, locked(""))
    assert codes(opened) == []
    assert words(opened) == ["Oslo"]


def test_characters_without_a_letter_are_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "private.pdf"
    typst.compile(b'#set text(font: "DejaVu Sans")\nOslo \\u{e000} Bergen', output=path)
    document = read_pdf(path, Settings())
    assert "undecodable" in codes(document)
    assert words(document)[0] == "Oslo"
    assert misplaced(document) == ()

"""A PDF file becomes a document: pages, blocks of rows of cells, and what could not be read."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.extract import ocr
from pipeline.extract.furniture import Key, edge_keys, furniture_words
from pipeline.extract.layout import crowded, layout
from pipeline.extract.numbering import Numbered, number
from pipeline.extract.sheet import Fault, Ink, Sheet
from pipeline.extract.watch import read_sheets
from pipeline.records import Document, Page, Problem
from pipeline.settings import Settings

_PICTURE = 0.02  # of a page: a smaller picture on an empty page is an ornament
_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024  # bytes: as far into a file as readers look for it


def read_pdf(path: Path, settings: Settings) -> Document:
    """Read a PDF: every word in one cell of one block, or in one problem. Never raises for a bad file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return _unread(path, "", Problem("damaged", f"It cannot be opened: {error.strerror}."))
    digest = hashlib.sha256(data).hexdigest()
    problem = _refusal(data, settings)
    cut_off = _cut_off(data)
    del data
    return _unread(path, digest, problem) if problem else _read(path, digest, cut_off, settings)


def _refusal(data: bytes, settings: Settings) -> Problem | None:
    if not data:
        return Problem("empty_file", "")
    if len(data) > settings.max_bytes:
        return Problem("too_large", f"It has {len(data):,} bytes; the limit is {settings.max_bytes:,}.")
    if _MAGIC not in data[:_MAGIC_WITHIN]:
        return Problem("not_pdf", "It does not begin as a PDF does.")
    return None


def _cut_off(data: bytes) -> bool:
    """Whether a file ends before its end mark, or has objects after the last one."""
    end = data.rfind(b"%%EOF")
    return end < 0 or b" obj" in data[end:]


def _unread(path: Path, digest: str, problem: Problem) -> Document:
    return Document(path.stem, str(path), digest, "pdf", problems=(problem,))


def _read(path: Path, digest: str, cut_off: bool, settings: Settings) -> Document:
    sheets, problems = _sheets(path, settings)
    if cut_off:
        problems.append(Problem("damaged", "Its end is missing; what is there was read, pages may be lacking."))
    sheets, unread = _recognised(path, sheets, settings)
    deep = "forms are nested too deeply; what lies inside was not read."
    problems += [Problem("page_damaged", f"Page {s.number}: {deep}", s.number) for s in sheets if s.deep]
    full = "it has more words than paper holds, and is read line by line."
    problems += [Problem("layout_unclear", f"Page {s.number}: {full}", s.number) for s in sheets if crowded(s)]
    problems += [Problem("no_text_layer", f"Page {page}.", page) for page in unread]
    seen: Counter[Key] = Counter()
    for sheet in sheets:
        seen.update(edge_keys(sheet))
    pages = tuple(Page(sheet.number, sheet.width, sheet.height) for sheet in sheets)
    numbered = number(layout(_emptied(sheets, seen)))
    return _document(path, digest, pages, numbered, problems)


def _sheets(path: Path, settings: Settings) -> tuple[list[Sheet], list[Problem]]:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for item in read_sheets(path, settings):
        if isinstance(item, Fault):
            problems.append(Problem(item.code, item.detail, item.page))
        else:
            sheets.append(item)
    return sheets, problems


def _emptied(sheets: list[Sheet], seen: Counter[Key]) -> Iterator[tuple[Sheet, frozenset[Ink]]]:
    """Each sheet with its furniture, let go of once it is laid out, so that no page is held twice."""
    count = len(sheets)
    sheets.reverse()
    while sheets:
        sheet = sheets.pop()
        yield sheet, furniture_words(sheet, seen, count)


def _recognised(path: Path, sheets: list[Sheet], settings: Settings) -> tuple[list[Sheet], list[int]]:
    """The sheets, those that are pictures read by OCR where that can be, and the pages that stay unread."""
    pictures = [sheet.number for sheet in sheets if not sheet.words and sheet.pictures > _PICTURE]
    if not pictures or not ocr.available(settings):
        return sheets, pictures
    with TemporaryDirectory() as folder:
        copy = ocr.recognised(path, pictures, Path(folder))
        again = _sheets(copy, settings)[0] if copy else []
        read = {s.number: dataclasses.replace(s, recognised=True) for s in again if s.words}
    return [read.get(sheet.number, sheet) for sheet in sheets], [page for page in pictures if page not in read]


def _document(
    path: Path, digest: str, pages: tuple[Page, ...], numbered: Numbered, problems: list[Problem]
) -> Document:
    return Document(
        path.stem,
        str(path),
        digest,
        "pdf",
        pages,
        numbered.lines,
        numbered.words,
        numbered.blocks,
        (*problems, *numbered.problems),
    )

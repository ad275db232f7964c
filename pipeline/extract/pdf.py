"""A PDF file becomes a document: pages, blocks of rows of cells, and what could not be read."""

from __future__ import annotations

import dataclasses
import gc
import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pipeline.extract.ink import ocr
from pipeline.extract.ink.packing import pack, unpack
from pipeline.extract.ink.watch import read_sheets
from pipeline.extract.numbering import Numbered, number
from pipeline.extract.pages.furniture import Part, edge_parts, furniture_words
from pipeline.extract.pages.layout import crowded, layout
from pipeline.extract.sheet import Fault, Ink, Sheet
from pipeline.records import Document, Page, Problem
from pipeline.settings import Settings

_PICTURE = 0.02  # of a page: a smaller picture on an empty page is an ornament
_UNPACKED = 50  # sheets held as they are; a long file's others are packed until they are laid out
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
    with _uncollected():
        return _unread(path, digest, problem) if problem else _read(path, digest, cut_off, settings)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: reading makes many records and no cycles, and takes 7 % less without it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.unfreeze()  # all that was made is old now, and is not searched at the next record
            gc.enable()


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
    found = _reading(path, settings)
    if cut_off and found.pages:
        found.problems.append(Problem("truncated", f"It has {len(found.pages)} readable pages."))
    unread = _recognised(path, found, settings)
    found.problems.extend(Problem("no_text_layer", f"Page {page}.", page) for page in unread)
    return _document(path, digest, tuple(found.pages), number(layout(_emptied(found))), found.problems)


class _Reading(NamedTuple):
    """What a file holds: its sheets, sizes, pages that are pictures, problems, and what stands at the edges of
    each page.
    """

    sheets: list[Sheet | bytes]
    pages: list[Page]
    pictures: list[int]
    problems: list[Problem]
    edges: dict[int, list[Part]]


def _reading(path: Path, settings: Settings) -> _Reading:
    found = _Reading([], [], [], [], {})
    for item in read_sheets(path, settings):
        if isinstance(item, Fault):
            found.problems.append(Problem(item.code, item.detail, item.page))
            continue
        found.sheets.append(item if len(found.sheets) < _UNPACKED else pack(item))
        found.pages.append(_page(item))
        found.problems.extend(_notices(item))
        found.edges[item.number] = edge_parts(item)
        if not item.words and item.pictures > _PICTURE:
            found.pictures.append(item.number)
    return found


def _page(sheet: Sheet) -> Page:
    return Page(sheet.number, sheet.width, sheet.height, sheet.turned)


def _notices(sheet: Sheet) -> Iterator[Problem]:
    at = f"Page {sheet.number}:"
    if sheet.deep:
        told = f"{at} forms are nested too deeply; what lies inside was not read."
        yield Problem("page_damaged", told, sheet.number)
    if crowded(sheet):
        told = f"{at} it has more words than paper holds, and is read line by line."
        yield Problem("layout_unclear", told, sheet.number)


def _emptied(found: _Reading) -> Iterator[tuple[Sheet, frozenset[Ink]]]:
    """Each sheet with its furniture, let go of once it is laid out, so that no page is held twice."""
    seen = Counter(key for parts in found.edges.values() for key in {part.key for part in parts})
    found.sheets.reverse()
    while found.sheets:
        sheet = _unpacked(found.sheets.pop())
        yield sheet, furniture_words(sheet.number, found.edges.pop(sheet.number), seen, len(found.pages))


def _unpacked(held: Sheet | bytes) -> Sheet:
    sheet = held if isinstance(held, Sheet) else unpack(held)
    assert isinstance(sheet, Sheet)
    return sheet


def _recognised(path: Path, found: _Reading, settings: Settings) -> list[int]:
    """Put sheets that OCR read in the place of pictures; returns the pages that stay unread."""
    if not found.pictures or not ocr.available(settings):
        return found.pictures
    with TemporaryDirectory() as folder:
        copy = ocr.recognised(path, found.pictures, Path(folder))
        again = _reading(copy, settings).sheets if copy else []
    read = {sheet.number: sheet for sheet in map(_unpacked, again) if sheet.words}
    for i, page in enumerate(found.pages):
        if page.number in found.pictures and page.number in read:
            found.sheets[i] = dataclasses.replace(read[page.number], recognised=True)
            found.pages[i] = _page(read[page.number])
            found.edges[page.number] = edge_parts(read[page.number])
    return [page for page in found.pictures if page not in read]


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

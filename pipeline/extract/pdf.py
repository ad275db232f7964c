"""A PDF file becomes a document: pages, blocks of rows of cells, and what could not be read."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

from pipeline.extract.furniture import Key, edge_keys, furniture_words
from pipeline.extract.layout import layout
from pipeline.extract.numbering import Numbered, number
from pipeline.extract.sheet import Fault, Sheet
from pipeline.extract.watch import read_sheets
from pipeline.records import Document, Page, Problem
from pipeline.settings import Settings

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
    del data
    return _unread(path, digest, problem) if problem else _read(path, digest, settings)


def _refusal(data: bytes, settings: Settings) -> Problem | None:
    if not data:
        return Problem("empty_file", "")
    if len(data) > settings.max_bytes:
        return Problem("too_large", f"It has {len(data):,} bytes; the limit is {settings.max_bytes:,}.")
    if _MAGIC not in data[:_MAGIC_WITHIN]:
        return Problem("not_pdf", "It does not begin as a PDF does.")
    return None


def _unread(path: Path, digest: str, problem: Problem) -> Document:
    return Document(path.stem, str(path), digest, "pdf", problems=(problem,))


def _read(path: Path, digest: str, settings: Settings) -> Document:
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    seen: Counter[Key] = Counter()
    for item in read_sheets(path, settings):
        if isinstance(item, Fault):
            problems.append(Problem(item.code, item.detail, item.page))
        else:
            sheets.append(item)
            seen.update(edge_keys(item))
    for sheet in sheets:
        if not sheet.words and sheet.pictures > 0:
            problems.append(Problem("no_text_layer", f"Page {sheet.number}.", sheet.number))
    numbered = number(layout((sheet, furniture_words(sheet, seen, len(sheets))) for sheet in sheets))
    pages = tuple(Page(sheet.number, sheet.width, sheet.height) for sheet in sheets)
    return _document(path, digest, pages, numbered, problems)


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

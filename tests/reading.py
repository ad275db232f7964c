"""A text edition through extract and clean, and the proof that no word of it was lost."""

from __future__ import annotations

from pathlib import Path

from pipeline import clean, extract
from pipeline.load.lossless import nothing_lost
from pipeline.records import Cleaned
from pipeline.settings import Settings


def read(text: str, folder: Path, encoding: str = "utf-8") -> Cleaned:
    path = folder / "edition.txt"
    path.write_text(text, encoding=encoding)
    document = extract.read(path, Settings())
    found = clean.clean(document, Settings())
    ids = frozenset(one for fate in found.fates for one in fate.ids)
    assert list(nothing_lost(document, found, ids)) == []
    return found

"""Meaning, not paper: what the rows of a document say, and proof of where every word went.

The way of a word: `label` gives cells their roles, `spans` finds what labels govern, `sections` parts the rows by
level, `units` cuts cells into names, `align` shares names out among labels, `counts` holds cuttings against printed
counts, `assemble` makes agreements, `dedupe` merges doubled rows, `reconcile` compares with the print, and `fates`
accounts for every word.
"""

from __future__ import annotations

from pipeline import knowledge as know
from pipeline.clean.edition import edition
from pipeline.records import Cleaned, Document
from pipeline.settings import Settings


def clean(document: Document, settings: Settings) -> Cleaned:
    """What one document means. Never raises for what a document holds: what is not understood is a reject."""
    return edition(document, know.load(settings.languages), settings)


__all__ = ["clean"]

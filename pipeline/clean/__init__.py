"""Meaning, not paper: what the rows of a document say, and proof of where every word went.

The way of a word: `label` gives cells their roles (`tables`, `lists` and `dumps` each by their own evidence), `spans`
finds what labels govern, `sections` parts the rows by level, `names` cuts cells into names, `align` shares names out
among labels, `rows` makes agreements of them, merges doubles, compares with printed counts and accounts for every word.
`edition` has these steps in order.
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

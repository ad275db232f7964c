"""The ledger: each source line, where its words ended, and in which rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.load.schema import Row
from pipeline.records import Cleaned, Document, Fate, WordFate

WEIGHT: tuple[Fate, ...] = ("reject", "agreement", "heading", "note", "furniture")
"""A line whose words have several fates bears the first of these: what a person must see comes first."""


def ledger(document: Document, cleaned: Cleaned) -> Iterator[Row]:
    """One row a source line, in reading order; a line without words is furniture."""
    fates: dict[tuple[int, int], list[WordFate]] = defaultdict(list)
    for word, fate in zip(document.words, cleaned.fates, strict=True):
        fates[word.page, word.line].append(fate)
    for line in sorted(document.lines, key=lambda line: (line.page, line.number)):
        here = fates[line.page, line.number]
        yield {
            "edition": document.edition,
            "page": line.page,
            "line": line.number,
            "text": line.text,
            "fate": weightiest(fate.fate for fate in here),
            "ids": list(dict.fromkeys(identity for fate in here for identity in fate.ids)),
        }


def weightiest(fates: Iterable[Fate]) -> Fate:
    """The fate that a line with words of all these fates bears."""
    return min(fates, key=WEIGHT.index, default="furniture")

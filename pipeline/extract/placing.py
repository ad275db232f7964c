"""The law of reading: every word of a document stands in exactly one cell of one block, or in one problem."""

from __future__ import annotations

from collections import Counter

from pipeline.records import Document, Word


def misplaced(document: Document) -> tuple[Word, ...]:
    """The words that stand nowhere or more than once; none where the law holds."""
    places = Counter(
        word.index for block in document.blocks for row in block.rows for cell in row.cells for word in cell.words
    )
    alone = Counter(index for problem in document.problems for index in problem.words)
    return tuple(word for word in document.words if places[word.index] + alone[word.index] != 1)

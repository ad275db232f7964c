"""Documents as extract hands them over, from rows of text: positions in points, rows 12 apart, letters 8 high."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Block, Box, Cell, Document, Line, Page, Row, SourceLine, Word

PITCH, HIGH, WIDE = 12.0, 8.0, 100.0
Spot = tuple[int, float, str]
"""A cell: its column, where it stands counted in rows from the block's top, and its text, lines parted by |."""


class Paper:
    """Puts blocks below one another and numbers their words."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.blocks: list[Block] = []
        self.y = 40.0

    def line(self, text: str, *, bold: bool = False, size: float = 8.0, page: int = 1) -> Paper:
        """A line of its own; lines stand one pitch apart."""
        cell = self._cell(0, self.y, text, bold, size, page)
        self.blocks.append(Block("lines", page, (Row((cell,)),)))
        self.y += 2 * PITCH
        return self

    def table(
        self,
        rows: Sequence[Sequence[Spot]],
        *,
        page: int = 1,
        bold: Sequence[int] = (),
        continues: bool = False,
        columns: int = 4,
    ) -> Paper:
        """A table; `bold` names its bold rows."""
        printed = tuple(
            Row(tuple(self._cell(column, self.y + at * PITCH, text, i in bold, 8.0, page) for column, at, text in row))
            for i, row in enumerate(rows)
        )
        strips = tuple((40 + i * WIDE, 40 + (i + 1) * WIDE - 10) for i in range(columns))
        self.blocks.append(Block("table", page, printed, strips, continues))
        self.y = 40.0 if page != self.blocks[0].page else self.y + (len(rows) + 1) * PITCH
        return self

    def _cell(self, column: int, top: float, text: str, bold: bool, size: float, page: int) -> Cell:
        lines = []
        for i, words in enumerate(text.split("|")):
            box = Box(40 + column * WIDE, top + i * 9, 80 + column * WIDE, top + i * 9 + HIGH)
            found = tuple(self._word(word, box, page) for word in words.split())
            lines.append(Line(found, False, 0.5, 0.0, size, bold))
        return Cell(column, tuple(lines))

    def _word(self, text: str, box: Box, page: int) -> Word:
        self.words.append(Word(len(self.words), text, page, 1 + int(box.top / PITCH), box))
        return self.words[-1]

    def document(self) -> Document:
        """The document of all blocks."""
        pages = tuple(Page(n, 595, 842) for n in sorted({block.page for block in self.blocks}))
        lines = tuple(SourceLine(word.page, word.line, word.text, word.box) for word in self.words)
        return Document("made", "made.pdf", "0", "pdf", pages, lines, tuple(self.words), tuple(self.blocks))


def simple(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[Spot]]:
    """A table's rows with every cell level with its row; "" is no cell."""
    return [[(column, at, text) for column, text in enumerate(row) if text] for at, row in enumerate((head, *rows))]

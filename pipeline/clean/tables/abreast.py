"""Tables that stand side by side in one grid, under the same headings: read one after the other, band by band.

    Ülke       Kurum               Yıl   Ülke      Kurum                    Yıl
                            AVRUPA
    Avusturya  Universität Wien    2006  İsveç     Högskolan i Borås        2020
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.clean.labels import is_label
from pipeline.clean.notes import is_header
from pipeline.knowledge import Lexicon
from pipeline.records import Block, Cell, Document, Row

_MOST = 4  # tables side by side
_LAST = 1 << 10  # no table has as many columns
Numbered = tuple[int, Row]
Share = tuple[int, list[Row]]
"""The first column of a table, and its rows between two bands."""


def one_after_the_other(document: Document, lexicon: Lexicon) -> Document:
    """The document with such tables parted; pages without headings go on as those before."""
    blocks: list[Block] = []
    starts: tuple[int, ...] = ()
    for block in document.blocks:
        if block.kind not in ("table", "dump"):
            blocks.append(block)
            continue
        parts = _parts(block, starts if block.continues else (), lexicon)
        starts = parts[-1][0]
        blocks += _read(block, parts, lexicon) if any(own for own, _ in parts) else [block]
    return replace(document, blocks=tuple(blocks))


def _parts(
    block: Block, above: tuple[int, ...], lexicon: Lexicon
) -> list[tuple[tuple[int, ...], list[Numbered]]]:
    """The rows from one line of headings to the next, with the first columns of the tables under it."""
    rows = list(enumerate(block.rows))
    heads = [at for at, row in rows if len(row.cells) > 1 and is_header(row.cells, lexicon)]
    parts = [(_starts(block.rows[a]), rows[a:b]) for a, b in pairwise([*heads, len(rows)])]
    return [(above, rows[: heads[0] if heads else len(rows)]), *parts]


def _starts(head: Row) -> tuple[int, ...]:
    """The first column of each table, () where headings stand once."""
    cells = [cell for cell in head.cells if cell.text]
    texts = [cell.text.casefold() for cell in cells]
    for times in range(2, _MOST + 1):
        size, rest = divmod(len(texts), times)
        if not rest and size > 1 and len(set(texts[:size])) == size and texts == texts[:size] * times:
            return tuple(cells[i * size].column for i in range(times))
    return ()


def _read(
    block: Block, parts: Sequence[tuple[tuple[int, ...], Sequence[Numbered]]], lexicon: Lexicon
) -> Iterator[Block]:
    """The rows in order: of a dump as one block, of a table as one block for each of its tables."""
    shares = [share for starts, rows in parts if rows for share in _shares(block, starts, rows, lexicon)]
    if block.kind == "dump":
        yield replace(block, rows=tuple(row for _, rows in shares for row in rows))
        return
    for i, (first, rows) in enumerate(shares):
        ends = [other for other, _ in shares if other > first]
        columns = block.columns[first : min(ends, default=_LAST)]
        yield replace(block, rows=tuple(rows), columns=columns, continues=block.continues or i > 0)


def _shares(block: Block, starts: Sequence[int], rows: Sequence[Numbered], lexicon: Lexicon) -> Iterator[Share]:
    """The rows of each table between bands; a band goes with the first table below it."""
    held: list[Numbered] = []
    for at, row in rows:
        if held and starts and _is_band(row, block, lexicon):
            yield from _own(held, starts)
            held = []
        held.append((at, row))
    yield from _own(held, starts or (0,))


def _is_band(row: Row, block: Block, lexicon: Lexicon) -> bool:
    """A cell alone at the left edge, across columns, or with a label; a name alone is the last of its table."""
    cells = [cell for cell in row.cells if cell.text]
    return len(cells) == 1 and (cells[0].column == 0 or is_label(cells[0].text, lexicon) or _is_wide(cells[0], block))


def _is_wide(cell: Cell, block: Block) -> bool:
    right = block.columns[cell.column][1] if cell.column < len(block.columns) else float("inf")
    return any(word.box is not None and word.box.x1 > right for word in cell.words)


def _own(rows: Sequence[Numbered], starts: Sequence[int]) -> Iterator[Share]:
    for first, end in pairwise((*starts, _LAST)):
        cells = ((at, row, [cell for cell in row.cells if first <= cell.column < end]) for at, row in rows)
        own = [(at, row, held) for at, row, held in cells if any(cell.text for cell in held)]
        places = [at for at, _, _ in own]
        if own:
            yield first, [replace(row, cells=tuple(_moved(one, first, places) for one in held)) for _, row, held in own]


def _moved(cell: Cell, first: int, places: Sequence[int]) -> Cell:
    """The cell in its own table, whose rows are those at `places` of the grid."""
    rows = cell.rows and (bisect_right(places, cell.rows[0] - 1), bisect_right(places, cell.rows[1]) - 1)
    return replace(cell, column=cell.column - first, rows=rows)

"""Columns of a dump's table by its row of headings; one that nobody knows, `Signing Unit`, by what stands under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.notes import blank_role
from pipeline.clean.parts import Entry
from pipeline.clean.scheme import Column, Scheme, columns_of_header, headed, learn
from pipeline.clean.tables.contents import contents, guess
from pipeline.knowledge import Lexicon
from pipeline.records import Cell


def columns_under(cells: Sequence[Cell], below: Sequence[Entry], lexicon: Lexicon) -> tuple[Column, ...]:
    """The columns that a row of headings names; `below` are the rows from there on."""
    columns = columns_of_header(cells, lexicon)
    unknown = {place for place, (role, _) in headed(cells, lexicon).items() if role is None}
    if len(cells) == 1 or not unknown:
        return columns
    rows = list(takewhile(lambda entry: blank_role(entry, lexicon) not in ("header", "title"), below))
    named = [column for column in columns if column.place not in unknown or column.role == "institution"]
    values = {
        place: replace(content, rows=len(rows))  # labels stand once there, in rows that hold nothing else but a name
        for place, content in contents(rows).items()
        if place in unknown
    }
    found = guess(values, frozenset(column.role for column in named), lexicon)
    return tuple(
        replace(column, role=found[column.place].role) if column not in named and column.place in found else column
        for column in columns
    )


def learnt(block: Sequence[Entry], columns: tuple[Column, ...], lexicon: Lexicon) -> Scheme:
    """The columns, and what the rows say of the departments; a table without any has no column of them."""
    leading = [
        left.text
        for entry in block
        for left, right in zip(entry.row.cells, entry.row.cells[1:], strict=False)
        if is_label(right.text, lexicon) and not is_label(left.text, lexicon)
    ]
    units = any(know.is_unit(lexicon, entry.row.cells[0].text) for entry in block if len(entry.row.cells) > 2)
    if not leading and not units:
        columns = tuple(column for column in columns if column.role != "department")
    alone = [entry.row.cells[0].text for entry in block if len(entry.row.cells) == 1]
    counted = [text for text in alone if know.count_of(text)[1] is not None and not is_label(text, lexicon)]
    return learn([*leading, *counted], columns, lexicon)

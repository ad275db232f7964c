"""Wrapped names of lists that hang below their first lines."""

from __future__ import annotations

from pipeline import knowledge as know
from pipeline.clean.lists.hung import unhung
from pipeline.clean.parts import Entry
from pipeline.records import Block, BlockKind, Cell, Line, Row, Word

LEXICON = know.load()


def listed(*lines: tuple[float, bool, str], kind: BlockKind = "lines") -> list[str]:
    """The rows of a list, or of a table, after joining; each line has its indent in points and whether it is full."""
    rows = [
        Row((Cell(0, (Line((Word(i, text, 1, i),), full, 0.3, indent, 8.0),)),))
        for i, (indent, full, text) in enumerate(lines)
    ]
    block = Block(kind, 1, tuple(rows))
    found = unhung([Entry(i, 0, block, row) for i, row in enumerate(rows)], (), LEXICON)
    return [cell.text for entry in found for cell in entry.row.cells]


def test_deeper_lines_below_full_ones_are_the_rest_of_their_names() -> None:
    lines = [(0.0, False, "Russia"), (6.0, True, "Saint Petersburg State"), (14.0, False, "University")]
    more = [(6.0, True, "Tomsk Polytechnic University"), (14.0, False, "†"), (6.0, False, "Visva-Bharati")]
    joined = ["Russia", "Saint Petersburg State University", "Tomsk Polytechnic University †", "Visva-Bharati"]
    assert listed(*lines, *more) == joined


def test_deeper_lines_below_headings_with_room_are_lines_of_their_own() -> None:
    lines = [(0.0, False, "Law"), (6.0, False, "Keio"), (0.0, False, "Arts"), (6.0, True, "Waseda")]
    assert listed(*lines) == ["Law", "Keio", "Arts", "Waseda"]


def test_a_column_of_names_in_a_table_is_a_list() -> None:
    lines = [(0.0, True, "Kaunas University of"), (6.0, False, "Technology"), (0.0, True, "Universidad de Puerto")]
    found = listed(*lines, (6.0, False, "Rico"), kind="table")
    assert found == ["Kaunas University of Technology", "Universidad de Puerto Rico"]

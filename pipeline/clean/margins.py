"""Lines right above or below a table that say of when it is, in words that nobody knows: `(Tháng 9 năm 2012)`; and
whose it is, above the headings that are printed again on a further page: `Universität Hohenau`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline import knowledge as know
from pipeline.clean.labels import names_organisation
from pipeline.clean.notes import blank_role
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?!\d)")
_MOST = 3  # lines between a table and the end of its page


def margin_dates(entries: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """The rows of plain lines beside a table that hold a year and nothing that names an institution, or a day and who
    says it: `Avdelningen för internationalisering, uppdaterad 2021-02-15`.
    """
    blocks = [tuple(group) for _, group in groupby(entries, key=lambda entry: entry.first)]
    return frozenset(entry.index for block in _beside(blocks) for entry in block if _is_date(entry, lexicon))


def letterheads(entries: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """The lines that stand alone between the top of a further page and a table's headings, one of them of departments,
    and name an organisation that is no unit: what that table prints above its headings heads no rows."""
    blocks = [tuple(group) for _, group in groupby(entries, key=lambda entry: entry.first)]
    tops = [
        lines[0]
        for above, lines, table in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if above[0].block.page < lines[0].block.page == table[0].block.page and len(lines) == 1
        if lines[0].block.kind != "table" == table[0].block.kind and _heads_departments(table[0], lexicon)
    ]
    return frozenset(entry.index for entry in tops if names_organisation(entry.text, lexicon))


def _heads_departments(entry: Entry, lexicon: Lexicon) -> bool:
    """Headings of a table with a column of departments, which may be called what its partners are: `Einrichtung`."""
    roles = [know.heading_role(lexicon, cell.text) for cell in entry.row.cells]
    return blank_role(entry, lexicon) == "header" and ("department" in roles or roles.count("institution") > 1)


def _beside(blocks: Sequence[tuple[Entry, ...]]) -> Iterator[tuple[Entry, ...]]:
    for one, two in pairwise(blocks):
        for lines, table in ((one, two), (two, one)):
            kinds, pages = (lines[0].block.kind, table[0].block.kind), (lines[0].block.page, table[0].block.page)
            if kinds == ("lines", "table") and pages[0] == pages[1] and len(lines) <= _MOST:
                yield lines


def _is_date(entry: Entry, lexicon: Lexicon) -> bool:
    text = entry.text
    office = _DAY.search(text) is not None and know.is_unit(lexicon, text) and None in know.split_unit(lexicon, text)
    return office or (_YEAR.search(text) is not None and not know.head_starts(lexicon, text.split()))

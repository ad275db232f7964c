"""A country's name alone on a line under that very country: not its label again, but the rest of a wrapped name.

`University of Applied Sciences Upper / Austria` under Austria, `Hong Kong / Polytechnic University` under 香港.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.names.whole import ends_open
from pipeline.clean.parts import Labelled, Part
from pipeline.knowledge import fold


def names(rows: Sequence[Labelled]) -> Iterator[Labelled]:
    """The rows, with the role of such a line changed."""
    force: Part | None = None
    above: Labelled | None = None
    for row in rows:
        part = row.one("country")
        if part and force and above and _is_rest(row, part, force, above):
            yield replace(row, parts=(replace(part, role="institution", code=None),))
        else:
            force = part or force
            yield row
        above = row


def _is_rest(row: Labelled, part: Part, force: Part, above: Labelled) -> bool:
    """Below a name of the same page, in a dump's table or in other words than the label, or where a name breaks off."""
    name = above.one("institution")
    lone = len(row.parts) == 1 and not row.sure and part.code == force.code and part.count is None
    if not lone or name is None or name.words[-1].page != part.words[0].page:
        return False
    in_table = row.entry.row.cells[0].column > 0
    return in_table or fold(part.text) != fold(force.text) or ends_open([word.text for word in name.words])

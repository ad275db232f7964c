"""A country's name on a line under that very country: its label again, or part of a name.

`University of Applied Sciences Upper / Austria` under Austria, `Hong Kong / Polytechnic University` under 香港, `Korea
Advanced Institute of Science` under Coreia do Sul.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.labels import remarked
from pipeline.clean.names.whole import ends_open
from pipeline.clean.parts import Labelled, Part
from pipeline.clean.sections.looks import is_lone
from pipeline.knowledge import fold


def labels(rows: Sequence[Labelled]) -> Iterator[Labelled]:
    """The rows, with a line that opens a column or a page as the label in force where it says that label and a remark
    in a language that nobody knows: `Özbekistan (devam)`."""
    force: Part | None = None
    for row in rows:
        force = row.one("country") or force
        if force and is_lone(row) and row.entry.index == row.entry.first and _says_again(row.parts[0], force):
            yield replace(row, parts=(replace(row.parts[0], role="country", text=force.text, code=force.code,
                                              column=force.column),))
        else:
            yield row


def _says_again(part: Part, force: Part) -> bool:
    return any(fold(label) == fold(force.text) for label, _ in remarked(part.text))


def names(rows: Sequence[Labelled]) -> Iterator[Labelled]:
    """The rows, with the role of such a line changed."""
    force: Part | None = None
    above: Labelled | None = None
    for row in rows:
        part = row.one("country")
        if part and force and above and _is_rest(row, part, force, above):
            yield replace(row, parts=(replace(part, role="institution", code=None),))
        elif part and force and _opens_name(row, part, force):
            yield replace(row, parts=_with_opening(row.parts))
        else:
            force = part or force
            yield row
        above = row


def _opens_name(row: Labelled, part: Part, force: Part) -> bool:
    """Right before the name, in other words than the label."""
    opens = not row.sure and [one.role for one in row.parts[:2]] == ["country", "institution"]
    other = part.code == force.code and part.count is None and fold(part.text) != fold(force.text)
    return opens and other and part.words[-1].line == row.parts[1].words[0].line and part.lines[0].text == part.text


def _with_opening(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    label, name, *others = parts
    first = replace(name.lines[0], words=(*label.words, *name.lines[0].words), indent=label.lines[0].indent)
    return replace(name, lines=(first, *name.lines[1:]), text=f"{label.text} {name.text}"), *others


def _is_rest(row: Labelled, part: Part, force: Part, above: Labelled) -> bool:
    """Below a name of the same page, in a dump's table or in other words than the label, or where a name breaks off."""
    name = above.one("institution")
    lone = len(row.parts) == 1 and not row.sure and part.code == force.code and part.count is None
    if not lone or name is None or name.words[-1].page != part.words[0].page:
        return False
    in_table = row.entry.row.cells[0].column > 0
    return in_table or fold(part.text) != fold(force.text) or ends_open([word.text for word in name.words])

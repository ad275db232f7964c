"""What stands beside a name in its row: the year, the waiver, and every column without a role of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.lists.tails import MARK
from pipeline.clean.normalise import marks
from pipeline.clean.parts import Part
from pipeline.knowledge import Lexicon

_RUN = re.compile(r"[A-Z]+|(.)\1*")  # `**` is a mark of its own, and no `*`; so is `TW`


def year(values: Sequence[Part], lexicon: Lexicon) -> int | None:
    """The year of conclusion, None where none is printed."""
    return next((found for part in values if part.role == "year" and (found := know.year(lexicon, part.text))), None)


def waiver(
    values: Sequence[Part], signs: str, legend: str | None, crossed: bool, asked: bool, lexicon: Lexicon
) -> bool | None:
    """Whether tuition is waived: by a cell of its own, where a cross may say no (`crossed`) and nothing does where the
    column is `asked` for in the row's table, or by the one of the name's `signs` that a `legend` explains."""
    cell = next((part for part in values if part.role == "waiver"), None)
    if cell is not None:
        return know.waiver_value(lexicon, cell.text, crossed)
    if legend == "cell":
        return False if asked else None
    said = [part.text for part in values if part.name == MARK]
    return None if legend is None else legend in (*said, *(run.group() for run in _RUN.finditer(signs)))


def _is_told(part: Part, crossed: bool, lexicon: Lexicon) -> bool:
    """Whether a year's cell says a year, and a waiver's yes or no."""
    if part.role == "waiver":
        return know.waiver_value(lexicon, part.text, crossed) is not None
    return part.role != "year" or know.year(lexicon, part.text) is not None


def extras_of(
    values: Sequence[Part], signs: str, legend: str | None, crossed: bool, lexicon: Lexicon
) -> dict[str, str]:
    """Other columns by their headings, years and answers that nobody understands, and marks at the name that no legend
    explains."""
    extras: dict[str, str] = {}
    for part in (part for part in values if part.role == "extra" or not _is_told(part, crossed, lexicon)):
        name = part.name or part.role
        if name == MARK and part.text == legend:
            continue
        extras[name] = f"{extras[name]} {part.text}" if name in extras else part.text
    left = "".join(run.group() for run in _RUN.finditer(marks(signs)) if run.group() != legend)
    return extras | ({"mark": left} if left else {})

"""The letters of an index: `A` above `Argentina` and `Australia`, `B` above `Belgium`; they name nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.clean.parts import Labelled
from pipeline.clean.sections.looks import is_alone
from pipeline.knowledge import fold

_FEW = 3
_MOST = 0.8  # of the letters alone on their lines open what stands below them


def without_letters(rows: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """The rows, with the letters of an index as furniture."""
    spoken = [row for row in rows if row.parts]
    alone = [(row, below) for row, below in pairwise(spoken) if _is_letter(row)]
    letters = {row.entry.index for row, below in alone if _text(below)[:1] == _text(row)}
    if len(letters) < max(_FEW, _MOST * len(alone)):
        return tuple(rows)
    return tuple(_silent(row) if row.entry.index in letters else row for row in rows)


def _is_letter(row: Labelled) -> bool:
    return is_alone(row) and len(row.parts[0].text) == 1 and row.parts[0].text.isalpha()


def _text(row: Labelled) -> str:
    return fold(row.parts[0].text)


def _silent(row: Labelled) -> Labelled:
    return replace(row, parts=tuple(replace(part, role="furniture") for part in row.parts))

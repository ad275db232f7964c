"""Running heads of a text dump: lines that stand again and again where pages meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.parts import Entry
from pipeline.clean.scheme import is_label
from pipeline.knowledge import Lexicon

_FIGURES = re.compile(r"[\W\d_]+")


def running_heads(block: Sequence[Entry], lexicon: Lexicon) -> frozenset[int]:
    """Indices of rows that repeat but for their numbers and name nothing: `Annuaire des conventions 2010`, `Handbook 21`.

    Labels, headings of columns and names of units stand again too, and are not among them.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for entry in block:
        if len(entry.row.cells) == 1 and (key := _FIGURES.sub(" ", entry.row.cells[0].text).strip()):
            places[key].append(entry.index)
    return frozenset(i for text, rows in places.items() if len(rows) > 1 and _names_nothing(text, lexicon) for i in rows)


def _names_nothing(text: str, lexicon: Lexicon) -> bool:
    return not (is_label(text, lexicon) or know.head_starts(lexicon, text.split()) or know.level_of_title(lexicon, text)
                or know.heading_role(lexicon, text))

"""Values of one cell shared out among the names beside it, in order: `1998 1990`, `yes` above `no`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.parts import Part
from pipeline.clean.rows.assemble import Draft
from pipeline.clean.rows.review import Doubt, answers_doubt, year_doubt, years_doubt
from pipeline.knowledge import Lexicon

_YEAR = re.compile(r"\d{4}")


def with_own_values(
    drafts: Sequence[Draft], values: Mapping[int, tuple[Part, ...]], crossed: bool, lexicon: Lexicon
) -> Iterator[Draft]:
    """The drafts with their own years and waivers, where a cell has as many as there are names; a question where it has
    several, and not as many. A cross says no where `crossed`."""
    for row, group in groupby(drafts, key=lambda draft: draft.row):
        named, parts = list(group), values.get(row, ())
        if len(named) > 1:
            named = _with_years(named, parts, lexicon)
            named = _with_waivers(named, parts, crossed, lexicon)
        yield from (_asked(one, parts) for one in named)


def _asked(draft: Draft, parts: Sequence[Part]) -> Draft:
    """The draft with a question where nobody can read what stands as its year."""
    unread = next((part.text for part in parts if part.role == "year" and _YEAR.search(part.text)), None)
    return draft if draft.year is not None or unread is None else _asking(draft, year_doubt(unread))


def _asking(draft: Draft, doubt: Doubt) -> Draft:
    return replace(draft, doubts=(*draft.doubts, doubt))


def _with_years(named: Sequence[Draft], parts: Sequence[Part], lexicon: Lexicon) -> list[Draft]:
    years = [year for part in parts if part.role == "year" for year in know.years(lexicon, part.text)]
    if len(years) == len(named):
        return [replace(one, year=year) for one, year in zip(named, years, strict=True)]
    return [_asking(one, years_doubt(len(years))) for one in named] if len(years) > 1 else list(named)


def _with_waivers(named: Sequence[Draft], parts: Sequence[Part], crossed: bool, lexicon: Lexicon) -> list[Draft]:
    cells = [part for part in parts if part.role == "waiver"]
    answers = [answer for part in cells for answer in _answers(part, crossed, lexicon)]
    if len(answers) == len(named):
        names = {part.name or part.role for part in cells}
        return [_answered(one, answer, names) for one, answer in zip(named, answers, strict=True)]
    return [_asking(one, answers_doubt(len(answers))) for one in named] if len(answers) > 1 else list(named)


def _answered(draft: Draft, answer: bool, names: Collection[str]) -> Draft:
    """The draft with its own answer in place of all that its cell says."""
    return replace(draft, waiver=answer, extras={key: text for key, text in draft.extras.items() if key not in names})


def _answers(part: Part, crossed: bool, lexicon: Lexicon) -> list[bool]:
    """What the lines of a cell say, each for itself, or its words; nothing where the cell has one answer."""
    for texts in ([line.text for line in part.lines], part.text.split()):
        told = [know.waiver_value(lexicon, text, crossed) for text in texts]
        found = [answer for answer in told if answer is not None]
        if len(found) == len(texts) > 1:
            return found
    return []

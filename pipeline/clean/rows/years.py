"""Years of one cell shared out among the names beside it, in order: `1998 1990`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.parts import Part
from pipeline.clean.rows.assemble import Draft
from pipeline.clean.rows.review import years_doubt
from pipeline.knowledge import Lexicon


def with_years(
    drafts: Sequence[Draft], values: Mapping[int, tuple[Part, ...]], lexicon: Lexicon
) -> Iterator[Draft]:
    """The drafts with their own years, where a cell has as many as there are names; a question where it has not."""
    for row, group in groupby(drafts, key=lambda draft: draft.row):
        named = list(group)
        years = [year for part in values.get(row, ()) if part.role == "year" for year in know.years(lexicon, part.text)]
        if len(years) == len(named) > 1:
            yield from (replace(one, year=year) for one, year in zip(named, years, strict=True))
        elif len(years) > 1:
            yield from (replace(one, doubts=(*one.doubts, years_doubt(len(years)))) for one in named)
        else:
            yield from named

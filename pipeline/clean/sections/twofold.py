"""Labels that name a zone and a country alike: `América` above `Argentina`, or above an entry that says its country
itself, is a zone, above names the country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.parts import Labelled
from pipeline.knowledge import Lexicon

_SILENT = frozenset(("note", "furniture"))


def zones(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[Labelled]:
    """The rows, with such a label as a zone where another country stands right below it, alone as it does."""
    spoken = [row for row in rows if not _is_silent(row)]
    above = {one.entry.index for one, two in pairwise(spoken) if _is_country(two) or (two.sure and two.one("country"))}
    for row in rows:
        yield _as_zone(row, lexicon) if row.entry.index in above and _is_country(row) else row


def _as_zone(row: Labelled, lexicon: Lexicon) -> Labelled:
    (part,) = row.parts
    zone = know.zone(lexicon, part.text)
    return replace(row, parts=(replace(part, role="zone", code=zone.m49),)) if zone else row


def _is_country(row: Labelled) -> bool:
    return not row.sure and [part.role for part in row.parts] == ["country"]


def _is_silent(row: Labelled) -> bool:
    return all(part.role in _SILENT for part in row.parts)

"""Rows that say the same agreement twice within one heading become one; both texts stay on record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from pipeline.clean.rows.assemble import Draft
from pipeline.knowledge import fold, has_ideographs
from pipeline.settings import Settings

_NUMBER = re.compile(r"\d+|\b[ivx]+\b")


@dataclass(frozen=True, slots=True)
class Twin:
    """The draft at `merged` says the same as the one at `kept`."""

    kept: int
    merged: int
    score: float
    evidence: str


def twins(drafts: Sequence[Draft], settings: Settings) -> tuple[Twin, ...]:
    """Doubled rows, each with the first row that says the same."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, draft in enumerate(drafts):
        country = draft.place.country.text if draft.place.country else ""
        groups[(draft.level, draft.department or "", fold(country))].append(i)
    found: list[Twin] = []
    for members in groups.values():
        kept: list[int] = []
        for i in members:
            twin = next((t for k in kept if (t := _twin(k, i, drafts, settings))), None)
            if twin:
                found.append(twin)
            else:
                kept.append(i)
    return tuple(found)


def _twin(kept: int, other: int, drafts: Sequence[Draft], settings: Settings) -> Twin | None:
    a, b = drafts[kept], drafts[other]
    if (a.year, dict(a.extras)) != (b.year, dict(b.extras)):
        return None
    one, two = fold(a.institution), fold(b.institution)
    if one == two:
        return Twin(kept, other, 100.0, "The same name stands twice under one heading, and nothing else differs.")
    score = fuzz.token_sort_ratio(one, two)
    if score < settings.row_duplicate or not _one_slip(one, two):
        return None
    return Twin(
        kept,
        other,
        round(score, 1),
        "Two spellings of one name under one heading: they differ by one slip in one word.",
    )


def _one_slip(one: str, two: str) -> bool:
    """All words agree but for one slip of the hand in one long word; numbers agree. A letter of writing without spaces
    is a word: `法學院` and `商學院` are two schools."""
    left, right = one.split(), two.split()
    if has_ideographs(one) or len(left) != len(right) or _NUMBER.findall(one) != _NUMBER.findall(two):
        return False
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(differing) == 1 and min(map(len, differing[0])) >= 6 and DamerauLevenshtein.distance(*differing[0]) == 1


def merged(drafts: Sequence[Draft], found: Sequence[Twin]) -> tuple[Draft, ...]:
    """The drafts without the merged ones, whose words go to the kept ones."""
    gone = {twin.merged for twin in found}
    words: dict[int, list[int]] = defaultdict(list)
    for twin in found:
        words[twin.kept].append(twin.merged)
    return tuple(
        replace(draft, twins=tuple(drafts[i].words + drafts[i].values for i in words[at]))
        for at, draft in enumerate(drafts)
        if at not in gone
    )

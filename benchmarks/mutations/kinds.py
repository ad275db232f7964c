"""Wrong rows by what went wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.mutations.edition import Record
from benchmarks.mutations.score import Judged, Score, fold

KINDS = {
    "names left together": "two names or more of the truth stand in one row",
    "name cut": "the row holds a part of one name",
    "cut in the wrong place": "the row holds parts of two names",
    "stray letter kept": "the name is right but for a letter before it",
    "other country": "the name is right, the country is not",
    "other department": "name and country are right, the department is not",
    "double kept": "the row is right, but it stands there once more than it should",
    "other": "none of these",
}


def kind(judged: Judged, truth: Sequence[Record]) -> str:
    """The entry of `KINDS` that a wrong row belongs to."""
    name = fold(judged.row.institution)
    same = [record for record in truth if fold(record.institution) == name]
    if same:
        return _label(judged, same)
    names = {fold(record.institution) for record in truth}
    if name[1:] in names:
        return "stray letter kept"
    if sum(whole in name for whole in names) > 1:
        return "names left together"
    if any(name in whole for whole in names):
        return "name cut"
    return "cut in the wrong place" if any(_overlaps(name, whole) for whole in names) else "other"


def _label(judged: Judged, same: list[Record]) -> str:
    there = [record for record in same if record.iso2 == judged.row.country_code]
    if not there:
        return "other country"
    departments = {fold(record.department) for record in there}
    return "double kept" if fold(judged.row.department) in departments else "other department"


def _overlaps(name: str, whole: str) -> bool:
    ends = range(4, len(whole))
    return whole in name or any(name.endswith(whole[:n]) or name.startswith(whole[-n:]) for n in ends)


def by_kind(scores: Iterable[Score]) -> dict[str, Counter[str]]:
    """Counts of `asked` and `silent` wrong rows a kind, the most frequent first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in KINDS}
    wrong = ((one, score.wanted) for score in scores for one in score.rows if not one.right)
    for one, truth in wrong:
        counts[kind(one, truth)]["asked" if one.row.needs_review else "silent"] += 1
    return dict(sorted(counts.items(), key=lambda item: -item[1].total()))

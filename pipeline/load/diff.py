"""What changed between two editions: agreements added, gone, and changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from pipeline.load.read import read_parquet, read_table
from pipeline.load.schema import Row

FIELDS = ("department", "zone", "country", "institution", "tuition_waiver", "year")
LIKE = 90.0
"""token_sort_ratio from which two names in one country and department are shown as one that changed.

Only the presentation hangs on it: below, the two stand as one gone and one added.
"""

Key = Callable[[Row], Hashable]
Pairing = tuple[list[tuple[Row, Row]], list[Row], list[Row]]
"""Pairs of an old and a new row, and the old and new ones that found no mate."""

_NUMBER = re.compile(r"\d+")


class NoEdition(Exception):
    """The output has no edition of that name."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows of the new edition alone, of the old alone, and of both with another value."""

    added: tuple[Row, ...]
    gone: tuple[Row, ...]
    changed: tuple[tuple[Row, Row], ...]
    same: int


def compared(old: str, new: str, output: Path) -> Difference:
    """Compares two editions, each named as in `output` or by the path of an agreements.parquet.

    Raises `NoOutput` for a table that cannot be read, `NoEdition` for a name that is not there.
    """
    return difference(_rows(old, output), _rows(new, output))


def difference(old: list[Row], new: list[Row]) -> Difference:
    """Pairs rows by institution, department and country, then by less and by likeness."""
    pairs: list[tuple[Row, Row]] = []
    for key in _KEYS:
        found, old, new = _paired(old, new, key)
        pairs += found
    found, old, new = _alike(old, new)
    pairs += found
    changed = tuple(pair for pair in pairs if changes(*pair))
    return Difference(tuple(new), tuple(old), changed, len(pairs) - len(changed))


def changes(old: Row, new: Row) -> list[str]:
    """The fields that differ, as `country “Chine” became “Taiwan”`."""
    return [
        f"{name} {_quoted(old[name])} became {_quoted(new[name])}"
        for name in FIELDS
        if old[name] != new[name]
    ]


def told(found: Difference) -> str:
    """The difference in lines of text."""
    parts = {"added": found.added, "gone": found.gone, "changed": found.changed}
    numbers = ", ".join(f"{len(rows)} {name}" for name, rows in parts.items())
    return "\n".join([f"{numbers}, {found.same} the same", *_lines(found)])


def _lines(found: Difference) -> Iterator[str]:
    yield from (f"+ {_named(row)}" for row in found.added)
    yield from (f"- {_named(row)}" for row in found.gone)
    yield from (f"~ {_named(new)}: {'; '.join(changes(old, new))}" for old, new in found.changed)


_KEYS: tuple[Key, ...] = (
    lambda row: (row["institution"], row["department"], row["country"]),
    lambda row: (row["institution"], row["department"]),
    lambda row: (row["institution"], row["country"]),
    lambda row: (row["institution_id"], row["unit"], row["department"], row["country"]),
)
"""From the surest to the least: the first that two rows share pairs them."""


def _paired(old: list[Row], new: list[Row], key: Key) -> Pairing:
    waiting: dict[Hashable, list[Row]] = defaultdict(list)
    for row in old:
        waiting[key(row)].append(row)
    pairs, added = [], []
    for row in new:
        if mates := waiting[key(row)]:
            pairs.append((mates.pop(0), row))
        else:
            added.append(row)
    return pairs, _without(old, pairs), added


def _alike(old: list[Row], new: list[Row]) -> Pairing:
    """Pairs names that are nearly the same in one department and country, the likest first."""
    found = sorted(
        (
            (-fuzz.token_sort_ratio(before["institution"], after["institution"]), i, j)
            for i, before in enumerate(old)
            for j, after in enumerate(new)
            if _may_be_one(before, after)
        ),
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs = []
    for score, i, j in found:
        if -score >= LIKE and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((old[i], new[j]))
    return pairs, _without(old, pairs), [row for j, row in enumerate(new) if j not in used_new]


def _may_be_one(before: Row, after: Row) -> bool:
    """Names with other numbers (Rennes 1, Rennes 2) are others, however alike."""
    here = all(before[name] == after[name] for name in ("department", "country_code"))
    return here and _NUMBER.findall(before["institution"]) == _NUMBER.findall(after["institution"])


def _without(old: list[Row], pairs: list[tuple[Row, Row]]) -> list[Row]:
    met = {id(before) for before, _ in pairs}
    return [row for row in old if id(row) not in met]


def _rows(named: str, output: Path) -> list[Row]:
    if named.endswith(".parquet"):
        return read_parquet(Path(named))
    every = read_table(output, "agreements")
    if rows := [row for row in every if row["edition"] == named]:
        return rows
    there = ", ".join(sorted({row["edition"] for row in every})) or "none"
    raise NoEdition(f"There are no agreements of an edition {named} in {output}. Editions there: {there}.")


def _named(row: Row) -> str:
    return " / ".join(row[name] for name in ("department", "country", "institution") if row[name])


def _quoted(value: object) -> str:
    return "nothing" if value is None else f"“{value}”"

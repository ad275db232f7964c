"""Ids that survive: an institution keeps the id that the last output gave any of its spellings."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.sameness.romanise import spelling

Key = tuple[str, str]  # folded name, country code or ""


def fresh_id(key: Key, moved: bool = False) -> str:
    """An id made of a spelling and its country; `moved` keeps a repaired country's name apart."""
    text = "\x1f".join((*key, "moved") if moved else key)
    return "institution-" + hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def read_register(table: Path) -> dict[str, set[Key]]:
    """Id -> its spellings in the last output's `institutions.csv`; nothing where there is none that can be read."""
    try:
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        return {
            row["institution_id"]: {
                (spelling(name), row["country_code"]) for name in (row["name"], *json.loads(row["aliases"] or "[]"))
            }
            for row in rows
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def assign(clusters: Sequence[Sequence[tuple[Key, bool]]], register: Mapping[str, Iterable[Key]]) -> list[str]:
    """An id for each cluster of (spelling, moved), its chief spelling first; no id is given twice.

    The chief spelling's own id wins where the register has it, then the id that most spellings bore; an id that two
    clusters claim (a wrong merge undone) stays with the one that has more of its spellings.
    """
    bearers: dict[Key, list[str]] = {}
    for known, keys in sorted(register.items()):
        for key in keys:
            bearers.setdefault(key, []).append(known)
    claims = []
    for at, members in enumerate(clusters):
        own = fresh_id(*members[0])
        votes = Counter(known for key, _ in members for known in bearers.get(key, ()))
        claims += [(-(known == own), -count, fresh_id(*members[0]), known, at) for known, count in votes.items()]
    return _settled(clusters, sorted(claims))


def _settled(
    clusters: Sequence[Sequence[tuple[Key, bool]]], claims: Iterable[tuple[int, int, str, str, int]]
) -> list[str]:
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, _, known, at in claims:
        if at not in ids and known not in taken:
            ids[at] = known
            taken.add(known)
    for at, members in enumerate(clusters):
        if at not in ids:
            candidates = (fresh_id(*member) for member in members)
            ids[at] = next((one for one in candidates if one not in taken), fresh_id((str(at), members[0][0][0])))
            taken.add(ids[at])
    return [ids[at] for at in range(len(clusters))]

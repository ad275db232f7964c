"""Head nouns as the data files list them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_WEAK, _EITHER, _SURE = 0.55, 0.85, 0.95  # how often such a word starts a name and does not stand inside one


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun of one word or more, the kinds it can name, and how surely it starts a name."""

    words: tuple[str, ...]
    kinds: frozenset[str]
    language: str
    order: str  # where it stands: "first" (before what it governs), "last" (after its modifiers), "both"
    strength: float


def by_first_word(tables: dict[str, Any]) -> dict[str, tuple[Head, ...]]:
    """First word -> head nouns that begin with it, the longest first."""
    found: dict[str, list[Head]] = {}
    for language, table in tables.items():
        for phrase in _phrases(table):
            head = _head(language, table, phrase)
            found.setdefault(head.words[0], []).append(head)
    return {word: tuple(sorted(heads, key=lambda head: -len(head.words))) for word, heads in found.items()}


def by_suffix(tables: dict[str, Any]) -> tuple[tuple[str, Head], ...]:
    """Ends of compounds and the head nouns they are, the longest first: "hochschule", 大学."""
    found = [
        (phrase, _head(language, table | table["suffix"], phrase))
        for language, table in tables.items()
        for phrase in _phrases(table.get("suffix", {}))
    ]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))


def _phrases(table: dict[str, Any]) -> list[str]:
    kinds = ("organisation", "unit", "both")
    return list(dict.fromkeys(phrase for kind in kinds for phrase in table.get(kind, ())))


def _head(language: str, table: dict[str, Any], phrase: str) -> Head:
    kinds = {kind for kind in ("organisation", "unit") if phrase in table.get(kind, ())}
    if phrase in table.get("both", ()):
        kinds = {"organisation", "unit"}
    strength = _WEAK if phrase in table.get("weak", ()) else _EITHER if len(kinds) > 1 else _SURE
    return Head(
        tuple(phrase.split()), frozenset(kinds), language, table.get("order", "first"), strength
    )

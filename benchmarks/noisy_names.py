"""Noisy names in any number, for measuring speed: half of them distinct, with slips of the hand and short forms."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_SHORT = {"University": "Univ.", "Institute": "Inst.", "Technology": "Tech.", "National": "Nat.", "Department": "Dept."}


def noisy_names(names: Sequence[tuple[str, str]], count: int, seed: int = 1) -> list[tuple[str, str]]:
    """(name, country) `count` times, half of them distinct: each of count / 4 made-up names has about two spellings.

    A made-up name is a real one whose distinctive words are those of another name of the same country.
    """
    rng = random.Random(seed)
    words: dict[str, list[str]] = {}
    for name, country in names:
        words.setdefault(country, []).extend(w for w in re.findall(r"[^\W\d_]+", name) if len(w) > 3)
    distinct: dict[tuple[str, str], None] = {}
    while len(distinct) < count // 2:
        name, country = names[rng.randrange(len(names))]
        base = _renamed(name, words[country], rng)
        for spelling in (base, _slip(base, rng)):
            distinct[spelling, country] = None
    kept = list(distinct)[: count // 2]
    rows = kept + [kept[rng.randrange(len(kept))] for _ in range(count - len(kept))]
    rng.shuffle(rows)
    return rows


def _renamed(name: str, others: Sequence[str], rng: random.Random) -> str:
    parts = name.split(" ")
    for _ in range(2):
        parts[rng.randrange(len(parts))] = rng.choice(others) if others else name
    return " ".join(parts)


def _slip(name: str, rng: random.Random) -> str:
    """One to three slips: a letter lost, doubled or swapped, a short form, capitals, a word lost, an address."""
    for _ in range(rng.randint(1, 3)):
        kind, at = rng.randrange(7), rng.randrange(len(name)) if name else 0
        if kind == 0:
            name = name[:at] + name[at + 1 :]
        elif kind == 1:
            name = name[:at] + name[at : at + 1] + name[at:]
        elif kind == 2:
            name = name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]
        elif kind == 3:
            name = " ".join(_SHORT.get(word, word) for word in name.split(" "))
        elif kind == 4:
            name = name.upper()
        elif kind == 5 and name.count(" ") > 2:
            name = " ".join(word for place, word in enumerate(name.split(" ")) if place != 1)
        else:
            name += ", Main Campus"
    return name

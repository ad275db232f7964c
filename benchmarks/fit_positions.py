"""python -m benchmarks.fit_positions: counts where words stand in names, for telling run-together names apart.

Reads half of the records of benchmarks/data/institution-names.csv (the Research Organization Registry, CC0; the records
whose identifier hashes even) and writes pipeline/knowledge/positions.tsv: word, names it begins, names it ends, names
it stands inside of. Only words of three names or more are kept, so that no name can be read back.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

SOURCE = Path(__file__).parent / "data" / "institution-names.csv"
TARGET = Path(__file__).parents[1] / "pipeline" / "knowledge"
FEWEST = 3


def fitted(record: str) -> bool:
    """Whether the counts are made from this record."""
    return _digest(record)[0] % 2 == 0


def weighed(record: str) -> bool:
    """Whether the weights of splitting are fitted on this record.

    Not one that the counts are made from: they say more of its names than of new ones. The others measure.
    """
    return not fitted(record) and _digest(record)[1] % 2 == 0


def _digest(record: str) -> bytes:
    return hashlib.blake2b(record.encode(), digest_size=2).digest()


def count(names: list[str]) -> dict[str, Counter[str]]:
    """For each folded word how often it begins, ends and stands inside names of two words or more."""
    found: dict[str, Counter[str]] = {}
    for name in names:
        words = _words(name)
        for i, word in enumerate(words if len(words) > 1 else []):
            place = "first" if i == 0 else "last" if i == len(words) - 1 else "inner"
            found.setdefault(word, Counter())[place] += 1
    return found


def _words(name: str) -> list[str]:
    found = (normalize("NFC", token).casefold().strip("()[]\"',.;:“”«»") for token in name.split())
    return [word for word in found if word]


def pairs(names: list[str], known: set[str]) -> Counter[str]:
    """How often two known words stand side by side."""
    side = (pair for name in names for pair in pairwise(_words(name)))
    return Counter(f"{one} {two}" for one, two in side if one in known and two in known)


def main() -> None:
    """Write the tables, most frequent words first."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        names = sorted({row["name"] for row in csv.DictReader(file) if fitted(row["record"])})
    kept = [(word, c) for word, c in count(names).items() if c.total() >= FEWEST and not any(map(str.isdigit, word))]
    kept.sort(key=lambda item: (-item[1].total(), item[0]))
    lines = [f"{word}\t{c['first']}\t{c['last']}\t{c['inner']}" for word, c in kept]
    _write("positions.tsv", "word\tfirst\tlast\tinner", lines)
    often = sorted(pairs(names, {word for word, _ in kept}).items(), key=lambda item: (-item[1], item[0]))
    _write("pairs.tsv", "pair\tnames", [f"{pair}\t{n}" for pair, n in often if n >= FEWEST])


def _write(name: str, header: str, lines: list[str]) -> None:
    (TARGET / name).write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

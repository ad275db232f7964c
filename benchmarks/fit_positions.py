"""python -m benchmarks.fit_positions: counts where words stand in names, for telling run-together names apart.

Reads half of the records of benchmarks/data/institution-names.csv (the Research Organization Registry, CC0; the records
whose identifier hashes even) and writes pipeline/knowledge/positions.tsv: word, names it begins, names it ends, names
it stands inside of. Only words of three names or more are kept, so that no name can be read back.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from pathlib import Path

from pipeline.knowledge import fold

SOURCE = Path(__file__).parent / "data" / "institution-names.csv"
TARGET = Path(__file__).parents[1] / "pipeline" / "knowledge" / "positions.tsv"
FEWEST = 3


def fitted(record: str) -> bool:
    """Whether the counts are made from this record; the others are for measuring."""
    return hashlib.blake2b(record.encode(), digest_size=2).digest()[0] % 2 == 0


def count(names: list[str]) -> dict[str, Counter[str]]:
    """For each folded word how often it begins, ends and stands inside names of two words or more."""
    found: dict[str, Counter[str]] = {}
    for name in names:
        words = [word for token in name.split() if (word := fold(token).strip("()[]\"',.;:"))]
        for i, word in enumerate(words if len(words) > 1 else []):
            place = "first" if i == 0 else "last" if i == len(words) - 1 else "inner"
            found.setdefault(word, Counter())[place] += 1
    return found


def main() -> None:
    """Write the table, most frequent words first."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        names = sorted({row["name"] for row in csv.DictReader(file) if fitted(row["record"])})
    kept = [(word, c) for word, c in count(names).items() if c.total() >= FEWEST and not any(map(str.isdigit, word))]
    kept.sort(key=lambda item: (-item[1].total(), item[0]))
    lines = [f"{word}\t{c['first']}\t{c['last']}\t{c['inner']}" for word, c in kept]
    TARGET.write_text("word\tfirst\tlast\tinner\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""python -m benchmarks.fit_positions: counts where words stand in names, for telling run-together names apart.

Reads half of the records of benchmarks/data/institution-names.csv (the Research Organization Registry, CC0; the records
whose identifier hashes even) and writes pipeline/knowledge/positions.tsv: word, names it begins, names it ends, names
it stands inside of; names where another could have begun with it (`Utrecht | University`, but not `of University`), and
where one could have ended with it (`University | Hospital`, but not `University of`). Only words of three names or more
are kept, so that no name can be read back.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

from pipeline.clean.names.edges import hangs, is_opening, links
from pipeline.knowledge.positions import GOVERNS

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
    """For each folded word how often it begins, ends and stands inside names of two words or more, and how often it
    stands behind a word that could end a name, and before one that could begin one; and the same of the word before a
    preposition, `college …`, which begins names more often."""
    found: dict[str, Counter[str]] = {}
    for name in names:
        tokens = [token for token in name.split() if _word(token)]
        for i, token in enumerate(tokens if len(tokens) > 1 else []):
            governs = i + 1 < len(tokens) and links(tokens[i + 1])
            for word in (_word(token), f"{_word(token)} {GOVERNS}")[: 1 + governs]:
                places = found.setdefault(word, Counter())
                places["first" if i == 0 else "last" if i == len(tokens) - 1 else "inner"] += 1
                places["after"] += i > 0 and _may_part(tokens[i - 1], token)
                places["before"] += i + 1 < len(tokens) and _may_part(token, tokens[i + 1])
    return found


def _may_part(before: str, after: str) -> bool:
    """No preposition and no bracket ties the two together."""
    return not (hangs(before) or links(after) or is_opening(after))


def _words(name: str) -> list[str]:
    return [word for token in name.split() if (word := _word(token))]


def _word(token: str) -> str:
    return normalize("NFC", token).casefold().strip("()[]\"',.;:“”«»")


def pairs(names: list[str], known: set[str]) -> Counter[str]:
    """How often two known words stand side by side."""
    side = (pair for name in names for pair in pairwise(_words(name)))
    return Counter(f"{one} {two}" for one, two in side if one in known and two in known)


def _names(places: Counter[str]) -> int:
    return places["first"] + places["last"] + places["inner"]


def main() -> None:
    """Write the tables, most frequent words first."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        names = sorted({row["name"] for row in csv.DictReader(file) if fitted(row["record"])})
    kept = [(word, c) for word, c in count(names).items() if _names(c) >= FEWEST and not any(map(str.isdigit, word))]
    kept.sort(key=lambda item: (-_names(item[1]), item[0]))
    columns = ("first", "last", "inner", "after", "before")
    lines = ["\t".join([word, *(str(c[column]) for column in columns)]) for word, c in kept]
    _write("positions.tsv", "\t".join(["word", *columns]), lines)
    often = sorted(pairs(names, {word for word, _ in kept}).items(), key=lambda item: (-item[1], item[0]))
    _write("pairs.tsv", "pair\tnames", [f"{pair}\t{n}" for pair, n in often if n >= FEWEST])


def _write(name: str, header: str, lines: list[str]) -> None:
    (TARGET / name).write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

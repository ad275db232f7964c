"""What a label, a heading or an institution looks like in print."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from .model import Design, Entry
from .words import words

WIDE = str.maketrans("0123456789()", "０１２３４５６７８９（）")
ORDER = ("department", "zone", "country")


@dataclass(frozen=True, slots=True)
class Printer:
    """How one edition prints its labels: the counts of its spans and the labels that bear a mark."""

    design: Design
    counts: dict[tuple[str, ...], int]
    marked: frozenset[str]

    def label(self, column: str, entry: Entry, count: bool = True) -> str:
        """The label with its count, mark and capitals."""
        text = getattr(entry, column)
        if column in self.design.capitals:
            text = text.upper()
        if text in self.marked or getattr(entry, column) in self.marked:
            text += self.design.mark
        number = self.counts.get(span(self.design, column, entry))
        if count and column in self.design.counts and number:
            text += bracket(self.design, number)
        return odd(self.design, text)

    def again(self, column: str, entry: Entry) -> str:
        """What stands at the top of a page on which the label's span goes on."""
        if self.design.again == "blank":
            return ""
        text = self.label(column, entry, self.design.again_count)
        if self.design.again == "label":
            return text
        return str(words(self.design.language)["continued"].format(label=text))

    def institution(self, entry: Entry) -> str:
        star = ("＊" if self.design.wide_brackets else "*") if self.starred(entry) else ""
        return star + odd(self.design, entry.institution)

    def starred(self, entry: Entry) -> bool:
        return self.design.waiver == "star" and entry.waiver == "1"


def printer(design: Design, entries: Sequence[Entry], rng: Random) -> Printer:
    """Counts over the whole edition; a quarter of the labels of marked columns bear the mark."""
    counts: dict[tuple[str, ...], int] = {}
    for entry in entries:
        for column in ORDER:
            key = span(design, column, entry)
            counts[key] = counts.get(key, 0) + 1
    labels = sorted({getattr(e, column) for e in entries for column in design.marks})
    return Printer(design, counts, frozenset(t for t in labels if rng.random() < 0.25))


def span(design: Design, column: str, entry: Entry) -> tuple[str, ...]:
    """What a label's span is known by: its own text and the labels of the columns that contain it."""
    outer = nesting(design)
    inside = outer[: outer.index(column) + 1] if column in outer else [column]
    return (column, entry.level, *(getattr(entry, c) for c in inside))


def nesting(design: Design) -> list[str]:
    """Label columns from the outermost to the innermost: headings, then bands, then the table's own order."""
    kinds = design.labels
    printed = [c for c in ORDER if kinds[c] == "heading"] + [c for c in ORDER if kinds[c] == "band"]
    return printed + [c for c in design.columns if c in kinds and c not in printed]


def bracket(design: Design, number: int) -> str:
    text = f"({number})"
    return text.translate(WIDE) if design.wide_brackets else f" {text}"


def odd(design: Design, text: str) -> str:
    """The text with the oddities that text layers of real files have; a reader sees no difference."""
    if "soft" in design.oddities:
        text = " ".join(f"{w[:5]}\u00ad{w[5:]}" if len(w) > 9 and w.isalpha() else w for w in text.split(" "))
    if "ligature" in design.oddities:
        text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    if "nbsp" in design.oddities:
        text = text.replace(" ", "\u00a0", 1)
    if "nfd" in design.oddities:
        text = unicodedata.normalize("NFD", text)
    return text

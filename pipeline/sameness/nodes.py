"""The names that agreements give their partners: what is one spelling in one country is one node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Agreement
from pipeline.sameness.engine import Name
from pipeline.sameness.register import Key
from pipeline.sameness.romanise import spelling

_PARTS = frozenset({"=faculty", "=department", "=laboratory", "=centre", "=study", "=graduate"})


@dataclass(frozen=True, slots=True)
class Node:
    """One spelling. `moved`: a rule, not the print, gave it its country, so that it never merges by itself."""

    key: Key
    moved: bool
    rows: tuple[Agreement, ...]
    texts: tuple[str, ...]  # as printed, the most frequent first

    @property
    def name(self) -> Name:
        return Name(self.texts[0], self.key[1] or None)

    @property
    def rank(self) -> tuple[str, int, str, Key]:
        """Orders the spellings of an institution: of the earliest edition, then the most frequent."""
        return min(row.edition for row in self.rows), -len(self.rows), self.texts[0], self.key


def nodes(agreements: Sequence[Agreement]) -> tuple[Node, ...]:
    """The nodes of agreements in a fixed order, whatever order the agreements come in."""
    groups: dict[tuple[Key, bool], list[Agreement]] = {}
    for row in sorted(agreements, key=lambda row: (row.edition, row.agreement_id)):
        key = spelling(partner(row)), row.country_code or ""
        groups.setdefault((key, is_moved(row)), []).append(row)
    return tuple(
        Node(key, moved, tuple(rows), _by_frequency([partner(row) for row in rows]))
        for (key, moved), rows in sorted(groups.items(), key=lambda item: item[0])
    )


def partner(row: Agreement) -> str:
    """The organisation that the agreement is with: the department inside it makes no institution of its own.

    An institute of an academy counts as the academy, which is what the print calls the organisation. An agreement
    of whole universities is the exception: there `London School of Economics, University of London` is the school.
    """
    if row.level == "university" and row.unit and _is_whole(row.unit):
        return row.institution
    return row.organisation or row.institution


def _is_whole(unit: str) -> bool:
    """Whether a unit may conclude an agreement by itself: a school or institute may, a faculty may not."""
    from pipeline.sameness.read import parsed  # noqa: PLC0415

    return not _PARTS & {token.text for token in parsed([(unit, None)])[0].tokens}


def is_moved(row: Agreement) -> bool:
    """Whether the row's country is not the one printed beside it."""
    return "moved_label" in row.repairs


def _by_frequency(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in sorted(Counter(texts).items(), key=lambda item: (-item[1], item[0])))

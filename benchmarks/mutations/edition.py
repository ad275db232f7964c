"""A clean edition: what the publisher meant, before anything was dumped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Record:
    """One agreement as the publisher meant it. `language` is that of the name, '' if not known."""

    id: int
    level: Literal["university", "department"]
    department: str
    declared: int | None
    zone: str
    country: str
    iso2: str
    institution: str
    language: str = ""
    waiver: bool | None = None


@dataclass(frozen=True, slots=True)
class CleanEdition:
    """Records in printed order, and the words that stand around them."""

    name: str
    language: str
    title: str
    header: tuple[str, str, str, str]
    dates: tuple[str, ...]
    records: tuple[Record, ...]
    count: str = " ({})"
    list_title: str = ""
    legend: str = ""

    def heading(self, record: Record) -> str:
        """The department's label as printed, with its count."""
        count = "" if record.declared is None else self.count.format(record.declared)
        return record.department + count

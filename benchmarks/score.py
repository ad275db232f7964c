"""Exact rows of an edition against its truth: precision, recall and F1.

A row is exact when level, department, country (ISO 3166-1 alpha-2) and institution all agree after folding
Unicode forms, case, quotes, dashes and white space; a printed count after a department is left out. Rows are
compared as multisets, so a doubled row is a wrong one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

QUOTES = dict.fromkeys(map(ord, "’‘"), "'") | dict.fromkeys(map(ord, "“„«»”"), '"')
DASHES = dict.fromkeys(map(ord, "–—‐‑"), "-")
FOLD = QUOTES | DASHES | {0xAD: None, 0xA0: " "}
COUNT = re.compile(r"[(（]\d+[)）]$")
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many rows there are, were found, and agree; the keys that are missing and those that are wrong."""

    rows: int
    found: int
    exact: int
    missing: tuple[Key, ...]
    wrong: tuple[Key, ...]

    @property
    def f1(self) -> float:
        return 2 * self.exact / max(1, self.rows + self.found)


def fold(text: str | None) -> str:
    """The text as the comparison sees it."""
    plain = unicodedata.normalize("NFKC", text or "").translate(FOLD).casefold()
    return re.sub(r"\s+", "", plain)


def key(row: Mapping[str, Any], code: str) -> Key:
    """What makes a row; `code` names the column of the country's code."""
    department = COUNT.sub("", fold(row.get("department")))
    return fold(row.get("level")), department, row.get(code) or "", fold(row.get("institution"))


def details(found: Sequence[Mapping[str, Any]], truth: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """Share of the exact rows whose zone, waiver and year are right too, where the edition prints them."""
    got = {key(row, "country_code"): row for row in found}
    shares = {}
    for name, read in DETAILS.items():
        printed = [row for row in truth if row[name] and key(row, "iso2") in got]
        right = sum(read(got[key(row, "iso2")]) == fold(row[name]) for row in printed)
        if printed:
            shares[name] = right / len(printed)
    return shares


DETAILS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "zone": lambda row: fold(row.get("zone")),
    "waiver": lambda row: "" if row.get("tuition_waiver") is None else str(int(row["tuition_waiver"])),
    "year": lambda row: str(row.get("year") or ""),
}


def silent(found: Iterable[Mapping[str, Any]], result: Score) -> int:
    """How many of the wrong rows carry no flag `needs_review`: the worst outcome there is."""
    wrong = Counter(result.wrong)
    count = 0
    for row in sorted(found, key=lambda row: not row.get("needs_review")):
        name = key(row, "country_code")
        if wrong[name]:
            wrong[name] -= 1
            count += not row.get("needs_review")
    return count


def score(found: Iterable[Mapping[str, Any]], truth: Iterable[Mapping[str, str]]) -> Score:
    """Rows with the column `country_code` against the truth's rows with the column `iso2`."""
    got = Counter(key(row, "country_code") for row in found)
    want = Counter(key(row, "iso2") for row in truth)
    missing, wrong = want - got, got - want
    exact = (got & want).total()
    return Score(want.total(), got.total(), exact, tuple(missing.elements()), tuple(wrong.elements()))


def silent_facts(found: Iterable[Mapping[str, Any]], truth: Iterable[Mapping[str, str]]) -> int:
    """How many zones, waivers and years of rows that are right and not flagged differ from the truth; a zone or a year
    that the truth has not counts, too.
    """
    printed: dict[Key, list[Mapping[str, str]]] = {}
    for row in truth:
        printed.setdefault(key(row, "iso2"), []).append(row)
    count = 0
    for row in found:
        own = printed.get(key(row, "country_code"))
        if own:
            true = own.pop(0)
            wrong = sum(read(row) != fold(true[name]) for name, read in DETAILS.items() if _is_told(name, true))
            count += 0 if row.get("needs_review") else wrong
    return count


def _is_told(name: str, true: Mapping[str, str]) -> bool:
    """Whether the truth says something; an empty waiver may be one that no mark denies."""
    return bool(true[name]) or name != "waiver"

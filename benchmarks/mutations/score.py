"""What a reader of a damaged edition got right, asked about, got wrong in silence, and lost.

A row is exact when level, department (without its count), country (ISO 3166-1 alpha-2) and institution agree
after folding of case, widths, quotes, dashes and white space. Wrong in silence is an output row that is not
in the truth and does not say `needs_review`: the worst outcome there is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.mutations.edition import Record
from pipeline.records import Agreement, Cleaned

Key = tuple[str, str, str, str]
_MARKS = str.maketrans("’‘“„«»”–—‐‑", "''" + '"' * 5 + "-" * 4, "\u00ad")
_COUNT = re.compile(r"[(（]\d+[)）]$")


@dataclass(frozen=True, slots=True)
class Judged:
    """One output row against the truth."""

    row: Agreement
    right: bool
    zone_right: bool
    undecidable: bool  # wrong, and about a record that no reader could restore with certainty


@dataclass(frozen=True, slots=True)
class Score:
    """One edition: every output row judged, and the truth that no exact row stands for."""

    rows: tuple[Judged, ...]
    missed: tuple[Record, ...]
    lost: tuple[Record, ...]  # missed, and with a word that stands in no output row and no reject
    undecidable: frozenset[int]
    wanted: tuple[Record, ...]


def fold(text: str | None) -> str:
    """Text as two people would call it the same."""
    return "".join(unicodedata.normalize("NFKC", text or "").translate(_MARKS).casefold().split())


def _wanted(record: Record) -> Key:
    return record.level, fold(record.department), record.iso2, fold(record.institution)


def _given(row: Agreement) -> Key:
    return row.level, _COUNT.sub("", fold(row.department)), row.country_code or "", fold(row.institution)


def score(truth: Sequence[Record], undecidable: frozenset[int], cleaned: Cleaned) -> Score:
    """Judges each output row against the truth, and looks for the words of each row that was missed."""
    left: dict[Key, list[Record]] = {}
    for record in truth:
        left.setdefault(_wanted(record), []).append(record)
    unsure = [fold(record.institution) for record in truth if record.id in undecidable]
    rows = tuple(_judged(row, left, unsure) for row in cleaned.agreements)
    missed = tuple(record for records in left.values() for record in records)
    return Score(rows, missed, _lost(missed, rows, cleaned), undecidable, tuple(truth))


def _judged(row: Agreement, left: dict[Key, list[Record]], unsure: Iterable[str]) -> Judged:
    records, name = left.get(_given(row)), fold(row.institution)
    if records:
        record = records.pop()
        return Judged(row, True, fold(record.zone) == fold(row.zone), False)
    return Judged(row, False, False, any(name in other or other in name for other in unsure))


def _lost(missed: tuple[Record, ...], rows: tuple[Judged, ...], cleaned: Cleaned) -> tuple[Record, ...]:
    """Words are looked for where a wrong row or a reject could hold them: a right row holds its own."""
    texts = [judged.row.institution for judged in rows if not judged.right]
    texts += [reject.text for reject in cleaned.rejects]
    held = " ".join(fold(text) for text in texts)
    gone = (record for record in missed if not all(_holds(held, fold(word)) for word in record.institution.split()))
    return tuple(gone)


def _holds(held: str, word: str) -> bool:
    """Whether a word stands there whole or, where its script has no white space between words, in two halves."""
    halves = range(1, len(word)) if unicodedata.category(word[0]) == "Lo" else ()
    return word in held or any(word[:at] in held and word[at:] in held for at in halves)


def total(scores: Iterable[Score]) -> Counter[str]:
    """Counts over editions: truth, got, right, silent, lost, asked (flagged); `u_`: the undecidable."""
    counts: Counter[str] = Counter()
    for one in scores:
        wrong = [judged for judged in one.rows if not judged.right]
        silent = [judged for judged in wrong if not judged.row.needs_review]
        counts.update(
            truth=len(one.wanted), got=len(one.rows), right=len(one.rows) - len(wrong), wrong=len(wrong),
            asked_right=sum(judged.right and judged.row.needs_review for judged in one.rows),
            silent=len(silent), asked_wrong=len(wrong) - len(silent), lost=len(one.lost),
            missed=len(one.missed),
            zone_right=sum(judged.zone_right for judged in one.rows), u_truth=len(one.undecidable),
            u_silent=sum(judged.undecidable for judged in silent),
            u_wrong=sum(judged.undecidable for judged in wrong),
            u_missed=sum(record.id in one.undecidable for record in one.missed),
        )
    return counts


def f1(counts: Counter[str], decidable: bool = False) -> float:
    """Exact-row F1; `decidable` leaves out what no reader could restore."""
    wrong = counts["wrong"] - (counts["u_wrong"] if decidable else 0)
    missed = counts["missed"] - (counts["u_missed"] if decidable else 0)
    return 2 * counts["right"] / max(1, 2 * counts["right"] + wrong + missed)

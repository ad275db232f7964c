"""Failures for a person to read: what was printed, what a careful reader reads, what came out."""

from __future__ import annotations

from benchmarks.mutations.damage import Damaged
from benchmarks.mutations.edition import Record
from benchmarks.mutations.score import Judged, Score, fold


def describe(damaged: Damaged, score: Score) -> list[str]:
    """A few lines for each wrong row, the silent ones first, then what was missed without a wrong row."""
    wrong = [judged for judged in score.rows if not judged.right]
    wrong.sort(key=lambda judged: judged.row.needs_review)
    silent = [_wrong(damaged, judged) for judged in wrong]
    return silent + [_missed(damaged, record, score) for record in score.missed]


def _wrong(damaged: Damaged, judged: Judged) -> str:
    row = judged.row
    kind = "asked" if row.needs_review else "SILENT"
    mark = " (undecidable)" if judged.undecidable else ""
    lines = damaged.text.split("\n")[max(0, row.line_first - 2):row.line_last + 1]
    got = f"{row.department} > {row.country} > {row.institution}  [{row.confidence:.2f}; {row.review_reason}]"
    return "\n".join([f"{kind}{mark} {damaged.name} lines {row.line_first}-{row.line_last}", f"  got   {got}",
                      *(f"  print {line}".replace("\t", "⇥") for line in lines)])


def _missed(damaged: Damaged, record: Record, score: Score) -> str:
    kind = "LOST" if record in score.lost else "missed"
    mark = " (undecidable)" if record.id in damaged.undecidable else ""
    faults = sorted({fault.fault for fault in damaged.applied if record.id in fault.records} - {"trail"})
    near = [line for line in damaged.text.split("\n") if fold(record.institution)[-12:] in fold(line)]
    return "\n".join([f"{kind}{mark} {damaged.name} {faults}",
                      f"  truth {record.department} > {record.country} > {record.institution}",
                      *(f"  print {line}".replace("\t", "⇥") for line in near[:2])])

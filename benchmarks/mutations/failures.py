"""Failures for a person to read: what was printed, what a careful reader reads, what came out."""

from __future__ import annotations

from benchmarks.mutations.damage import Damaged
from benchmarks.mutations.edition import Record
from benchmarks.mutations.kinds import kind
from benchmarks.mutations.score import Judged, Score, fold


def describe(damaged: Damaged, score: Score) -> list[str]:
    """A few lines for each wrong row, the silent ones first, then for each row that was lost."""
    wrong = [judged for judged in score.rows if not judged.right]
    wrong.sort(key=lambda judged: judged.row.needs_review)
    return [_wrong(damaged, judged) for judged in wrong] + [_lost(record) for record in score.lost]


def _wrong(damaged: Damaged, judged: Judged) -> str:
    row = judged.row
    says = f"asks: {row.review_reason}" if row.needs_review else f"SILENT at {row.confidence:.2f}"
    mark = ", undecidable" if judged.undecidable else ""
    return "\n".join([f"{kind(judged, damaged.truth)}{mark} ({damaged.name})",
                      *(f"  print {line}" for line in _printed(damaged, judged)),
                      *(f"  truth {_shown(record)}" for record in _meant(damaged, judged)),
                      f"  got   {row.department} > {row.country} > {row.institution}", f"        {says}"])


def _printed(damaged: Damaged, judged: Judged) -> list[str]:
    first, last = judged.row.line_first, judged.row.line_last
    return [line.replace("\t", "⇥") for line in damaged.text.split("\n")[max(0, first - 2):last + 1]]


def _meant(damaged: Damaged, judged: Judged) -> list[Record]:
    """The records that share the row's name or a part of it."""
    name = fold(judged.row.institution)
    names = [(record, fold(record.institution)) for record in damaged.truth]
    same = [record for record, whole in names if whole == name]
    return (same or [record for record, whole in names if whole in name or name in whole])[:4]


def _lost(record: Record) -> str:
    return f"LOST\n  truth {_shown(record)}"


def _shown(record: Record) -> str:
    return f"{record.department or None} > {record.country} > {record.institution}"

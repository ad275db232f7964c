"""The question of rows under a heading that prints fewer: `Faculty of Law (8)` over ten. Two of them are another's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.clean.rows.reconcile import is_under
from pipeline.clean.rows.review import count_doubt
from pipeline.records import Agreement, Reconciliation


def asked(rows: Iterable[Agreement], accounts: Iterable[Reconciliation]) -> tuple[Agreement, ...]:
    """The rows, those under an overfull heading with its question."""
    over = [account for account in accounts if account.status == "over"]
    return tuple(_with(row, [_question(account) for account in over if is_under(row, account)]) for row in rows)


def answered(
    rows: Iterable[Agreement], before: Iterable[Reconciliation], after: Iterable[Reconciliation]
) -> tuple[Agreement, ...]:
    """The rows without the questions of headings that rulings brought to match; a new count is told in its place."""
    now = tuple(after)
    changed = [(old, new) for old, new in zip(before, now, strict=True) if old.status == "over" and old != new]
    for old, new in changed:
        told = _question(new) if new.status == "over" else ""
        rows = [_told(row, _question(old), told) for row in rows]
    return tuple(rows)


def _with(row: Agreement, questions: list[str]) -> Agreement:
    if not questions:
        return row
    reason = " ".join([row.review_reason, *questions] if row.review_reason else questions)
    return replace(row, needs_review=True, review_reason=reason)


def _told(row: Agreement, old: str, new: str) -> Agreement:
    if old not in (row.review_reason or ""):
        return row
    reason = " ".join((row.review_reason or "").replace(old, new).split()) or None
    return replace(row, needs_review=reason is not None, review_reason=reason)


def _question(account: Reconciliation) -> str:
    return count_doubt(account.heading, account.declared, account.found).text

"""Printed counts against the rows as people's rulings leave them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from pipeline.clean.rows.reconcile import is_under
from pipeline.records import Agreement, Cleaned, Reconciliation

Status = Literal["match", "short", "over"]


def recounted(before: Cleaned, after: Cleaned) -> tuple[Reconciliation, ...]:
    """The reconciliation of `after`, where rulings changed how many rows stand under a heading."""
    return tuple(_recounted(one, before.agreements, after.agreements) for one in after.reconciliation)


def _recounted(
    one: Reconciliation, before: Iterable[Agreement], after: Iterable[Agreement]
) -> Reconciliation:
    change = _under(one, after) - _under(one, before)
    if not change:
        return one
    found = one.found + change
    status: Status = "match" if found == one.declared else "short" if found < one.declared else "over"
    told = (
        f"The heading says {one.declared}; {found} stand under it, of which corrections changed {change:+d}."
    )
    return replace(one, found=found, status=status, message=told)


def _under(one: Reconciliation, rows: Iterable[Agreement]) -> int:
    return sum(is_under(row, one) for row in rows)

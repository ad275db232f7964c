"""The print's own counts as a checksum: what a heading declares against what was found under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from pipeline.clean.align.places import Gap, Place
from pipeline.clean.parts import Labelled, Part
from pipeline.clean.rows.assemble import Draft
from pipeline.knowledge import fold
from pipeline.records import Agreement, Level, Reconciliation

Status = Literal["match", "short", "over"]


def reconcile(
    edition: str,
    level: Level,
    rows: Sequence[Labelled],
    drafts: Sequence[Draft],
    rejected: Sequence[Draft],
    gaps: Sequence[Gap],
) -> tuple[Reconciliation, ...]:
    """One account a department that prints a count, and one a country that does."""
    found: list[Reconciliation] = []
    departments = {fold(p.text): p for p in _counted(rows, "department")}
    for key, part in departments.items():
        mine = [d for d in drafts if d.department and fold(d.department) == key]
        lost = [gap.place for gap in gaps if gap.place.department and fold(gap.place.department.text) == key]
        bad = [d for d in rejected if d.department and fold(d.department) == key]
        found.append(_account(edition, level, part, len(mine), len(bad), lost))
    for part in _counted(rows, "country"):
        mine = _under_country(part, drafts)
        account = _account(edition, level, part, len(mine), 0, [])
        found.append(replace(account, department=mine[0].department if mine else None))
    return tuple(found)


def is_under(row: Agreement, account: Reconciliation) -> bool:
    """Whether the row is one of those that the heading counts."""
    heading = fold(account.heading)
    own = account.department is None and fold(row.department or "") == heading
    return row.level == account.level and (
        own or (fold(row.country or "") == heading and row.department == account.department)
    )


def _counted(rows: Iterable[Labelled], role: str) -> list[Part]:
    """The first printing of each heading with a count; it stands again where a page cuts it."""
    seen: dict[tuple[str, int | None, str], Part] = {}
    department = ""
    for row in rows:
        for part in row.parts:
            department = part.text if part.role == "department" else department
            if part.role == role and part.count is not None:
                seen.setdefault((fold(part.text), part.count, department if role == "country" else ""), part)
    return list(seen.values())


def _under_country(part: Part, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a country's heading, and of its next printings in the same department: a page cuts `CHINA (14)`,
    and another department has a `CHINA (14)` of its own."""
    departments = {draft.department for draft in drafts if draft.place.country is part}
    return [draft for draft in drafts if draft.department in departments and _again(draft.place.country, part)]


def _again(other: Part | None, part: Part) -> bool:
    return other is not None and other.count == part.count and fold(other.text) == fold(part.text)


def _account(
    edition: str, level: Level, part: Part, found: int, rejected: int, gaps: Sequence[Place]
) -> Reconciliation:
    declared = part.count or 0
    status: Status = "match" if found == declared else "short" if found < declared else "over"
    return Reconciliation(
        edition,
        level,
        part.text,
        declared,
        found,
        rejected,
        status,
        _message(status, declared, found, rejected, gaps),
    )


def _message(status: Status, declared: int, found: int, rejected: int, gaps: Sequence[Place]) -> str:
    if status == "match":
        return f"The heading says {declared}, and {found} were found."
    wrong = f"{abs(declared - found)} too {'few' if status == 'short' else 'many'}"
    text = f"The heading says {declared}; {found} were found, {wrong}."
    if rejected:
        text += f" {rejected} more could not be read with certainty; they are among the rejects."
    if gaps and status == "short":
        names = ", ".join(
            f"{place.country.text} (row of line {place.country.words[0].line})" for place in gaps if place.country
        )
        text += f" The gap probably lies at {names}: printed with no institution beside it."
    elif status == "short":
        text += " No gap can be seen in the print; compare the heading's rows with the source."
    return text

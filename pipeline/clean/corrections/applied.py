"""People's rulings on an edition: applied where they still fit it, rejected loudly where they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.clean.corrections.recount import recounted
from pipeline.clean.corrections.ruled import (
    FIELDS,
    Originals,
    Stale,
    by_key,
    digest,
    expect,
    follows,
    key_of_ruling,
    new_row,
    new_value,
    the_reject,
    the_row,
)
from pipeline.clean.corrections.rulings import ACTIONS, FILE, Ruling
from pipeline.clean.rows import overfull
from pipeline.codes import message
from pipeline.knowledge import Lexicon
from pipeline.records import Agreement, Cleaned, Reject, Repair, WordFate

Action = Callable[[Cleaned, Ruling, Originals, Lexicon], Cleaned]


def apply(cleaned: Cleaned, rulings: Iterable[Ruling], lexicon: Lexicon) -> Cleaned:
    """The edition as people ruled, in order; a ruling that does not fit is a reject `stale_correction`."""
    now = cleaned
    originals = by_key(cleaned.agreements)
    for number, ruling in enumerate(one for one in rulings if one.edition == cleaned.edition):
        try:
            now = _ACTIONS[_checked(ruling).action](now, ruling, originals, lexicon)
        except Stale as error:
            now = replace(now, rejects=(*now.rejects, stale(ruling, str(error), number)))
    accounts = recounted(cleaned, now)
    rows = overfull.answered(now.agreements, cleaned.reconciliation, accounts)
    return replace(now, agreements=rows, reconciliation=accounts)


def unknown_editions(rulings: Iterable[Ruling], editions: Iterable[str]) -> tuple[Reject, ...]:
    """A reject for each ruling on an edition that is not among those read."""
    strange = [ruling for ruling in rulings if ruling.edition not in set(editions)]
    return tuple(
        stale(one, f"There is no edition {one.edition}.", number) for number, one in enumerate(strange)
    )


def stale(ruling: Ruling, why: str, number: int) -> Reject:
    """The reject of a ruling that was not applied."""
    return Reject(
        reject_id=f"r-{digest(ruling.text, str(number))}",
        edition=ruling.edition,
        page=0,
        lines=None,
        boxes=None,
        code="stale_correction",
        message=message("stale_correction", f"It stands in {FILE}. {why}"),
        text=ruling.text,
        department=ruling.department or None,
        country=ruling.country or None,
    )


def _checked(ruling: Ruling) -> Ruling:
    if ruling.action not in ACTIONS:
        raise Stale(f"Its action is “{ruling.action}”, but must be one of {', '.join(ACTIONS)}.")
    if missing := [name for name in ("reason", "author", "date") if not getattr(ruling, name)]:
        raise Stale(f"It has no {' and no '.join(missing)}.")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", ruling.date):
        raise Stale(f"Its date is “{ruling.date}”, but must be as 2008-06-30.")
    return ruling


# The actions


def _set(now: Cleaned, ruling: Ruling, originals: Originals, lexicon: Lexicon) -> Cleaned:
    row = the_row(now, ruling, originals)
    if ruling.field not in FIELDS:
        raise Stale(f"Its field is “{ruling.field}”, but must be one of {', '.join(FIELDS)}.")
    expect(row, ruling)
    changed = {ruling.field: new_value(ruling), **follows(ruling, lexicon)}
    repair = _repair(now, row.agreement_id, ruling, ruling.field, (ruling.expected, ruling.value))
    return _with(now, replace(_settled(row), **changed), repair)


def _confirm(now: Cleaned, ruling: Ruling, originals: Originals, lexicon: Lexicon) -> Cleaned:
    row = the_row(now, ruling, originals)
    if ruling.field:
        expect(row, ruling)
    if not row.needs_review:
        return now
    return _with(
        now, _settled(row), _repair(now, row.agreement_id, ruling, "needs_review", ("true", "false"))
    )


def _drop(now: Cleaned, ruling: Ruling, originals: Originals, lexicon: Lexicon) -> Cleaned:
    if not ruling.institution:
        return _settle_reject(now, ruling)
    row = the_row(now, ruling, originals)
    repair = _repair(now, row.agreement_id, ruling, "institution", (row.institution, ""))
    kept = tuple(one for one in now.agreements if one.agreement_id != row.agreement_id)
    repairs = tuple(one for one in now.repairs if one.agreement_id != row.agreement_id)
    fates = tuple(_without(fate, row.agreement_id, repair.repair_id) for fate in now.fates)
    return replace(now, agreements=kept, repairs=(*repairs, repair), fates=fates)


def _settle_reject(now: Cleaned, ruling: Ruling) -> Cleaned:
    reject = the_reject(now, ruling)
    repair = _repair(now, reject.reject_id, ruling, "text", (reject.text, ""))
    fate = WordFate("note", (repair.repair_id,))
    return _fated(_without_reject(replace(now, repairs=(*now.repairs, repair)), reject), reject, fate)


def _add(now: Cleaned, ruling: Ruling, originals: Originals, lexicon: Lexicon) -> Cleaned:
    if not ruling.institution or not ruling.country:
        raise Stale("A row to add needs a country and an institution.")
    if key_of_ruling(ruling) in by_key(now.agreements):
        raise Stale("The edition has this row already.")
    row = new_row(now, ruling, lexicon)
    if ruling.expected:
        reject = the_reject(now, ruling)
        row = replace(
            row,
            words=reject.words,
            page=reject.page,
            boxes=reject.boxes,
            line_first=(reject.lines or (0, 0))[0],
            line_last=(reject.lines or (0, 0))[1],
        )
        now = _fated(_without_reject(now, reject), reject, WordFate("agreement", (row.agreement_id,)))
    repair = _repair(now, row.agreement_id, ruling, "institution", ("", ruling.institution))
    added = replace(row, repairs=("corrected",))
    return replace(now, agreements=(*now.agreements, added), repairs=(*now.repairs, repair))


_ACTIONS: dict[str, Action] = {"set": _set, "confirm": _confirm, "drop": _drop, "add": _add}


def _settled(row: Agreement) -> Agreement:
    """A person has looked at the row: nothing is left to ask."""
    return replace(
        row, needs_review=False, review_reason=None, confidence=1.0, repairs=(*row.repairs, "corrected")
    )


def _repair(now: Cleaned, identity: str, ruling: Ruling, field: str, change: tuple[str, str]) -> Repair:
    name = digest(identity, "corrected", str(len(now.repairs)))
    return Repair(f"p-{name}", identity, now.edition, "corrected", field, *change, ruling.reason, ruling.by)


def _with(now: Cleaned, row: Agreement, repair: Repair) -> Cleaned:
    rows = tuple(row if one.agreement_id == row.agreement_id else one for one in now.agreements)
    return replace(now, agreements=rows, repairs=(*now.repairs, repair))


def _without_reject(now: Cleaned, reject: Reject) -> Cleaned:
    return replace(now, rejects=tuple(one for one in now.rejects if one.reject_id != reject.reject_id))


def _fated(now: Cleaned, reject: Reject, fate: WordFate) -> Cleaned:
    return replace(now, fates=tuple(fate if reject.reject_id in one.ids else one for one in now.fates))


def _without(fate: WordFate, gone: str, repair: str) -> WordFate:
    if gone not in fate.ids:
        return fate
    left = tuple(one for one in fate.ids if one != gone)
    return replace(fate, ids=left) if left or fate.fate != "agreement" else WordFate("note", (repair,))

"""The laws that nothing is invented, and that nothing changes unsaid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.load.characters import Characters, characters, spelled
from pipeline.records import Agreement, Cleaned, Document, Repair

_MOVES = ("shifted_cell", "moved_label", "filled_label")
"""Repairs of these codes say where a value comes from, not how its letters changed."""


def nothing_invented(document: Document, cleaned: Cleaned) -> Iterator[str]:
    """Each character of an institution stands in the row's words, but for what its repairs say."""
    repairs: dict[str, list[Repair]] = defaultdict(list)
    for repair in cleaned.repairs:
        repairs[repair.agreement_id].append(repair)
    for one in cleaned.agreements:
        where = f"{one.edition}, {one.agreement_id}, “{one.institution}”"
        mine = repairs[one.agreement_id]
        if not one.words and not any(repair.by.startswith("correction:") for repair in mine):
            yield f"{where}: no word of the edition stands behind it"
        elif not all(0 <= index < len(document.words) for index in one.words):
            yield f"{where}: it names words that are not there"
        elif invented := _invented(one, document, mine):
            yield f"{where}: neither its words nor its repairs have “{spelled(invented)}”"


def _invented(one: Agreement, document: Document, repairs: Iterable[Repair]) -> Characters:
    had = characters("".join(document.words[index].text for index in one.words))
    for repair in repairs:
        if repair.field == "institution" and repair.code not in _MOVES:
            had.update(characters(repair.after) - characters(repair.before))
    return characters(one.institution) - had


def nothing_unsaid(cleaned: Cleaned) -> Iterator[str]:
    """Reviews have reasons and only they; a row's codes and the table of repairs say the same."""
    said: dict[str, set[str]] = defaultdict(set)
    for repair in cleaned.repairs:
        said[repair.agreement_id].add(repair.code)
    for one in cleaned.agreements:
        where = f"{one.edition}, {one.agreement_id}"
        if one.needs_review != bool(one.review_reason):
            yield f"{where}: needs_review is {one.needs_review}, its reason “{one.review_reason}”"
        if missing := set(one.repairs) - said[one.agreement_id]:
            yield f"{where}: no row of repairs says {', '.join(sorted(missing))}"
        if unsaid := said[one.agreement_id] - set(one.repairs):
            yield f"{where}: it does not say its repairs {', '.join(sorted(unsaid))}"
        if not 0 <= one.confidence <= 1:
            yield f"{where}: a confidence of {one.confidence}"

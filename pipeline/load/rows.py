"""Records become rows: one dict a row, keys as the table's columns, in an order that no run changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pipeline.load.ledger import ledger
from pipeline.load.schema import TABLES, Row, Table
from pipeline.records import Agreement, Box, Institution, Merge, Reject, Result

Rows = dict[str, list[Row]]


def rows(result: Result) -> Rows:
    """The rows of every table, by the table's name, sorted as they are written."""
    made: dict[str, Iterable[Row]] = {
        "agreements": map(_agreement, sorted(_each(result, "agreements"), key=_place)),
        "institutions": map(_institution, sorted(result.institutions, key=lambda one: one.institution_id)),
        "rejects": map(_reject, sorted(rejects(result), key=_reject_place)),
        "repairs": map(_fields, _each(result, "repairs")),
        "duplicates": map(_merge, sorted(merges(result), key=_merge_place)),
        "reconciliation": map(_fields, _each(result, "reconciliation")),
        "ledger": _ledger(result),
        "questions": map(_fields, result.asks),
    }
    return {table.name: [_ordered(row, table) for row in made[table.name]] for table in TABLES}


def rejects(result: Result) -> Iterator[Reject]:
    """Every reject: of the editions that were read, and of the files that could not be."""
    yield from result.unread
    yield from _each(result, "rejects")


def merges(result: Result) -> Iterator[Merge]:
    """Every merge: doubled rows of the editions, and spellings of institutions across them."""
    yield from _each(result, "merges")
    yield from result.merges


def merge_id(merge: Merge) -> str:
    """A merge's name, made of what it joins."""
    text = "\x1f".join(
        (merge.kind, merge.edition, merge.kept_id, merge.merged_id, merge.kept_text, merge.merged_text)
    )
    return "merge-" + hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def _each(result: Result, name: str) -> Iterator[Any]:
    for cleaned in sorted(result.cleaned, key=lambda one: one.edition):
        yield from getattr(cleaned, name)


def _ledger(result: Result) -> Iterator[Row]:
    of = {cleaned.edition: cleaned for cleaned in result.cleaned}
    for document in sorted(result.documents, key=lambda one: one.edition):
        yield from ledger(document, of[document.edition])


def _ordered(row: Row, table: Table) -> Row:
    return {column.name: row[column.name] for column in table.columns}


def _agreement(one: Agreement) -> Row:
    return _fields(one) | {
        "extras": dict(one.extras),
        "repairs": list(one.repairs),
        "boxes": _boxes(one.boxes),
    }


def _reject(one: Reject) -> Row:
    return _fields(one) | {"lines": list(one.lines) if one.lines else None, "boxes": _boxes(one.boxes)}


def _institution(one: Institution) -> Row:
    return _fields(one) | {"aliases": list(one.aliases), "editions": list(one.editions)}


def _merge(one: Merge) -> Row:
    return _fields(one) | {"merge_id": merge_id(one), "edition": one.edition or None}


def _fields(record: Any) -> Row:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _boxes(boxes: tuple[Box, ...] | None) -> list[Row] | None:
    return None if boxes is None else [box._asdict() for box in boxes]


_place: Callable[[Agreement], tuple[Any, ...]] = lambda one: (
    one.edition,
    one.page,
    one.line_first,
    min(one.words, default=0),
    one.agreement_id,
)
_reject_place: Callable[[Reject], tuple[Any, ...]] = lambda one: (
    one.edition,
    one.page,
    one.lines or (0, 0),
    min(one.words, default=0),
    one.reject_id,
)
_merge_place: Callable[[Merge], tuple[Any, ...]] = lambda one: (
    one.kind != "row",
    one.edition,
    one.kept_id,
    one.merged_id,
    one.merged_text,
)

"""One row back to the words on the page, each step in order, for a person who knows nothing of the method."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.codes import CATALOGUE
from pipeline.load.read import read_table
from pipeline.load.schema import TABLES, Row

Tables = dict[str, list[Row]]
SHOWN = (
    "level",
    "department",
    "zone",
    "country",
    "institution",
    "unit",
    "organisation",
    "tuition_waiver",
    "year",
)


class Unknown(Exception):
    """No table holds the id."""


def explained(identity: str, output: Path) -> str:
    """What stands behind an id, in lines of text. Raises `Unknown`, or `NoOutput` where no run was made."""
    tables = {table.name: read_table(output, table.name) for table in TABLES}
    for name, (key, tell) in _TELLERS.items():
        for row in tables[name]:
            if row[key] == identity:
                return "\n".join(tell(row, tables))
    raise Unknown(
        f"No table in {output} holds the id {identity}. "
        "Ids stand in the first column of agreements, institutions, rejects, repairs and duplicates."
    )


def agreement(row: Row, tables: Tables) -> Iterator[str]:
    """An agreement: its values, the print, the changes, and what else it could have been."""
    yield f"Agreement {row['agreement_id']}, {place(row)}"
    yield from (f"  {name}: {_worded(row[name])}" for name in SHOWN if row[name] is not None)
    yield from (f"  {heading}: {value}" for heading, value in row["extras"].items())
    yield from printed(row["agreement_id"], tables)
    yield from _drawn(row)
    yield from steps(row, tables)
    yield from _merged(row["agreement_id"], tables)
    yield f"Confidence {row['confidence']:.2f}."
    if row["runner_up"]:
        yield f"The next best reading: {row['runner_up']}"
    if row["needs_review"]:
        yield f"Needs review: {row['review_reason']}"


def steps(row: Row, tables: Tables) -> Iterator[str]:
    """The changes to one agreement, in the order they were made."""
    mine = [repair for repair in tables["repairs"] if repair["agreement_id"] == row["agreement_id"]]
    yield "What was changed, in order:" if mine else "Nothing was changed: it stands as printed."
    for number, repair in enumerate(mine, 1):
        yield f"  {number}. {change(repair)}"
        yield f"     Why: {repair['evidence']} ({repair['by']})"


def change(repair: Row) -> str:
    """One repair as a sentence."""
    title = CATALOGUE[repair["code"]].title if repair["code"] in CATALOGUE else repair["code"]
    return f"{title}: {repair['field']} “{repair['before']}” became “{repair['after']}”."


def printed(identity: str, tables: Tables) -> Iterator[str]:
    """The source lines whose words stand in the row."""
    lines = [line for line in tables["ledger"] if identity in line["ids"]]
    yield "In print:" if lines else "In print: nothing; a person added it."
    yield from (f"  page {line['page']}, line {line['line']}: {line['text']}" for line in lines)


def reject(row: Row, tables: Tables) -> Iterator[str]:
    """A reject: what happened, the text with its headings, and the most likely reading."""
    yield f"Reject {row['reject_id']}, {place(row)}"
    yield f"  {row['message']}"
    yield from (f"  {name} in force: {row[name]}" for name in ("department", "zone", "country") if row[name])
    if row["text"]:
        yield "The text, verbatim:"
        yield from (f"  {line}" for line in row["text"].splitlines())
        yield from printed(row["reject_id"], tables)
    yield from _drawn(row)
    if row["suggestion"]:
        yield f"Suggestion: {row['suggestion']}"


def repair(row: Row, tables: Tables) -> Iterator[str]:
    """A repair, with the agreement that it changed."""
    yield f"Repair {row['repair_id']} of {row['agreement_id']}, edition {row['edition']}"
    yield f"  {change(row)}"
    yield f"  Why: {row['evidence']} ({row['by']})"
    for one in tables["agreements"]:
        if one["agreement_id"] == row["agreement_id"]:
            yield from agreement(one, tables)


def merge(row: Row, tables: Tables) -> Iterator[str]:
    """A merge: both texts, why they are one, and where they stand."""
    what = "A row printed twice" if row["kind"] == "row" else "Two spellings of one institution"
    yield f"{what}: {row['merge_id']}"
    yield f"  kept: “{row['kept_text']}” ({row['kept_id']})"
    yield f"  merged into it: “{row['merged_text']}” ({row['merged_id']})"
    yield f"  Why: {row['evidence']} (likeness {row['score']:g}; {row['by']})"
    if row["kind"] == "row":
        yield from printed(row["kept_id"], tables)


def institution(row: Row, tables: Tables) -> Iterator[str]:
    """An institution: its spellings, agreements, and what is asked about it."""
    yield f"Institution {row['institution_id']}: {row['name']} ({row['country_code'] or 'no country'})"
    yield from (f"  also printed: {alias}" for alias in row["aliases"])
    for one in tables["agreements"]:
        if one["institution_id"] == row["institution_id"]:
            partner_of = one["department"] or "the whole university"
            yield f"  agreement {one['agreement_id']}, {place(one)}, with {partner_of}"
    yield from _merged(row["institution_id"], tables)
    for ask in tables["questions"]:
        if row["institution_id"] in (ask["left_id"], ask["right_id"]):
            yield f"  the same? “{ask['left_text']}” and “{ask['right_text']}”: {ask['evidence']}"


def place(row: Row) -> str:
    """Where a row stands: edition, page and lines."""
    first, last = row.get("lines") or (row.get("line_first"), row.get("line_last"))
    where = f"edition {row['edition']}" + (f", page {row['page']}" if row["page"] else "")
    if not first:
        return where
    return f"{where}, line {first}" if first == last else f"{where}, lines {first} to {last}"


def _drawn(row: Row) -> Iterator[str]:
    """Where the row's boxes can be seen; rows of a text have none."""
    if row["boxes"]:
        yield f"To see the page: python -m pipeline look raw/{row['edition']}.pdf --page {row['page']}"


def _merged(identity: str, tables: Tables) -> Iterator[str]:
    for row in tables["duplicates"]:
        if row["kept_id"] == identity:
            yield f"Merged into it: “{row['merged_text']}” ({row['merge_id']})"
            yield f"     Why: {row['evidence']} ({row['by']})"


def _worded(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


_TELLERS: dict[str, tuple[str, Callable[[Row, Tables], Iterator[str]]]] = {
    "agreements": ("agreement_id", agreement),
    "rejects": ("reject_id", reject),
    "repairs": ("repair_id", repair),
    "duplicates": ("merge_id", merge),
    "institutions": ("institution_id", institution),
}

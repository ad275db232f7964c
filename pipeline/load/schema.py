"""The tables of a run: their columns in order, with type and meaning.

This is the one place that knows them: Parquet schema, CSV, data package and report are made from it.
Columns may be added; a change of name, type or meaning is a new major version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Row = dict[str, Any]
Type = Literal["string", "integer", "number", "boolean", "strings", "integers", "map", "boxes"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `null` says whether a cell may be empty."""

    name: str
    type: Type
    meaning: str
    null: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `one_row` says what a row is, `key` names the columns that no two rows share."""

    name: str
    one_row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()


_EDITION = Column("edition", "string", "which file: its name without its ending")
_PAGE = Column("page", "integer", "page of the edition, from 1; 1 for text, 0 for a whole file")
_BOXES = Column(
    "boxes", "boxes", "where on the page, in PDF points from the top left; null for text", null=True
)

AGREEMENTS = Table(
    "agreements",
    "one agreement with one partner",
    (
        Column(
            "agreement_id",
            "string",
            "stable: the same agreement in the same edition keeps it from run to run",
        ),
        _EDITION,
        Column(
            "level",
            "string",
            "university (whole universities) or department (one department of the publisher)",
        ),
        Column(
            "department",
            "string",
            "the publishing university's department as printed, without its count; null at university level",
            null=True,
        ),
        Column(
            "zone",
            "string",
            "the zone heading that governs the row, as printed; null where none is",
            null=True,
        ),
        Column("zone_code", "string", "UN M49 code of the zone the country lies in", null=True),
        Column("country", "string", "the country or region as printed, without its count", null=True),
        Column("country_code", "string", "ISO 3166-1 alpha-2", null=True),
        Column(
            "institution", "string", "the partner as printed, with wrapped lines joined and stray marks gone"
        ),
        Column(
            "unit",
            "string",
            "the part that names a faculty, school, institute or laboratory inside it",
            null=True,
        ),
        Column(
            "organisation", "string", "the part that names the university, academy or other body", null=True
        ),
        Column("institution_id", "string", "row of institutions"),
        Column(
            "tuition_waiver",
            "boolean",
            "the edition's mark for a tuition waiver; null where it marks none",
            null=True,
        ),
        Column("year", "integer", "year of conclusion where printed", null=True),
        Column(
            "as_of", "string", "the edition's own date for the page or table, ISO 8601 (2008-06)", null=True
        ),
        Column("extras", "map", "every other printed column by its heading"),
        Column("page", "integer", "page of the edition, from 1; 1 for text"),
        Column("line_first", "integer", "first source line, from 1: of the file (text) or of the page (PDF)"),
        Column("line_last", "integer", "last source line"),
        _BOXES,
        Column("confidence", "number", "0 to 1: of rows at 0.9 about nine in ten are right"),
        Column("repairs", "strings", "codes of the repairs made to this row, in order"),
        Column("needs_review", "boolean", "the best reading is not certain, or the print contradicts itself"),
        Column(
            "review_reason", "string", "why, in plain language; null where no review is needed", null=True
        ),
        Column("runner_up", "string", "the next best reading, in words; null where there is none", null=True),
    ),
    key=("agreement_id",),
)

INSTITUTIONS = Table(
    "institutions",
    "one institution, across all editions",
    (
        Column("institution_id", "string", "stable from run to run"),
        Column("name", "string", "its best spelling"),
        Column("country_code", "string", "ISO 3166-1 alpha-2", null=True),
        Column("aliases", "strings", "its other spellings"),
        Column("editions", "strings", "the editions that name it"),
        Column("agreement_count", "integer", "agreements with it, in all editions"),
        Column("ror_id", "string", "its record in the authority file; null without one", null=True),
    ),
    key=("institution_id",),
)

REJECTS = Table(
    "rejects",
    "something that could not be read with certainty",
    (
        Column("reject_id", "string", "stable from run to run"),
        _EDITION,
        _PAGE,
        Column("lines", "integers", "first and last source line; null for a whole page or file", null=True),
        _BOXES,
        Column("code", "string", "what kind of thing happened"),
        Column("message", "string", "what happened and what to do, in plain language"),
        Column("text", "string", "the text, verbatim"),
        Column("department", "string", "the department in force there", null=True),
        Column("zone", "string", "the zone in force there", null=True),
        Column("country", "string", "the country in force there", null=True),
        Column("suggestion", "string", "the most likely reading", null=True),
    ),
    key=("reject_id",),
)

REPAIRS = Table(
    "repairs",
    "one change to one value",
    (
        Column("repair_id", "string", "stable from run to run"),
        _EDITION,
        Column("agreement_id", "string", "row of agreements"),
        Column("code", "string", "what kind of change"),
        Column("field", "string", "the column that changed"),
        Column("before", "string", "the value as printed"),
        Column("after", "string", "the value as it stands in agreements"),
        Column("evidence", "string", "why, in plain language"),
        Column("by", "string", "rule:… or correction:…"),
    ),
    key=("repair_id",),
)

DUPLICATES = Table(
    "duplicates",
    "a row merged into another, or two spellings of one institution",
    (
        Column("merge_id", "string", "stable from run to run"),
        Column("edition", "string", "which file; null for spellings across editions", null=True),
        Column("kind", "string", "row or institution"),
        Column("kept_id", "string", "row of agreements or institutions that stands for both"),
        Column("merged_id", "string", "the row or spelling that was merged into it"),
        Column("kept_text", "string", "what the kept one prints"),
        Column("merged_text", "string", "what the merged one prints"),
        Column("score", "number", "likeness of the two"),
        Column("evidence", "string", "why, in plain language"),
        Column("by", "string", "rule:… or correction:…"),
    ),
    key=("merge_id",),
)

RECONCILIATION = Table(
    "reconciliation",
    "a heading that prints a count",
    (
        _EDITION,
        Column("level", "string", "university or department"),
        Column("heading", "string", "the heading as printed"),
        Column("declared", "integer", "the count that it prints"),
        Column("found", "integer", "agreements found under it"),
        Column("rejected", "integer", "rejects under it"),
        Column("status", "string", "match, short or over"),
        Column("message", "string", "the difference in words, and where a gap probably lies"),
        Column("department", "string", "the department in force above a country's heading", null=True),
    ),
)

LEDGER = Table(
    "ledger",
    "a source line",
    (
        _EDITION,
        Column("page", "integer", "page of the edition, from 1; 1 for text"),
        Column("line", "integer", "source line, from 1: of the file (text) or of the page (PDF)"),
        Column("text", "string", "the line, verbatim"),
        Column(
            "fate",
            "string",
            "agreement, heading, note, furniture or reject: the weightiest of its words' fates",
        ),
        Column("ids", "strings", "the rows that hold its words, in order"),
    ),
    key=("edition", "page", "line"),
)

QUESTIONS = Table(
    "questions",
    "two names that may be one institution, the most useful to answer first",
    (
        Column("left_id", "string", "row of institutions"),
        Column("right_id", "string", "row of institutions"),
        Column("left_text", "string", "one name"),
        Column("right_text", "string", "the other name"),
        Column("score", "number", "likeness of the two"),
        Column("evidence", "string", "what speaks for and against, in plain language"),
    ),
)

TABLES = (AGREEMENTS, INSTITUTIONS, REJECTS, REPAIRS, DUPLICATES, RECONCILIATION, LEDGER, QUESTIONS)

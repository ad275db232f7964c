"""Every word of the source in exactly one fate; what no rule has placed is a reject, never silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.clean.parts import Labelled
from pipeline.clean.rows.assemble import Draft
from pipeline.clean.rows.dedupe import Twin
from pipeline.clean.rows.rejects import reject
from pipeline.records import Agreement, Document, Fate, Merge, Reject, WordFate

_OF_ROLE: dict[str, Fate] = {
    "department": "heading",
    "zone": "heading",
    "country": "heading",
    "title": "heading",
    "header": "heading",
    "note": "note",
    "furniture": "furniture",
}


def fates(
    document: Document,
    rows: Sequence[Labelled],
    drafts: Sequence[Draft],
    agreements: Sequence[Agreement],
    rejects: Sequence[Reject],
) -> tuple[tuple[WordFate, ...], list[Reject]]:
    """A fate for each word, and rejects of the words that nothing has placed."""
    found: dict[int, WordFate] = {}
    for row in rows:
        found.update({word.index: WordFate("furniture") for word in row.entry.number})
        for part in row.parts:
            if part.role in _OF_ROLE:
                found.update({word.index: WordFate(_OF_ROLE[part.role]) for word in part.words})
    for draft, agreement in zip(drafts, agreements, strict=True):
        for words in (draft.words, draft.values, *draft.twins):
            for word in words:
                found[word.index] = _also(found.get(word.index), agreement.agreement_id)
    for entry in rejects:
        found.update({index: WordFate("reject", (entry.reject_id,)) for index in entry.words})
    left = list(_left(document, found))
    for entry in left:
        found.update({index: WordFate("reject", (entry.reject_id,)) for index in entry.words})
    return tuple(found[word.index] for word in document.words), left


def _also(known: WordFate | None, ident: str) -> WordFate:
    """A value that spans rows, or a label in a column of its own, serves several agreements."""
    ids = known.ids if known and known.fate == "agreement" else ()
    return WordFate("agreement", ids if ident in ids else (*ids, ident))


def _left(document: Document, found: dict[int, WordFate]) -> Iterator[Reject]:
    missing = [word for word in document.words if word.index not in found]
    for _, words in groupby(missing, key=lambda word: (word.page, word.line)):
        yield reject(document, "unplaced", list(words))


def merges(
    drafts: Sequence[Draft],
    twins: Sequence[Twin],
    kept: Sequence[Draft],
    all_drafts: Sequence[Draft],
    agreements: Sequence[Agreement],
) -> Iterator[Merge]:
    """A row of `duplicates` for each doubled row."""
    ids = {draft.words[0]: agreement for draft, agreement in zip(all_drafts, agreements, strict=True)}
    for twin in twins:
        agreement, gone = ids[drafts[twin.kept].words[0]], drafts[twin.merged]
        yield Merge(
            "row",
            agreement.agreement_id,
            f"{agreement.agreement_id}-{gone.words[0].index}",
            agreement.edition,
            drafts[twin.kept].institution,
            gone.institution,
            twin.score,
            twin.evidence,
            "rule:row_duplicate",
            tuple(word.index for word in gone.words),
        )

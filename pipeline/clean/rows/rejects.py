"""What could not be read with certainty, with its text, where it stands and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.clean.align.places import Gap
from pipeline.clean.rows.assemble import Draft
from pipeline.clean.rows.finish import boxes, digest
from pipeline.codes import message
from pipeline.records import Document, Reject, Word


def reject(
    document: Document,
    code: str,
    words: Sequence[Word],
    detail: str = "",
    department: str | None = None,
    zone: str | None = None,
    country: str | None = None,
    suggestion: str | None = None,
) -> Reject:
    """A reject of words that stand together; its id depends on what they say and where."""
    text = " ".join(word.text for word in words)
    lines = [word.line for word in words]
    place = (document.edition, code, text, str(words[0].index if words else 0))
    return Reject(
        "r-" + digest(*place),
        document.edition,
        words[0].page if words else 0,
        (min(lines), max(lines)) if lines else None,
        boxes(words),
        code,
        message(code, detail),
        text,
        department,
        zone,
        country,
        suggestion,
        tuple(word.index for word in words),
    )


def problem_rejects(document: Document) -> Iterator[Reject]:
    """What extract could not read."""
    for number, problem in enumerate(document.problems):
        words = [document.words[i] for i in problem.words]
        ident = digest(document.edition, problem.code, str(problem.page), str(number))
        yield Reject(
            "r-" + ident,
            document.edition,
            problem.page,
            problem.lines,
            boxes(words),
            problem.code,
            message(problem.code, problem.detail),
            problem.text,
            words=problem.words,
        )


def no_country(drafts: Sequence[Draft], document: Document) -> Iterator[Reject]:
    """Names that no country governs."""
    for draft in drafts:
        zone = draft.place.zone.text if draft.place.zone else None
        yield reject(
            document,
            "no_country",
            (*draft.words, *draft.values),
            "",
            draft.department,
            zone,
            suggestion=draft.runner_up and f"Perhaps under {draft.runner_up}.",
        )


def gap_rejects(gaps: Sequence[Gap], document: Document) -> Iterator[Reject]:
    """Countries with nothing beside them."""
    for gap in gaps:
        place = gap.place
        if place.country is not None and not gap.soft:
            yield reject(
                document,
                "no_institution",
                place.country.words,
                "",
                place.department.text if place.department else None,
                place.zone.text if place.zone else None,
                place.country.text,
            )


def nothing_found(document: Document) -> Reject:
    """An edition that was read and holds no agreement: its headings alone, or another kind of document."""
    return reject(document, "no_agreements", ())

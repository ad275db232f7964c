"""Drafts become agreements, with ids that depend on what they say and not on where they stand."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean.rows.assemble import Draft, label_of
from pipeline.knowledge import Lexicon
from pipeline.records import Agreement, Box, Repair, Word


def finish(found: Sequence[Draft], edition: str, lexicon: Lexicon) -> tuple[list[Agreement], list[Repair]]:
    """Agreements with ids that depend on what they say, not on where they stand."""
    seen: Counter[tuple[str, ...]] = Counter()
    agreements: list[Agreement] = []
    repairs: list[Repair] = []
    for draft in found:
        key = (
            edition,
            draft.level,
            draft.department or "",
            label_of(draft.place, "country"),
            draft.institution,
        )
        seen[key] += 1
        ident = "a-" + digest(*key, str(seen[key]))
        agreements.append(_agreement(draft, ident, edition, lexicon))
        repairs.extend(
            Repair(
                f"p-{digest(ident, str(i))}",
                ident,
                edition,
                c.code,
                c.field,
                c.before,
                c.after,
                c.evidence,
                f"rule:{c.code}",
            )
            for i, c in enumerate(draft.changes)
        )
    return agreements, repairs


def _agreement(draft: Draft, ident: str, edition: str, lexicon: Lexicon) -> Agreement:
    place, words = draft.place, draft.words
    unit, organisation = know.split_unit(lexicon, draft.institution)
    lines = [word.line for word in words if word.page == words[0].page]
    return Agreement(
        agreement_id=ident,
        edition=edition,
        level=draft.level,
        department=draft.department,
        zone=label_of(place, "zone") or None,
        zone_code=know.zone_code(lexicon, place.code) if place.code else None,
        country=label_of(place, "country") or None,
        country_code=place.code,
        institution=draft.institution,
        unit=unit,
        organisation=organisation or draft.institution,
        tuition_waiver=draft.waiver,
        year=draft.year,
        as_of=draft.as_of,
        extras=draft.extras,
        page=words[0].page,
        line_first=min(lines),
        line_last=max(lines),
        boxes=boxes(words),
        confidence=draft.confidence,
        repairs=tuple(change.code for change in draft.changes),
        needs_review=bool(draft.doubts),
        review_reason=" ".join(doubt.text for doubt in draft.doubts) or None,
        words=tuple(word.index for word in words),
        runner_up=draft.runner_up,
    )


def boxes(words: Sequence[Word]) -> tuple[Box, ...] | None:
    """One box a printed line; None for text."""
    found = []
    for _, line in groupby(words, key=lambda word: (word.page, word.line)):
        each = [word.box for word in line if word.box]
        if each:
            found.append(
                Box(
                    min(b.x0 for b in each),
                    min(b.top for b in each),
                    max(b.x1 for b in each),
                    max(b.bottom for b in each),
                )
            )
    return tuple(found) or None


def digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()

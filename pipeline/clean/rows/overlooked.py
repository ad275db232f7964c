"""Departments taken for partners: `Dipartimento di Scienze Politiche` under Slovacchia may head what follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.clean.names.torn import is_bare_part
from pipeline.clean.rows.assemble import Draft
from pipeline.clean.rows.review import overlooked_doubt
from pipeline.knowledge import Lexicon

_SEVERAL = 2  # one alone may be the publishing office: `Direction des relations internationales`


def with_overlooked(drafts: Sequence[Draft], languages: tuple[str, ...], lexicon: Lexicon) -> Iterator[Draft]:
    """The drafts; where some are parts of a university and do not say of which, a question on each of them and on what
    follows it to the next department."""
    bare = {draft.institution for draft in drafts if is_bare_part(draft.institution, languages, lexicon)}
    heading: Draft | None = None
    for draft in drafts:
        if len(bare) >= _SEVERAL and draft.institution in bare:
            heading = draft
        elif heading is not None and draft.department != heading.department:
            heading = None
        if heading is None:
            yield draft
        else:
            yield replace(draft, doubts=(*draft.doubts, overlooked_doubt(heading.institution)))

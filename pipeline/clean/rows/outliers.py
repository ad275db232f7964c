"""Departments unlike the edition's others: `ター`, the end of a wrapped `センター`, among faculties and schools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.rows.assemble import Draft
from pipeline.clean.rows.review import unlike_doubt
from pipeline.knowledge import Lexicon

_FEW = 3
_MOST = 0.6  # of an edition's departments: as many are faculties, schools and the like by their words


def with_outliers(drafts: Sequence[Draft], lexicon: Lexicon) -> Iterator[Draft]:
    """The drafts, those of a department with a question whose name holds no word for one, where most others do."""
    names = {draft.department for draft in drafts if draft.department}
    units = {name for name in names if know.is_unit(lexicon, name)}
    judged = len(names) >= _FEW and len(units) >= _MOST * len(names)
    unlike = {name for name in names - units if judged and not _may_be_one(name.split(), lexicon)}
    for draft in drafts:
        asks = (unlike_doubt(draft.department),) if draft.department in unlike else ()
        yield replace(draft, doubts=(*draft.doubts, *asks))


def _may_be_one(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """A head noun of any kind stands in it, or an acronym for one: `École polytechnique`, `E.T.S. de Arquitectura`."""
    acronym = any(len(token) > 1 and token.isupper() for token in tokens)
    return acronym or bool(know.head_starts(lexicon, tokens))

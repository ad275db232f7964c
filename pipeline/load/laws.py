"""The laws of a run, checked on what it is about to write; a result that breaks one is not written.

A law is a function that yields its breaches in plain words; none means that it holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.codes import CATALOGUE
from pipeline.load.faithful import nothing_invented, nothing_unsaid
from pipeline.load.lossless import nothing_lost
from pipeline.load.rows import merge_id, merges, rejects
from pipeline.records import Result

SHOWN = 20
"""So many breaches are told at a time: a stage that fails fails on many words."""


class LawBroken(Exception):
    """The result may not be written; `breaches` says why, in plain words."""

    def __init__(self, breaches: tuple[str, ...]) -> None:
        more = [f"and {len(breaches) - SHOWN} more"] if len(breaches) > SHOWN else []
        told = "\n  ".join([*breaches[:SHOWN], *more])
        super().__init__(f"Nothing was written, since the result breaks the laws of the output:\n  {told}")
        self.breaches = breaches


def hold(result: Result) -> None:
    """Raises `LawBroken` with every breach of every law."""
    if breaches := tuple(_breaches(result)):
        raise LawBroken(breaches)


def _breaches(result: Result) -> Iterator[str]:
    yield from unique(result)
    yield from known_codes(result)
    cleaned = {one.edition: one for one in result.cleaned}
    known = _identities(result)
    for document in result.documents:
        if document.edition not in cleaned:
            yield f"{document.edition}: it was read, but no stage says what it means"
            continue
        yield from nothing_lost(document, cleaned[document.edition], known)
        yield from nothing_invented(document, cleaned[document.edition])
        yield from nothing_unsaid(cleaned[document.edition])


def unique(result: Result) -> Iterator[str]:
    """Each id names one thing."""
    named = Counter(one.reject_id for one in rejects(result))
    named.update(one.institution_id for one in result.institutions)
    for cleaned in result.cleaned:
        named.update(one.agreement_id for one in cleaned.agreements)
        named.update(one.repair_id for one in cleaned.repairs)
    yield from (f"the id {name} is given {times} times" for name, times in named.items() if times > 1)
    editions = Counter(document.edition for document in result.documents)
    yield from (f"the edition {name} is read {times} times" for name, times in editions.items() if times > 1)


def known_codes(result: Result) -> Iterator[str]:
    """Each code of a reject or repair stands in the catalogue."""
    used = {one.code for one in rejects(result)}
    used.update(code for cleaned in result.cleaned for one in cleaned.agreements for code in one.repairs)
    used.update(one.code for cleaned in result.cleaned for one in cleaned.repairs)
    yield from (f"the code {code} stands in no catalogue" for code in sorted(used - CATALOGUE.keys()))


def _identities(result: Result) -> frozenset[str]:
    ids = {one.reject_id for one in rejects(result)}
    for one in merges(result):
        ids |= {one.merged_id, merge_id(one)}
    for cleaned in result.cleaned:
        ids |= {one.agreement_id for one in cleaned.agreements}
        ids |= {one.repair_id for one in cleaned.repairs}
    return frozenset(ids)

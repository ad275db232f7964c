"""For each name of a list: which institution it is, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness import doubt
from pipeline.sameness.authority import Record, matches
from pipeline.sameness.engine import Answer, Clusters
from pipeline.sameness.evidence import evidence, probability
from pipeline.sameness.model import shipped
from pipeline.sameness.progress import Tell
from pipeline.sameness.register import fresh_id
from pipeline.sameness.romanise import spelling


@dataclass(frozen=True, slots=True)
class Row:
    """What is found for one name. `score` is the probability of the answer's being the right institution."""

    institution_id: str
    score: float
    answer: Answer
    evidence: str
    ror_id: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """For each meaning its best partner within its cluster and its best rival outside, -1 for none, with log-odds."""

    partner: NDArray[np.int64]
    partner_score: NDArray[np.float64]
    rival: NDArray[np.int64]
    rival_score: NDArray[np.float64]


def answers(found: Clusters, records: Sequence[Record], tell: Tell) -> list[Row]:
    """A row for each name that was clustered, in the order they were given."""
    label, record = _with_records(found, records)
    rows = _by_name(found, label, record, tell)
    return [rows[at] for at in found.of]


def _with_records(found: Clusters, records: Sequence[Record]) -> tuple[NDArray[np.int64], list[str | None]]:
    """Labels of meanings, those of one authority record made one; and the record of each meaning."""
    chief = [found.names[at] for at in found.chief]
    if not records:
        return found.likely, [None] * len(chief)
    of = matches(records, [(n.text, n.country_code) for n in chief], [found.read[at] for at in found.chief])
    label = found.likely.copy()
    first: dict[str, int] = {}
    for at, record in enumerate(of):
        if record and (known := first.setdefault(record, at)) != at:
            label[label == label[at]] = label[known]
    return label, of


def _by_name(found: Clusters, label: NDArray[np.int64], record: Sequence[str | None], tell: Tell) -> list[Row]:
    links = _links(found, label)
    sure = _sure(found, label)
    ids = _ids(found, label)
    size = np.bincount(found.place, minlength=len(found.chief))
    rows = []
    for at, meaning in enumerate(found.place):
        rows.append(
            _row(
                found,
                links,
                at,
                int(meaning),
                ids[label[meaning]],
                bool(sure[meaning]),
                bool(size[meaning] > 1),
                record,
            )
        )
        if at % 10_000 == 0:
            tell("writing down why", at / len(found.place))
    tell("writing down why", 1.0)
    return rows


def _row(
    found: Clusters,
    links: Links,
    at: int,
    meaning: int,
    one: str,
    sure: bool,
    doubled: bool,
    record: Sequence[str | None],
) -> Row:
    partner, rival = int(links.partner[meaning]), int(links.rival[meaning])
    ror_id = record[meaning] or ""
    if partner >= 0:
        score = probability(float(links.partner_score[meaning]))
        return Row(one, score, "same" if sure else "ask", _why(found, at, partner), ror_id)
    if doubled:
        return Row(one, 1.0, "same", "another spelling says the same words in the same order", ror_id)
    if rival >= 0 and links.rival_score[meaning] > shipped().ask:
        score = 1 - probability(float(links.rival_score[meaning]))
        return Row(one, score, "ask", f"perhaps {_why(found, at, rival)}", ror_id)
    score = 1 - probability(float(links.rival_score[meaning])) if rival >= 0 else 1.0
    return Row(one, score, "different", "no other name is like it", ror_id)


def _why(found: Clusters, at: int, other: int) -> str:
    there = int(found.chief[other])
    return f"“{found.names[there].text[:200]}”: {evidence(found.read[at].tokens, found.read[there].tokens)}"


def _links(found: Clusters, label: NDArray[np.int64]) -> Links:
    pairs, n = found.pairs, len(found.chief)
    inside = label[pairs.left] == label[pairs.right]
    partner, partner_score = _best(pairs.left[inside], pairs.right[inside], pairs.score[inside], n)
    asked = ~inside & (pairs.doubt != doubt.NOTHING) & (pairs.doubt != doubt.APART)
    rival, rival_score = _best(pairs.left[asked], pairs.right[asked], pairs.score[asked], n)
    return Links(partner, partner_score, rival, rival_score)


def _best(
    left: NDArray[np.int32], right: NDArray[np.int32], score: NDArray[np.float64], n: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The best partner of each name and its score, the first of equals."""
    name, other = np.concatenate([left, right]), np.concatenate([right, left])
    value = np.concatenate([score, score])
    order = np.lexsort((-other, value, name))
    best, best_score = np.full(n, -1, np.int64), np.full(n, -np.inf)
    best[name[order]], best_score[name[order]] = other[order], value[order]
    return best, best_score


def _sure(found: Clusters, label: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether a meaning lies in its cluster's largest sure part, which must have two names at least."""
    names = np.bincount(found.sure[found.place], minlength=int(found.sure.max(initial=0)) + 1)
    weight = names[found.sure]
    order = np.lexsort((found.sure, -weight, label))
    first = np.r_[True, np.diff(label[order]) != 0] if len(order) else np.zeros(0, bool)
    chosen = np.full(int(label.max(initial=0)) + 1, -1, np.int64)
    chosen[label[order][first]] = found.sure[order][first]
    sure: NDArray[np.bool_] = (chosen[label] == found.sure) & (weight > 1)
    return sure


def _ids(found: Clusters, label: NDArray[np.int64]) -> dict[int, str]:
    """An id for each cluster, made of the first of its spellings in the alphabet."""
    ids: dict[int, str] = {}
    for at, meaning in enumerate(found.place):
        name = found.names[at]
        ids.setdefault(int(label[meaning]), fresh_id((spelling(name.text), name.country_code or "")))
    return ids

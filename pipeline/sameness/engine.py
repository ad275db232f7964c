"""Which of many names are one institution: read, collapse, compare, cluster, and say why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness import context, doubt, features
from pipeline.sameness.candidates import candidates, closure
from pipeline.sameness.linkage import APART, UNSEEN, average
from pipeline.sameness.model import Logistic, Model, first, second
from pipeline.sameness.progress import Tell, silent
from pipeline.sameness.read import parsed
from pipeline.sameness.romanise import spelling
from pipeline.sameness.tokens import Parsed
from pipeline.sameness.vectors import Floats, Ints, Vectors, vectors

DISTINCT = ("word", "place", "country")
_BELOW = 0.05  # how far under a threshold a rule puts a score
_NOTHING = 0.0  # log-odds under which two names with nothing distinctive in common stay apart
_UNEVEN = 1.6  # log-odds that a name must have more where it says more than the other
_LINK = 0.0  # log-odds of the first score over which pairs form groups
Answer = Literal["same", "different", "ask"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed and the ISO 3166-1 alpha-2 code of its country, None where it is not known."""

    text: str
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Compared pairs of names, by their places; `score` is log-odds of being one,
    `doubt` what the rules of `doubt` say of merging them."""

    left: Ints
    right: Ints
    score: NDArray[np.float64]
    doubt: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Clusters:
    """`of[i]` is the distinct name of input i, `place` the meaning of a distinct name, `chief` a meaning's first name.

    Labels and pairs are by meaning: `sure` merges what is certain, `likely` what is more likely than not (each `sure`
    cluster lies within one `likely` cluster).
    """

    names: tuple[Name, ...]
    of: NDArray[np.int64]
    read: tuple[Parsed, ...]
    place: NDArray[np.int64]
    chief: NDArray[np.int64]
    sure: NDArray[np.int64]
    likely: NDArray[np.int64]
    pairs: Pairs


def cluster(names: Sequence[Name], model: Model, whole: bool = False, tell: Tell = silent) -> Clusters:
    """Clusters of names; the order of the names does not matter, nor how often each stands.

    Unless `whole`, a name that also names a department inside the organisation, or an address, is the organisation's.
    """
    distinct, of = collapse(names)
    tell("reading the names", 0.0)
    read = read_names(distinct, whole)
    tell("reading the names", 1.0)
    chief, place = alike(read, [name.country_code for name in distinct])
    pairs = compare([distinct[at] for at in chief], [read[at] for at in chief], model, tell)
    sure = average(len(chief), pairs.left, pairs.right, settled(pairs, model), model.same)
    countries = [distinct[at].country_code for at in chief]
    sure = parted(sure, countries, pairs)
    cut = model.likely if any(countries) else model.likely_stateless
    likely = parted(average(len(chief), pairs.left, pairs.right, _held(pairs, sure), cut), countries, pairs)
    return Clusters(distinct, of, read, place, chief, sure, likely, pairs)


def parted(label: NDArray[np.int64], countries: Sequence[str | None], pairs: Pairs) -> NDArray[np.int64]:
    """Labels by which no cluster spans two countries; a name without one goes with its best partner that has one."""
    seen: dict[int, set[str]] = {}
    for at, country in enumerate(countries):
        if country:
            seen.setdefault(int(label[at]), set()).add(country)
    wide = [one for one, of in seen.items() if len(of) > 1]
    if not wide:
        return label
    state: dict[int, str] = {at: country for at, country in enumerate(countries) if country}
    for at in np.argsort(-pairs.score, kind="stable"):
        left, right = int(pairs.left[at]), int(pairs.right[at])
        if label[left] == label[right]:
            for one, other in ((left, right), (right, left)):
                if countries[one] is None and countries[other]:
                    state.setdefault(one, countries[other] or "")
    keys = [(int(label[at]), state.get(at, "") if label[at] in wide else "") for at in range(len(label))]
    places: dict[tuple[int, str], int] = {}
    return np.array([places.setdefault(key, len(places)) for key in keys], np.int64)


def alike(read: Sequence[Parsed], countries: Sequence[str | None]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Names that say the same in the same order are one: the first of each, and for each name which of those it is.

    Names of generic words alone say too little for that.
    """
    seen: dict[object, int] = {}
    keys = (
        (countries[at], name.tokens) if any(token.kind in DISTINCT for token in name.tokens) else at
        for at, name in enumerate(read)
    )
    place = np.fromiter((seen.setdefault(key, len(seen)) for key in keys), np.int64, len(read))
    return np.unique(place, return_index=True)[1], place


def _held(pairs: Pairs, sure: NDArray[np.int64]) -> NDArray[np.float64]:
    """Scores with which what is sure stays together at the wider cut, and mere generic words join nothing by a whim."""
    whim = (pairs.doubt == doubt.NOTHING) & (pairs.score < _NOTHING)
    score = np.where(whim, UNSEEN, pairs.score)
    return np.where(sure[pairs.left] == sure[pairs.right], np.maximum(score, 12.0), score)


def collapse(names: Sequence[Name]) -> tuple[tuple[Name, ...], NDArray[np.int64]]:
    """Distinct names in a fixed order, and the place of each input among them: equal when folded, of one country."""
    printed: dict[tuple[str | None, str], tuple[str, str]] = {}
    chosen: dict[tuple[str, str], str] = {}
    for name in names:
        if (name.country_code, name.text) not in printed:
            key = name.country_code or "", spelling(name.text)
            printed[name.country_code, name.text] = key
            chosen[key] = min(chosen.get(key, name.text), name.text)
    place = {key: at for at, key in enumerate(sorted(chosen))}
    distinct = tuple(Name(chosen[key], key[0] or None) for key in place)
    of = (place[printed[name.country_code, name.text]] for name in names)
    return distinct, np.fromiter(of, np.int64, len(names))


def read_names(names: Sequence[Name], whole: bool = True) -> tuple[Parsed, ...]:
    """The tokens of each name."""
    return tuple(parsed([(name.text, name.country_code) for name in names], whole))


def settled(pairs: Pairs, model: Model) -> NDArray[np.float64]:
    """Scores for merging without a person: what a rule keeps apart is far, what it doubts no more than a question."""
    score = pairs.score - _UNEVEN * (pairs.doubt == doubt.UNEVEN)
    for verdict, most in ((doubt.ASK, model.same - _BELOW), (doubt.NOTHING, model.ask - _BELOW)):
        score = np.where(pairs.doubt == verdict, np.minimum(score, most), score)
    no_difference = np.isin(pairs.doubt, (doubt.ADDRESS, doubt.MISSPELT)) & (score > 0)
    score = np.where(no_difference, np.maximum(score, model.same + _BELOW), score)
    return np.where(pairs.doubt == doubt.APART, APART, score)


def compare(names: Sequence[Name], read: Sequence[Parsed], model: Model, tell: Tell = silent) -> Pairs:
    """The pairs that may be one, scored."""
    v = vectors(read, [name.country_code for name in names], [name.text for name in names])
    seen = look(v, model.first, model.keep, tell)
    around = context.context(seen.first, seen.left, seen.right, len(v))
    starts = np.cumsum([0, *(len(x) for x in seen.x)])
    score = [
        second(model.trees, np.concatenate([around[start : start + len(x)], x], 1))
        for start, x in zip(starts, seen.x, strict=False)
    ]
    verdict = doubt.alone(seen.doubt, v, seen.left, seen.right)
    return Pairs(seen.left, seen.right, np.concatenate(score), verdict)


@dataclass(frozen=True, slots=True)
class Seen:
    """Pairs with their first scores, the verdicts of rules, and their features in parts."""

    left: Ints
    right: Ints
    first: NDArray[np.float64]
    doubt: NDArray[np.int8]
    x: list[Floats]


def look(v: Vectors, model: Logistic, keep: float, tell: Tell = silent) -> Seen:
    """Candidate pairs whose first score is over `keep`, with all pairs of the groups that they form."""
    left, right = candidates(v, tell)
    found = _looked_at(v, left, right, model, keep, tell)
    more = closure(found.left, found.right, found.first > _LINK, len(v))
    return _both(found, _looked_at(v, *more, model, keep, silent))


def _looked_at(v: Vectors, left: Ints, right: Ints, model: Logistic, keep: float, tell: Tell) -> Seen:
    """The pairs that are kept, part by part, so that the features of the others take no room."""
    parts = []
    for start in range(0, max(len(left), 1), features.CHUNK):
        here, there = left[start : start + features.CHUNK], right[start : start + features.CHUNK]
        x, a, b = features.look(v, here, there)
        score = first(model, x)
        kept = score > keep
        verdict = doubt.doubts(v, here[kept], there[kept], (x[kept], a[kept], b[kept]))
        parts.append(Seen(here[kept], there[kept], score[kept], verdict, [x[kept]]))
        tell("comparing", min(1.0, (start + features.CHUNK) / max(len(left), 1)))
    return _both(*parts)


def _both(*parts: Seen) -> Seen:
    left, right, score, verdict = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("left", "right", "first", "doubt")
    )
    return Seen(left, right, score, verdict, [x for part in parts for x in part.x])

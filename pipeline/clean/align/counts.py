"""The printed count of a heading as evidence for how the cells under it are cut up.

Each stretch of names has cuttings with a score each. A heading's count says how many names all its stretches make
together, unless the dump lost or doubled rows. The chance of each cutting under both is a sum over all ways to cut all
stretches of the heading up, by a forward and a backward pass over the stretches with the number of names so far as
state. So a count that any of ten cells could meet makes none of them certain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from pipeline.clean.align.places import Gap, Place
from pipeline.clean.names.segment import Cutting, Stretch, Token, print_of
from pipeline.clean.names.torn import leans
from pipeline.knowledge import Lexicon, fold

# Nats against a count that is not met: much where names are too many, since nothing explains that but a misprint; less
# where they are too few, since dumps lose rows.
_OVER, _SHORT = 6.0, 4.2
_NEGLIGIBLE = 1e-12
_SURE = 30.0
_LEANS = 1.0  # nats for two names and not one where the second may be a part of the first

Chances = tuple[float, ...]
"""For each cutting of a stretch, the chance that it is the right one."""
Heading = tuple[str, str, int]
"""The department, the country where it is the country's count, and how many names it prints."""
Weights = Mapping[int, float]
"""Number of names -> weight of all ways to have as many."""


@dataclass(frozen=True, slots=True)
class Margin:
    """How many nats a reading is ahead of all others together, and the best of those in words."""

    ahead: float = 99.0
    other: str = ""


def chances(cuts: Sequence[Stretch], places: Sequence[Place], gaps: Sequence[Gap]) -> tuple[Chances, ...]:
    """For each stretch the chance of each of its cuttings, by wording and by the count of its department, or else of
    its country.

    A country with nothing beside it (a gap) has lost one name at the least, which the count still counts. A doubled
    row counts once.
    """
    lost = Counter(heading for gap in gaps if (heading := _heading(gap.place)))
    members: dict[Heading, list[int]] = defaultdict(list)
    for i, place in enumerate(places):
        if heading := _heading(place):
            members[heading].append(i)
    found = [_normed([weight for _, weight in _options(stretch)]) for stretch in cuts]
    for heading, own in members.items():
        first = _first_prints(own, cuts)
        once = list(dict.fromkeys(first.values()))
        declared = heading[-1] - lost[heading]
        together = dict(zip(once, _together([_options(cuts[i]) for i in once], declared), strict=True))
        for i in own:  # a twin whose lines break elsewhere has cuttings of its own
            if len(cuts[i].cuttings) == len(cuts[first[i]].cuttings):
                found[i] = together[first[i]]
    return tuple(found)


def _heading(place: Place) -> Heading | None:
    """The widest heading that governs the place and prints a count."""
    department, country = place.department, place.country
    if department and department.count is not None:
        return fold(department.text), "", department.count
    if country and country.count is not None:
        return fold(department.text) if department else "", fold(country.text), country.count
    return None


def margins(
    stretch: Stretch, chance: Chances, taken: int, lexicon: Lexicon
) -> Iterator[tuple[tuple[Token, ...], Margin]]:
    """Each name of the cutting that is taken, and how far it is ahead of the cuttings that do not have it."""
    cutting = stretch.cuttings[taken]
    names = stretch.names(cutting)
    ends = (*cutting.firsts[1:], len(stretch.tokens))
    halves = [Margin(), *(_half(above, below, lexicon) for above, below in pairwise(names)), Margin()]
    for at, span in enumerate(zip(cutting.firsts, ends, strict=True)):
        others = [i for i, other in enumerate(stretch.cuttings) if not _has(stretch, other, span)]
        against = sum(chance[i] for i in others)
        best = max(others, key=lambda i: chance[i], default=None)
        margin = Margin(_odds(against), "" if best is None else _words(stretch, stretch.cuttings[best]))
        yield names[at], min(margin, halves[at], halves[at + 1], key=lambda one: one.ahead)


def _half(above: Sequence[Token], below: Sequence[Token], lexicon: Lexicon) -> Margin:
    """Doubt of a cut inside a line whose sides may be one name by their form, whatever all words say of it."""
    texts = print_of(above), print_of(below)
    inside = above[-1].piece == below[0].piece
    return Margin(_LEANS, " ".join(texts)) if inside and leans(*texts, lexicon) else Margin()


def _has(stretch: Stretch, cutting: Cutting, span: tuple[int, int]) -> bool:
    first, end = span
    return first in cutting.firsts and (end in cutting.firsts or end == len(stretch.tokens)) and not any(
        first < other < end for other in cutting.firsts)


def _odds(against: float) -> float:
    """Nats for what has all the chance but `against`."""
    return min(_SURE, log(max(1.0 - against, 1e-13) / max(against, 1e-13)))


def _words(stretch: Stretch, cutting: Cutting) -> str:
    return " | ".join(print_of(name) for name in stretch.names(cutting))


def _first_prints(members: Sequence[int], cuts: Sequence[Stretch]) -> dict[int, int]:
    """Each stretch with the first one that has the same words."""
    seen: dict[str, int] = {}
    return {i: seen.setdefault(fold(" ".join(token.text for token in cuts[i].tokens)), i) for i in members}


def _options(stretch: Stretch) -> list[tuple[int, float]]:
    """The number of names of each cutting and its weight by wording."""
    best = stretch.cuttings[0].score
    return [(len(cutting.firsts), exp(cutting.score - best)) for cutting in stretch.cuttings]


def _together(options: Sequence[Sequence[tuple[int, float]]], declared: int) -> Iterator[Chances]:
    """The chances of the options of each stretch where `declared` names are printed for all of them."""
    before: list[Weights] = [{0: 1.0}]
    for own in options:
        before.append(_add(before[-1], own))
    behind: Weights = {total: exp(-_price(total, declared)) for total in before[-1]}
    found: list[Chances] = []
    for ahead, own in zip(reversed(before[:-1]), reversed(options), strict=True):
        found.append(_normed([weight * sum(ways * behind.get(total + size, 0.0) for total, ways in ahead.items())
                              for size, weight in own]))
        behind = _add(behind, [(-size, weight) for size, weight in own])
    return reversed(found)


def _add(ways: Weights, options: Sequence[tuple[int, float]]) -> Weights:
    sums: dict[int, float] = defaultdict(float)
    for total, so_far in ways.items():
        for size, weight in options:
            sums[total + size] += so_far * weight
    most = max(sums.values())
    return {total: weight / most for total, weight in sums.items() if weight > most * _NEGLIGIBLE}


def _price(total: int, declared: int) -> float:
    """Nats against so many names where another number is printed."""
    return 0.0 if total == declared else _OVER if total > declared else _SHORT


def _normed(weights: Sequence[float]) -> Chances:
    whole = sum(weights)
    return tuple(weight / whole for weight in weights)

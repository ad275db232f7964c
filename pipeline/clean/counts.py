"""The printed count of a heading chooses among ways to cut its cells up, where print alone leaves it open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.places import Gap, Place
from pipeline.clean.segment import Cutting, Stretch
from pipeline.knowledge import fold

# Nats that a met count is worth: much where names would be too many, since nothing else explains that; less where they
# would be too few, since dumps lose rows.
_OVER, _SHORT, _MET = 7.0, 2.3, 4.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The cutting taken of each stretch, and whether its heading's count agrees with the sum."""

    taken: tuple[int, ...]
    met: tuple[bool, ...]


def choose(cuts: Sequence[Stretch], places: Sequence[Place], gaps: Sequence[Gap]) -> Choice:
    """For each stretch the cutting to take: the best by wording, but for the cheapest changes that meet a count.

    A country with nothing beside it (a gap) has lost one name at the least, which the count still counts.
    """
    taken, met = [0] * len(cuts), [False] * len(cuts)
    lost = Counter(fold(gap.place.department.text) for gap in gaps if gap.place.department)
    members: dict[str, list[int]] = defaultdict(list)
    declared: dict[str, int] = {}
    for i, place in enumerate(places):
        if place.department and place.department.count is not None:
            key = fold(place.department.text)
            members[key].append(i)
            declared[key] = place.department.count
    for key, found in members.items():
        agrees = _meet(declared[key] - lost[key], _once(found, cuts), cuts, taken)
        for i in found:
            met[i] = agrees
    return Choice(tuple(taken), tuple(met))


def _meet(declared: int, members: Sequence[int], cuts: Sequence[Stretch], taken: list[int]) -> bool:
    """Change the cheapest cuttings until the count is met; leave all where it cannot be met at a fair price."""
    now = sum(_size(cuts[i], 0) for i in members)
    worth = _OVER if now > declared else _SHORT
    best: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {now: (0.0, ())}
    for i in members if now != declared else ():
        options = _options(cuts[i], worth)
        for total, (cost, picks) in sorted(best.items()) if options else ():
            for k, more, price in options:
                if cost + price < best.get(total + more, (worth, ()))[0]:
                    best[total + more] = (cost + price, (*picks, (i, k)))
    for i, k in best.get(declared, (0.0, ()))[1]:
        taken[i] = k
    return declared in best


def _options(stretch: Stretch, worth: float) -> list[tuple[int, int, float]]:
    """Other cuttings that a count may choose: which, how many names more, and the price in nats."""
    first = stretch.cuttings[0]
    return [
        (k, len(c.firsts) - len(first.firsts), first.score - c.score)
        for k, c in enumerate(stretch.cuttings)
        if first.score - c.score < worth and len(c.firsts) != len(first.firsts)
    ]


def _once(members: Sequence[int], cuts: Sequence[Stretch]) -> list[int]:
    """A doubled row counts once."""
    seen: dict[str, int] = {}
    for i in members:
        seen.setdefault(fold(" ".join(token.text for token in cuts[i].tokens)), i)
    return list(seen.values())


def _size(stretch: Stretch, choice: int) -> int:
    return len(stretch.cuttings[choice].firsts)


@dataclass(frozen=True, slots=True)
class Margin:
    """How many nats a reading is ahead of the next best one, and that one in words."""

    ahead: float = 99.0
    other: str = ""


def margins(cuts: Sequence[Stretch], choice: Choice) -> dict[int, Margin]:
    """By the first word of each name, what its cutting is ahead of; a met count speaks against other numbers."""
    found: dict[int, Margin] = {}
    for stretch, k, met in zip(cuts, choice.taken, choice.met, strict=True):
        taken = stretch.cuttings[k]
        rivals = [
            Margin(_ahead(taken, other, met), _words(stretch, other))
            for other in stretch.cuttings
            if other is not taken
        ]
        best = min(rivals, key=lambda margin: margin.ahead, default=Margin())
        for name in stretch.names(taken):
            found[name[0].word.index] = best
    return found


def _words(stretch: Stretch, cutting: Cutting) -> str:
    names = (" ".join(token.text for token in name if token.text) for name in stretch.names(cutting))
    return " | ".join(names)


def _ahead(taken: Cutting, other: Cutting, met: bool) -> float:
    nats = taken.score - other.score
    if not met or len(taken.firsts) == len(other.firsts):
        return nats
    if nats >= 0:
        return nats + _MET
    return nats + (_SHORT if len(taken.firsts) > len(other.firsts) else _OVER)

"""The printed count of a heading chooses among ways to cut its cells up, where print alone leaves it open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.clean.align import Place
from pipeline.clean.segment import Stretch
from pipeline.knowledge import fold

_WORTH = 5.0  # nats: what a met count says for a cutting; a wish against the wording must not win


def choose(cuts: Sequence[Stretch], places: Sequence[Place]) -> list[int]:
    """For each stretch the cutting to take: the best by wording, but for the cheapest changes that meet a count."""
    chosen = [0] * len(cuts)
    members: dict[str, list[int]] = defaultdict(list)
    declared: dict[str, int] = {}
    for i, place in enumerate(places):
        if place.department and place.department.count is not None:
            key = fold(place.department.text)
            members[key].append(i)
            declared[key] = place.department.count
    for key, found in members.items():
        _meet(declared[key], found, cuts, chosen)
    return chosen


def _meet(declared: int, members: Sequence[int], cuts: Sequence[Stretch], chosen: list[int]) -> None:
    """Change the cheapest cuttings until the count is met; leave all where it cannot be met at a fair price."""
    now = sum(_size(cuts[i], 0) for i in members)
    best: dict[int, tuple[float, tuple[tuple[int, int], ...]]] = {now: (0.0, ())}
    for i in members:
        first = cuts[i].cuttings[0]
        options = [(k, len(c.firsts) - len(first.firsts), first.score - c.score) for k, c in enumerate(cuts[i].cuttings)
                   if k and first.score - c.score < _WORTH]
        for total, (cost, picks) in sorted(best.items()) if options else ():
            for k, more, price in options:
                if cost + price < best.get(total + more, (_WORTH, ()))[0]:
                    best[total + more] = (cost + price, (*picks, (i, k)))
    for i, k in best.get(declared, (0.0, ()))[1]:
        chosen[i] = k


def _size(stretch: Stretch, choice: int) -> int:
    return len(stretch.cuttings[choice].firsts)


def margins(cuts: Sequence[Stretch], chosen: Sequence[int]) -> dict[int, float]:
    """By the first word of each name, how many nats its cutting is ahead of the next best one.

    A cutting that a printed count chose is as sure as the count is worth.
    """
    found: dict[int, float] = {}
    for stretch, choice in zip(cuts, chosen, strict=True):
        taken = stretch.cuttings[choice]
        others = [c.score for k, c in enumerate(stretch.cuttings) if k != choice]
        ahead = taken.score - max(others) if others else 99.0
        for name in stretch.names(taken):
            found[name[0].word.index] = ahead if choice == 0 else _WORTH + ahead
    return found

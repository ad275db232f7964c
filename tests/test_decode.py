"""The decoder against an oracle that tries every reading."""

from __future__ import annotations

from itertools import product
from math import exp, isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.align.decode import SlipCost, Slot, decode

ITEMS = 5
SLIP = SlipCost(change=1.5, item=0.25, back=0.75)


def price(before: int, after: int) -> float:
    change = abs(after - before)
    step = SLIP.back if after == 0 and before else SLIP.change
    return (step if change else 0.0) + SLIP.item * change


def total(starts: tuple[int, ...], slots: list[Slot], gains: list[list[float]], bonds: list[float]) -> float:
    """Score of a reading, written out from the docstring of `decode`."""
    score = 0.0
    ends = (*starts[1:], ITEMS)
    printed = [*(slot.printed for slot in slots[1:]), ITEMS]
    for i, (begin, end) in enumerate(zip(starts, ends, strict=True)):
        if begin == end:
            score -= slots[i].vacant
            continue
        score += sum(gains[i][begin:end]) + sum(bonds[begin + 1 : end])
        score -= price(begin - slots[i].printed, end - printed[i])
    return score


@st.composite
def blocks(draw: st.DrawFn) -> tuple[list[Slot], list[list[float]], list[float]]:
    number = draw(st.integers(1, 3))
    printed = sorted(draw(st.lists(st.integers(0, ITEMS), min_size=number, max_size=number)))
    slots = [Slot((0,), 0)]
    slots += [Slot(tuple(range(ITEMS + 1)), at, draw(st.sampled_from((0.0, 2.0)))) for at in printed]
    nats = st.integers(-40, 40).map(lambda tenth: tenth / 10 + 0.013)
    gains = [draw(st.lists(nats, min_size=ITEMS, max_size=ITEMS)) for _ in slots]
    bonds = [0.0, *draw(st.lists(st.sampled_from((0.0, 1.5)), min_size=ITEMS - 1, max_size=ITEMS - 1))]
    return slots, gains, bonds


@given(blocks())
@settings(max_examples=150, deadline=None)
def test_the_best_reading_and_its_chances_are_those_of_all_readings(
    block: tuple[list[Slot], list[list[float]], list[float]],
) -> None:
    slots, gains, bonds = block
    found = decode(slots, ITEMS, lambda slot, item: gains[slot][item], [SLIP] * len(slots), bonds=bonds)
    readings = {
        starts: total(starts, slots, gains, bonds)
        for starts in product(*(slot.candidates for slot in slots))
        if list(starts) == sorted(starts)
    }
    assert isclose(readings[found.starts], max(readings.values()), abs_tol=1e-9)
    weights = {starts: exp(score) for starts, score in readings.items()}
    for item, owner in enumerate(found.owner):
        mine = sum(weight for starts, weight in weights.items() if owner_of(starts, item) == owner)
        assert isclose(found.probability[item], mine / sum(weights.values()), abs_tol=1e-6)


def owner_of(starts: tuple[int, ...], item: int) -> int:
    return max(i for i, begin in enumerate(starts) if begin <= item)


def test_items_before_the_first_label_stay_with_none() -> None:
    found = decode([Slot((0,), 0), Slot((2,), 2)], 4, lambda slot, item: 0.0, [SlipCost()] * 2)
    assert found.owner == (0, 0, 1, 1)


def test_no_items_give_an_empty_reading() -> None:
    assert decode([Slot((0,), 0)], 0, lambda slot, item: 0.0, [SlipCost()]).owner == ()

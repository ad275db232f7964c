"""Zones over countries: a zone may have slipped by a country or two, and the countries say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.align.decode import SlipCost, Slot, decode
from pipeline.clean.align.places import Place, department_of
from pipeline.clean.parts import Part
from pipeline.knowledge import Lexicon

_ZONE_SLIP = SlipCost(change=2.0, item=0.3, back=2.0)
_ZONE_WINDOW = 3


def zoned(places: tuple[Place, ...], lexicon: Lexicon) -> list[Place]:
    """The places with the zone that the best reading of each department gives them; where paper proves one, it stands:
    Mexico under Amérique latine."""
    out: list[Place] = []
    start = 0
    for i in range(1, len(places) + 1):
        if i == len(places) or department_of(places[i]) != department_of(places[start]):
            out.extend(_zones_of(places[start:i], lexicon))
            start = i
    return out


def _zones_of(places: Sequence[Place], lexicon: Lexicon) -> list[Place]:
    zones: list[tuple[int, Part | None]] = [(0, None)]
    for i, place in enumerate(places):
        if place.zone is not None and (zones[-1][1] is None or zones[-1][1].row != place.zone.row):
            zones.append((i, place.zone))
    slots = [Slot((0,), 0)] + [_zone_slot(at, zone, places) for at, zone in zones[1:]]

    def gain(slot: int, item: int) -> float:
        zone, code = zones[slot][1], places[item].code
        if zone is None:
            return 0.0 if len(zones) == 1 else -1.0
        area = know.zone(lexicon, zone.text)
        if area is None or code is None or not area.countries:
            return 0.0
        if code not in area.countries:
            return -4.0
        return 1.0 if know.zone_code(lexicon, code) == area.m49 else 0.3  # Russia is printed under Asia too

    reading = decode(slots, len(places), gain, [_ZONE_SLIP] * len(slots))
    return [
        place if place.sure and place.zone else replace(place, zone=zones[reading.owner[i]][1])
        for i, place in enumerate(places)
    ]


def _zone_slot(at: int, zone: Part | None, places: Sequence[Place]) -> Slot:
    sure = places[at].sure
    low, high = (at, at) if sure else (max(0, at - _ZONE_WINDOW), min(len(places), at + _ZONE_WINDOW))
    return Slot(tuple(range(low, high + 1)), at, 4.0)

"""Zones and the countries in them: M49, and what brochures understand by their own zones."""

from __future__ import annotations

from typing import Any


def region_of(regions: dict[str, Any], subregion: str) -> str:
    """The M49 region that a sub-region lies in."""
    parents = {sub: region for region, subs in regions["regions"].items() for sub in subs.split()}
    return str(parents[subregion])


def zone_countries(regions: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Zone -> countries that brochures may print under it: those of M49 and, generously, those of `wider`."""
    strict: dict[str, frozenset[str]] = {
        sub: frozenset(codes.split()) for sub, codes in regions["m49"].items()
    }
    for region, subs in regions["regions"].items():
        strict[region] = frozenset().union(*(strict[sub] for sub in subs.split()))
    wide = {zone: strict.get(zone, frozenset()) for zone in {*strict, *regions["wider"]}}
    for zone, parts in regions["wider"].items():
        wide[zone] |= frozenset().union(*(strict.get(part, frozenset({part})) for part in parts.split()))
    return wide

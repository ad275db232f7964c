"""A seeded edition: departments, zones, countries and institutions drawn at random from real names."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from .labels import nesting
from .model import Design, Entry
from .words import CODEC, SCRIPT_COUNTRY, ZONES, country, latin, names, words

ASIAN = frozenset(CODEC)
COORDINATORS = ("A. Weber", "M. Rossi", "J. Kowalski", "L. Moreau", "P. Hughes", "C. Lindgren", "S. Okafor")
# Names that begin with their only head noun: "University of X" run on is "... University of Y".
NOUN = "(?:Universit|Universid|Institut|Academ|Colleg|School)"
HEADED = re.compile(rf"{NOUN}\w* (?!.*{NOUN})")


def entries(design: Design, rng: Random) -> tuple[Entry, ...]:
    """The agreements of one edition in the order of print."""
    if design.body == "both":
        half = replace(design, rows=design.rows // 2)
        taken: set[str] = set()
        plain = replace(half, zone="absent", units=False)
        return _university(plain, rng, taken) + _departments(half, rng, taken)
    make = _departments if _has_departments(design) else _university
    return _in_order(design, make(design, rng, set()))


def _has_departments(design: Design) -> bool:
    return design.department != "absent"


def _in_order(design: Design, rows: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Editions that lead with the zone are sorted by it, and their departments follow no order."""
    if "department" not in nesting(design)[1:]:
        return rows
    zones = list(ZONES)
    return tuple(sorted(rows, key=lambda e: (zones.index(e.zone_key), e.country, e.department)))


def _departments(design: Design, rng: Random, taken: set[str]) -> tuple[Entry, ...]:
    count = max(2, min(5, design.rows // 16))
    chosen = rng.sample(words(design.language)["departments"], count)
    sizes = _sizes(design.rows, count, rng)
    rows: list[Entry] = []
    for department, size in zip(chosen, sizes, strict=True):
        part = _agreements(design, rng, taken, size, "department")
        declared = str(len(part)) if "department" in design.counts else ""
        rows += [replace(e, department=department, declared=declared) for e in part]
    return tuple(rows)


def _university(design: Design, rng: Random, taken: set[str]) -> tuple[Entry, ...]:
    return _agreements(design, rng, taken, design.rows, "university")


def _sizes(total: int, parts: int, rng: Random) -> list[int]:
    cuts = [rng.uniform(0.5, 1.5) for _ in range(parts)]
    return [max(5, round(total * cut / sum(cuts))) for cut in cuts]


def _agreements(design: Design, rng: Random, taken: set[str], size: int, level: str) -> tuple[Entry, ...]:
    countries = _countries(design, rng, size)
    share = max(1, round(size / len(countries)))
    rows: list[Entry] = []
    for zone, iso2 in countries:
        chosen = _pick(design, rng, taken, iso2, rng.randint(1, max(2, 2 * share - 1)))
        rows += [replace(_entry(design, rng, zone, iso2, name), level=level) for name in chosen]
    return tuple(rows)


def _countries(design: Design, rng: Random, size: int) -> list[tuple[str, str]]:
    """Zones in order, each with countries; about one country for three agreements."""
    zones = [z for z in ZONES if z in ("asia", "europe") or rng.random() < 0.55]
    want = max(len(zones), round(size / 2.6))
    pool = [(z, c) for z in zones for c in ZONES[z].split()]
    picked = {(z, rng.choice(ZONES[z].split())) for z in zones}
    if _scripts(design):
        picked.add(("asia", SCRIPT_COUNTRY[design.language]))
    while len(picked) < min(want, len(pool)):
        picked.add(rng.choice(pool))
    return sorted(picked, key=lambda p: (zones.index(p[0]), country(p[1], design.language)))


def _pick(design: Design, rng: Random, taken: set[str], iso2: str, count: int) -> list[str]:
    codec = _codec(design)
    pool = [n for n in names(iso2, codec, _scripts(design)) if not taken.intersection(n)]
    if design.headed_names:
        pool = [only for n in pool if (only := tuple(s for s in n if HEADED.match(s)))]
    chosen = rng.sample(pool, min(count, len(pool)))
    for spellings in chosen:
        taken.update(spellings)
    return [_spelling(design, rng, spellings) for spellings in chosen]


def _scripts(design: Design) -> bool:
    return design.native_names and design.language in ASIAN


def _spelling(design: Design, rng: Random, spellings: tuple[str, ...]) -> str:
    scripted = [n for n in spellings if not latin(n)]
    return rng.choice(scripted or list(spellings))


def _codec(design: Design) -> str:
    """Built-in fonts of ReportLab know Latin-1 alone; other renderers embed what they need."""
    if design.language in ASIAN:
        return CODEC[design.language]
    return "cp1252" if design.renderer == "canvas" else "utf8"


def _entry(design: Design, rng: Random, zone: str, iso2: str, name: str) -> Entry:
    """One agreement, as yet without level and department."""
    language, year = design.language, rng.randint(1985, 2016)
    return Entry(
        zone=words(language)["zones"][zone] if design.zone != "absent" else "",
        country=country(iso2, language),
        iso2=iso2,
        institution=_with_unit(design, rng, name),
        waiver=str(int(rng.random() < 0.5)) if design.waiver else "",
        year=str(year) if "year" in design.columns or design.leaders else "",
        extras={
            "code": f"{iso2}{rng.randint(100, 999)}",
            "period": f"{year}-{year + 5}",
            "coordinator": rng.choice(COORDINATORS),
        },
        zone_key=zone,
    )


def _with_unit(design: Design, rng: Random, name: str) -> str:
    if not design.units or rng.random() < 0.5:
        return name
    pattern = (
        "{name} {unit}" if design.language in ASIAN and latin(name) else words(design.language)["joined"]
    )
    unit = rng.choice(words(design.language)["units"])
    return str(pattern.format(unit=unit, name=name))

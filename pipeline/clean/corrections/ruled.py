"""What one ruling means for the rows of an edition: which row it is for, and which values it brings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

from pipeline import knowledge as know
from pipeline.clean.corrections.rulings import Ruling
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Agreement, Cleaned, Reject

Key = tuple[str, str, str]
Originals = Mapping[Key, tuple[str, ...]]
"""The ids of an edition's rows by department, country and institution as printed."""

FIELDS = (
    "department",
    "zone",
    "country",
    "country_code",
    "institution",
    "unit",
    "organisation",
    "as_of",
    "tuition_waiver",
    "year",
)


class Stale(Exception):
    """The ruling does not fit the edition, or says what cannot be."""


def the_row(now: Cleaned, ruling: Ruling, originals: Originals) -> Agreement:
    """The one row that prints what the ruling names, under whatever earlier rulings made of it."""
    of = {one.agreement_id: one for one in now.agreements}
    ids = originals.get(key_of_ruling(ruling)) or by_key(now.agreements).get(key_of_ruling(ruling), ())
    rows = [of[one] for one in ids if one in of]
    if len(rows) != 1:
        what = f"{len(rows)} rows have" if rows else "No row has"
        raise Stale(f"{what} this department, country and institution.")
    return rows[0]


def the_reject(now: Cleaned, ruling: Ruling) -> Reject:
    """The one reject whose text the ruling expects, told apart by its department where several have it."""
    alike = [one for one in now.rejects if one.text and fold(one.text) == fold(ruling.expected)]
    if len(alike) > 1:
        alike = [one for one in alike if fold(one.department or "") == fold(ruling.department)]
    if len(alike) != 1:
        raise Stale(f"{len(alike) or 'No'} rejects have the text “{ruling.expected}”.")
    return alike[0]


def expect(row: Agreement, ruling: Ruling) -> None:
    """Raises `Stale` where the row has another value than the ruling was made against."""
    value = worded(getattr(row, ruling.field, None))
    if value != ruling.expected:
        raise Stale(f"It expects {ruling.field} “{ruling.expected}”, but the edition has “{value}”.")


def new_value(ruling: Ruling) -> Any:
    """The ruling's value in the type of its column; empty is null."""
    if ruling.field == "tuition_waiver":
        if ruling.value not in ("true", "false", ""):
            raise Stale(f"Its value is “{ruling.value}”, but must be true, false or empty.")
        return {"true": True, "false": False, "": None}[ruling.value]
    if ruling.field == "year" and ruling.value:
        if not re.fullmatch("[0-9]{4}", ruling.value):
            raise Stale(f"Its value is “{ruling.value}”, but must be a year in four digits.")
        return int(ruling.value)
    if ruling.field == "institution" and not ruling.value:
        raise Stale("An institution cannot be empty; to remove the row, use drop.")
    return ruling.value or None


def follows(ruling: Ruling, lexicon: Lexicon) -> dict[str, Any]:
    """The values that are derived from the one that is set."""
    if ruling.field == "country":
        code = know.country(lexicon, ruling.value)
        return {"country_code": code, "zone_code": know.zone_code(lexicon, code) if code else None}
    if ruling.field == "institution":
        unit, organisation = know.split_unit(lexicon, ruling.value)
        return {"unit": unit, "organisation": organisation}
    if ruling.field == "department":
        return {"level": "department" if ruling.value else "university"}
    return {}


def new_row(now: Cleaned, ruling: Ruling, lexicon: Lexicon) -> Agreement:
    """The row to add; zone and date are those of its neighbours under the same headings."""
    near = [one for one in now.agreements if key_of(one)[:2] == key_of_ruling(ruling)[:2]]
    code = know.country(lexicon, ruling.country)
    unit, organisation = know.split_unit(lexicon, ruling.institution)
    return Agreement(
        agreement_id="a-" + digest(*key_of_ruling(ruling), ruling.edition, "added"),
        edition=ruling.edition,
        level="department" if ruling.department else "university",
        department=ruling.department or None,
        zone=near[0].zone if near else None,
        zone_code=know.zone_code(lexicon, code) if code else None,
        country=ruling.country,
        country_code=code,
        institution=ruling.institution,
        unit=unit,
        organisation=organisation,
        as_of=near[0].as_of if near else None,
    )


def by_key(agreements: Iterable[Agreement]) -> Originals:
    """The ids of rows by what they print."""
    found: dict[Key, tuple[str, ...]] = {}
    for one in agreements:
        found[key_of(one)] = (*found.get(key_of(one), ()), one.agreement_id)
    return found


def key_of(one: Agreement) -> Key:
    """What a row prints, folded, so that case and spacing do not matter."""
    return fold(one.department or ""), fold(one.country or ""), fold(one.institution)


def key_of_ruling(ruling: Ruling) -> Key:
    """The row that a ruling names, folded alike."""
    return fold(ruling.department), fold(ruling.country), fold(ruling.institution)


def worded(value: object) -> str:
    """A value as the CSV of agreements has it."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def digest(*parts: str) -> str:
    """A short name made of what it names."""
    return blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()

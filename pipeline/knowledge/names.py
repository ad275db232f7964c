"""Which country or zone a label names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .compounds import parts_of
from .fold import has_ideographs, key
from .lexicon import Lexicon

_MARKS = r"*※♦◆◇◊★☆⋆∗⁎●○■□▲△▼▽†‡§#•·・°⁑¹²³⁴-⁹⁰⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱ_:;,，、："
_AROUND = re.compile(rf"^[\s{_MARKS}\-–—]+|[\s{_MARKS}\-–—]+$")
_COUNTER = "(?:件|校|大学|機関|協定|[かヶカケ]国|개교?|건|곳|개 대학|대학|교|个?项|所|個?校|家)"
NUMBER = r"(?:n(?:[.°º]|[ro]\.?|um\.)|№)"  # `n. 14 accordi`, `Nr. 3 Abkommen`, `(n. 21)`
_SAID = rf"(?:\w{{1,12}}\.?\s?[:=：]\s?|[共全計计合총]{{1,2}}\s?|(?i:{NUMBER})\s?)?"  # (n = 14), （共46所）
_COUNTED = r"\s+[^\W\d]{3,}(?:\s[^\W\d]+)?"  # 14 universities, 3 accords signés
_COUNTRIES = r"(?:\d{1,3}\s?[^\W\d]{1,12}(?:\s?[,，、;；/／·–—-]\s?|\s|(?<=[国國국])))?"  # (5 countries, 14 places)
_NUMBER = r"(?:\d{1,3}|1[0-7]\d\d)"  # but no year: `Jadara University (2016)`
_COUNT = re.compile(
    rf"^(.*?)\s*(?:[(\[（【［<〈]\s*{_SAID}{_COUNTRIES}({_NUMBER}|\d{{1,3}}{_COUNTED})\s*{_COUNTER}?\s*[)\]）】］>〉]"
    rf"|[:：\s]\s?({_NUMBER})\s?{_COUNTER})$"
)
_TAIL = re.compile(rf"^(.*?)(?:\s+[–—-]\s*|\s*[:：]\s*)(\d{{1,3}})(?:{_COUNTED})?$")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[A-Z])\s*[.)]\s+")
_TWICE = re.compile(r"^([^()（）/／]+?)\s*(?:[(（]\s*([^()（）]+?)\s*[)）]|[/／]\s*([^()（）/／]+))$")
_BRACKETED = re.compile(r"[〔【［\[〈《<＜]\s*(.+?)\s*[〕】］\]〉》>＞]")
_CODED = re.compile(r"(.*\S)\s*[(\[]([A-Z]{2})[)\]]")
_REMARK = re.compile(r"(?<=\w)\s*[(（][^()（）\d]+[)）]\s*$")  # `Europe (hors Erasmus+)`
_LONGEST_HEADING = 60  # characters
_LONGEST = 8  # tokens: "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord" has seven


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of the world: its M49 code or the nearest one, and the countries printed under it; `told` says that it is
    called by them, `Serbia and Montenegro`, as one country may be."""

    name: str
    m49: str
    countries: frozenset[str]
    told: bool = False


@lru_cache(maxsize=1 << 14)
def count_of(label: str) -> tuple[str, int | None]:
    """The label without a trailing printed count, and the count: "Chine (14)" and "Chine (14):" are ("Chine", 14)."""
    found = _COUNT.match(label.rstrip(" :：").lstrip())
    if found is None or not found[1].strip():
        return label.strip(), None
    return found[1].strip(), int((found[2] or found[3]).split()[0])


def tail_count(label: str) -> tuple[str, int | None]:
    """`count_of`, or a count that a dash or a colon parts from what is surely a label: "Chine – 14", "Asia: 3
    agreements". The names of partners may end so too: "Université Paris – 13"."""
    name, count = count_of(label)
    found = _TAIL.match(name) if count is None else None
    return (found[1].strip(), int(found[2])) if found and found[1].strip() else (name, count)


@lru_cache(maxsize=1 << 15)
def country(lexicon: Lexicon, text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country or territory that the WHOLE text names, in any language; its code may
    stand in brackets behind it, `Finnland (FI)`."""
    coded = _CODED.fullmatch(text)
    if coded and _named(lexicon, coded[1], lexicon.countries.get) == coded[2]:
        return coded[2]
    return _named(lexicon, text, lexicon.countries.get)


@lru_cache(maxsize=1 << 13)
def zone(lexicon: Lexicon, text: str) -> Zone | None:
    """The zone, or the zones together, that the WHOLE text names, in any language; what brackets behind it say does not
    change it."""
    bare = _REMARK.sub("", text)
    found = _one_zone(lexicon, text) or _one_zone(lexicon, bare) or _several_zones(lexicon, bare)
    return found or _one_zone(lexicon, _without_kind(lexicon, bare))


def is_spelt(lexicon: Lexicon, text: str) -> bool:
    """Whether the text stands among the names of countries with the letter that opens it: `R. D. Congo` is no fourth
    Congo of a list."""
    return lexicon.countries.get(key(count_of(text)[0])) is not None


def _without_kind(lexicon: Lexicon, text: str) -> str:
    """大洋洲地區 without the word for what it is, 地區; '' where there is none."""
    bare = count_of(_AROUND.sub("", text))[0]
    return next((bare[: -len(word)].rstrip() for word in _kinds(lexicon) if bare.endswith(word) and bare != word), "")


@lru_cache(maxsize=4)
def _kinds(lexicon: Lexicon) -> tuple[str, ...]:
    """The words for a zone in writing without spaces: 地區, 地域, 지역."""
    words = {word for one in lexicon.languages.values() for word, role in one.headings.items() if role == "zone"}
    return tuple(sorted(word for word in words if len(word) == 2 and has_ideographs(word)))


def _one_zone(lexicon: Lexicon, text: str) -> Zone | None:
    found = _named(lexicon, text, lexicon.zones.get)
    if found is None:
        return None
    return Zone(found, lexicon.nearest.get(found, found), lexicon.zone_countries.get(found, frozenset()))


def _several_zones(lexicon: Lexicon, text: str) -> Zone | None:
    """`Africa & the Middle East`: the countries of both; `Australia and New Zealand`, in one zone of the world."""
    if len(text) > _LONGEST_HEADING:
        return None
    bare = count_of(_AROUND.sub("", text))[0]
    parts = parts_of(
        lexicon, bare, lambda part: bool(_one_zone(lexicon, part)), lambda part: bool(country(lexicon, part))
    )
    zones = [found for part in parts if (found := _one_zone(lexicon, part))]
    codes = {code for part in parts if not _one_zone(lexicon, part) and (code := country(lexicon, part))}
    if country(lexicon, text):
        return None
    if not zones:
        return _of_countries(lexicon, codes)
    known = all(one.countries for one in zones)
    countries = frozenset().union(codes, *(one.countries for one in zones)) if known else frozenset()
    return Zone("+".join(one.name for one in zones), zones[0].m49, countries)


def _of_countries(lexicon: Lexicon, codes: Collection[str]) -> Zone | None:
    around = {zone_code(lexicon, code) for code in codes}
    (code,) = around if len(around) == 1 and len(codes) > 1 else (None,)
    return Zone("+".join(sorted(codes)), code, frozenset(codes), True) if code else None


def zone_code(lexicon: Lexicon, country_code: str) -> str | None:
    """The UN M49 code of the zone that a country lies in: 002, 142, 150, 009, 021, 419 or 010."""
    return lexicon.country_zone.get(country_code)


def country_prefix(lexicon: Lexicon, tokens: Sequence[str]) -> tuple[int, str] | None:
    """How many leading tokens are at most one country's name with its count, and its code.

    It does not look at what follows: "Georgia Institute of Technology" begins with Georgia.
    """
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        if found := country(lexicon, " ".join(tokens[:length])):
            return length, found
    return None


def zone_prefix(lexicon: Lexicon, tokens: Sequence[str]) -> tuple[int, Zone] | None:
    """How many leading tokens are at most one zone's name with its count, and the zone."""
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        if found := zone(lexicon, " ".join(tokens[:length])):
            return length, found
    return None


def _named(lexicon: Lexicon, text: str, look_up: Callable[[str], str | None]) -> str | None:
    if len(text) > 120:  # no name of a country is, and a page of text would be folded in vain
        return None
    bare = _AROUND.sub("", count_of(_AROUND.sub("", text))[0])
    bare = whole[1] if (whole := _BRACKETED.fullmatch(bare)) else bare
    for candidate in (bare, _NUMBERING.sub("", bare)):
        name = key(candidate)
        if found := look_up(name) or look_up("" if _goes_on(lexicon, bare) else _without_article(lexicon, name)):
            return found
    return _named_twice(bare, look_up)


def _goes_on(lexicon: Lexicon, text: str) -> bool:
    """Whether the text is the rest of a name: `de México`; `De Filipijnen` is a country with its article."""
    first = text.partition(" ")[0]
    return first.islower() and first in lexicon.of


def _named_twice(text: str, look_up: Callable[[str], str | None]) -> str | None:
    """What both parts of the text name: "Allemagne / Germany", 米国（アメリカ）, "Russland (Russische Föderation)"."""
    parts = _TWICE.match(text)
    if parts is None:
        return None
    first, second = look_up(key(parts[1])), look_up(key(parts[2] or parts[3]))
    return first if first == second else None


def _without_article(lexicon: Lexicon, name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in lexicon.articles or first in lexicon.elisions else ""

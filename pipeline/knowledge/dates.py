"""Dates of editions and years of agreements, in Western and East Asian writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from .fold import key
from .lexicon import Lexicon

# First year of an era less one, and its letter on forms ("H16"): government of Japan.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
_ERA_LETTERS = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}
_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})\s*(元|\d{{1,3}})\s*年?")
_LETTER_YEAR = re.compile(r"\b([mtshr])\s?\.?(\d{1,2})(?=\b|年)", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*度?(?:\s*(\d{1,2})\s*[月월])?(?:\s*(\d{1,2})\s*[日일])?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s*([./-])\s*(\d{1,2})(?:\s*\2\s*(\d{1,4}))?(?!\d)")
_ORDINAL = re.compile(r"^(\d{1,2})(?:er|re|st|nd|rd|th|o|a|e|eme|d|η)?$")
_LETTER_DAY = re.compile(r"\b([^\W\d])(\d)\b")  # "k 1. květnu", which a key draws together as initials
_SAME_YEAR = re.compile(r"(\d{4})\s*[年년]?\s*[(\[]\1[年년]?[)\]]")
_WORDED = re.compile(r"^(\D*?)[\s:：]*(\d{4})(?:\s?[^\W\d_]{1,2})?\.?$")
_BETWEEN = re.compile(r"[\s,;/、；]+")
_FIRST_YEAR, _LAST_YEAR = 1850, 2100
_LAST_SHORT = 49  # of years in two figures of this century
_LONGEST = 80  # characters


@lru_cache(maxsize=1 << 12)
def as_of(lexicon: Lexicon, text: str, languages: tuple[str, ...] = ()) -> str | None:
    """The ISO 8601 date (`2008-06`, `2012-05-01`) of a line that is a date and as-of wording at most.

    A day and month that may be swapped (05/04/2012) leave the year alone. A year alone needs the wording. A month's
    name is read in `languages`, those of the edition, first: `listopad` is November in Polish, October in Croatian.
    """
    if len(text) > _LONGEST or not any(letter.isdigit() or letter == "元" for letter in text):
        return None
    plain = unicodedata.normalize("NFKC", text).strip(" ()[]【】*※.:•・-")
    return (
        _east_asian(lexicon, _in_western_years(plain)) or _numeric(lexicon, plain) or _spelt(lexicon, plain, languages)
    )


@lru_cache(maxsize=1 << 12)
def year(lexicon: Lexicon, text: str) -> int | None:
    """The year of a cell that holds a year or a date and nothing else: "1982", "平成16年", "２００４"; words that head
    years and the abbreviation of "year" may stand beside it: "seit 1993", "2006 г."."""
    if len(text) > _LONGEST:
        return None
    plain = _without_same_year(_in_western_years(unicodedata.normalize("NFKC", text))).strip(" ().*※年년")
    if re.fullmatch(r"\d{4}", plain):
        return _valid_year(int(plain))
    if (dated := as_of(lexicon, text)) is not None:
        return int(dated[:4])
    if (begun := _EAST_ASIAN.match(plain)) and _heads_years(lexicon, plain[begun.end() :]):
        return _valid_year(int(begun[1]))
    found = _WORDED.match(plain)
    return _valid_year(int(found[2])) if found and _heads_years(lexicon, found[1]) else None


def _without_same_year(text: str) -> str:
    """A year that brackets say again, once: `2002（民國91年）`."""
    return _SAME_YEAR.sub(r"\1", text)


def _heads_years(lexicon: Lexicon, words: str) -> bool:
    return not words or any(one.headings.get(key(words)) == "year" for one in lexicon.languages.values())


def years(lexicon: Lexicon, text: str) -> tuple[int, ...]:
    """The years of a cell that holds years and nothing else, `1998 2003` beside two names; () for other cells."""
    whole = year(lexicon, text)
    found = (whole,) if whole else tuple(year(lexicon, word) for word in _BETWEEN.split(text.strip()))
    return tuple(one for one in found if one) if all(found) else ()


def _in_western_years(text: str) -> str:
    """Years of Japanese eras as Western ones: 平成16年 is 2004年, 令和元年 is 2019年."""

    def western(found: re.Match[str]) -> str:
        count = 1 if found[2] == "元" else int(found[2])
        return f"{_ERAS[found[1]] + count}年"

    def western_letter(found: re.Match[str]) -> str:
        return f"{_ERA_LETTERS[found[1].lower()] + int(found[2])}"

    return _LETTER_YEAR.sub(western_letter, _ERA_YEAR.sub(western, text))


def _east_asian(lexicon: Lexicon, text: str) -> str | None:
    found = _EAST_ASIAN.search(text)
    if found is None or not _is_wording(lexicon, text[: found.start()] + " " + text[found.end() :]):
        return None
    around = key(text[: found.start()] + text[found.end() :])
    return _iso(found[1], found[2], found[3]) if found[2] or around else None


def _numeric(lexicon: Lexicon, text: str) -> str | None:
    found = _NUMERIC.search(text)
    if found is None or not _is_wording(lexicon, text[: found.start()] + " " + text[found.end() :]):
        return None
    first, dot, second, third = found.groups()
    if len(first) == 4:
        return _iso(first, second, third)
    around = key(text[: found.start()] + text[found.end() :])
    if third is not None and len(third) == len(second) == 2 and (around or dot == "."):  # `Situazione al 11/08/23`
        third = f"{19 if int(third) > _LAST_SHORT else 20}{third}"
    if third is None or len(third) != 4:
        return None
    if int(first) > 12 or dot == ".":  # only countries that write the day first use dots
        return _iso(third, second, first)
    if int(second) > 12:
        return _iso(third, first, second)
    return _iso(third, second, first) if first.lstrip("0") == second.lstrip("0") else _iso(third, None, None)


def _spelt(lexicon: Lexicon, text: str, languages: tuple[str, ...]) -> str | None:
    words = tuple(_whole_months(lexicon, _LETTER_DAY.sub(r"\1 \2", key(text)).split()))
    months = {_month(lexicon.months[word], languages) for word in words if word in lexicon.months}
    numbers = [found[1] for word in words if (found := _ORDINAL.match(word))]
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    rest = [word for word in words if word not in lexicon.months and word not in years and not _ORDINAL.match(word)]
    if len(years) != 1 or len(numbers) > 1 or len(months) > 1 or not _are_wording(lexicon, rest):
        return None
    if months:
        return _iso(years[0], str(*months), numbers[0] if numbers else None)
    return _iso(years[0], None, None) if rest and not numbers else None


def _whole_months(lexicon: Lexicon, words: Sequence[str]) -> Iterator[str]:
    """The words, months of two words put together: `tháng 6` is June."""
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        yield pair if pair in lexicon.months else words[at]
        at += 2 if pair in lexicon.months and pair != words[at] else 1


def _month(named: Mapping[str, int], languages: tuple[str, ...]) -> int:
    own = [named[code] for code in languages if code in named]
    return next(iter((*own, *named.values())))


def _is_wording(lexicon: Lexicon, text: str) -> bool:
    return _are_wording(lexicon, key(text).split())


def _are_wording(lexicon: Lexicon, words: Sequence[str]) -> bool:
    return all(word in _date_words(lexicon) for word in words)


@lru_cache(maxsize=4)
def _date_words(lexicon: Lexicon) -> frozenset[str]:
    """What may stand beside a date: "as of", in any language."""
    phrases = (phrase for language in lexicon.languages.values() for phrase in language.notes["as_of"])
    small = lexicon.prepositions | lexicon.articles | lexicon.elisions
    return small | {word for phrase in phrases for word in phrase.split()}


def _iso(year_text: str, month: str | None, day: str | None) -> str | None:
    """The date in ISO 8601, None where there is no such day."""
    if _valid_year(int(year_text)) is None:
        return None
    try:
        whole = date(int(year_text), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7] if month else whole[:4]


def _valid_year(number: int) -> int | None:
    return number if _FIRST_YEAR <= number <= _LAST_YEAR else None

"""Labels in the line of the name: `CHINA (14) Nanjing University`, `Asia India IIT Delhi`, `KAIST, Korea`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.lists.years import lead_words, leads_at, year_at
from pipeline.clean.names.edges import links
from pipeline.clean.parts import Role
from pipeline.clean.subwords import without_end
from pipeline.knowledge import Lexicon
from pipeline.records import Word

_COUNT = re.compile(r"^[(（\[]\s*[\d０-９]+\s*[)）\]][:：]?$")
_DASH = frozenset(("-", "–", "—", ":", "：", "・", "|"))
_JOINT = "・"  # parts a label from a name, and the parts of a name: `エジプト・日本科学技術大学`
_COMMAS = ",，、;；"
_SHARE = 0.3
_FEW = 3
_WORLD = "001"

Run = tuple[Role, tuple[Word, ...]]


@dataclass(frozen=True, slots=True)
class Habit:
    """Whether the edition prints labels before or after the name on every line, labels told by their marks before some,
    and years at its end, behind the words `leads`."""

    before: bool = False
    after: bool = False
    marked: bool = False
    years: bool = False
    leads: frozenset[str] = frozenset()


def habit(lines: Iterable[Sequence[str]], headings: int, named: bool, lexicon: Lexicon) -> Habit:
    """Judge over all lines; `headings` counts the lines that hold a label alone, `named` says that a line of headings
    ("Department Area Country Institution") tells what every line holds."""
    several = [tokens for tokens in lines if len(tokens) > 1]
    if len(several) < _FEW:
        return Habit(before=named)
    opened = [(tokens, size) for tokens in several if 0 < (size := _label_at(tokens, 0, lexicon)[0]) < len(tokens)]
    opened = [(tokens, size) for tokens, size in opened if not _is_heading(tokens, size, lexicon)]
    marked = sum(_is_marked(tokens, 0, size) for tokens, size in opened)
    plain = len(opened) - marked
    # Marks tell labels then: `Fiji (2) University of Fiji`, and below it a name, `Fiji National University`.
    told = marked >= _FEW and marked > plain
    before = 0 if told else len(opened) + sum(_department(tokens, lexicon) > 0 for tokens in several)
    after = sum(_suffix(tokens, lexicon) > 0 for tokens in several)
    years, leads = lead_words(several)
    return Habit(
        named or before > max(headings, _SHARE * len(several)),
        not headings and after > 0.5 * len(several),
        told,
        years > 0.25 * len(several),
        leads,
    )


def _is_heading(tokens: Sequence[str], size: int, lexicon: Lexicon) -> bool:
    """A label with its count behind it, `Macau    1`, `Japan    8 schools`: it opens no line of a name."""
    return not any(map(str.isalpha, "".join(tokens[size:]))) or is_label(" ".join(tokens), lexicon)


def split_labels(words: tuple[Word, ...], known: Habit, lexicon: Lexicon) -> tuple[Run, ...]:
    """The runs of a line with their roles; one run of role `institution` where no label stands in it."""
    tokens = [word.text for word in words]
    if known.after and (size := _suffix(tokens, lexicon)):
        return *name_runs(without_end(words[:-size], _COMMAS), known), ("country", words[-size:])
    runs: list[Run] = []
    at = _department(tokens, lexicon) if known.before else 0
    if at:
        runs.append(("department", words[:at]))
    while at < len(words):
        size, role = _label_at(tokens, at, lexicon)
        if not size or not (known.before or _is_marked(tokens, at, size)):
            break
        if any(kind in (role, "country") for kind, _ in runs) or (at + size == len(words) and not runs):
            break
        runs.append((role, words[at : at + size]))
        at += size
    return (*runs, *name_runs(words[at:], known))


def name_runs(words: tuple[Word, ...], known: Habit) -> tuple[Run, ...]:
    """The name, and the year where the edition prints one at line ends."""
    tokens = [word.text for word in words]
    year = year_at(tokens) if known.years and len(words) > 1 else None
    if year is None:
        return (("institution", words),) if words else ()
    first = leads_at(tokens, year, known.leads)
    runs: tuple[Run, ...] = (
        ("institution", without_end(words[:first], _COMMAS) if first else ()),
        ("furniture", words[first:year]),
        ("year", words[year:]),
    )
    return tuple(run for run in runs if run[1])


def is_led_to_year(words: tuple[Word, ...], known: Habit) -> bool:
    """Whether a line closes as the list's entries do, with the words and the year: no sentence, `umowa z 2015 r.`"""
    tokens = [word.text for word in words]
    year = year_at(tokens)
    return year is not None and known.years and leads_at(tokens, year, known.leads) < year


def _label_at(tokens: Sequence[str], at: int, lexicon: Lexicon) -> tuple[int, Role]:
    """Length of the label that starts at `at`, its count and a dash included; 0 where none does."""
    options: list[tuple[int, Role]] = []
    zone, country = know.zone_prefix(lexicon, tokens[at:]), know.country_prefix(lexicon, tokens[at:])
    if zone and zone[1].m49 != _WORLD:  # "International College ..." names no zone
        options.append((zone[0], "zone"))
    if country:
        options.append((country[0], "country"))
    if not options:
        return 0, "country"
    size, role = max(options, key=lambda option: (option[0], option[1] == "country"))
    while at + size < len(tokens) and (_COUNT.match(tokens[at + size]) or tokens[at + size] in _DASH):
        size += 1
    return size, role


def _is_marked(tokens: Sequence[str], at: int, size: int) -> bool:
    """Print sets the label off: a count or a dash behind it, or capitals where the name has none."""
    label, rest = tokens[at : at + size], tokens[at + size :]
    counted = _COUNT.match(label[-1]) or know.count_of(label[-1])[1] is not None  # `CHINA (14)`, `南非（４）`
    if counted or label[-1] in _DASH - {_JOINT} or label[-1].endswith((":", "：")):
        return True
    capitals = all(token.isupper() for token in label) and sum(map(len, label)) > 3
    return capitals and any(token.islower() or token.istitle() for token in rest)


def _department(tokens: Sequence[str], lexicon: Lexicon) -> int:
    """Length of a department before the first label, told by its count or by a zone and a country behind it."""
    if _label_at(tokens, 0, lexicon)[0]:
        return 0
    for at in range(1, len(tokens) - 1):
        size, role = _label_at(tokens, at, lexicon)
        unit = know.is_unit(lexicon, " ".join(tokens[:at])) and not links(tokens[at - 1])
        if size and (
            _COUNT.match(tokens[at - 1]) or ((role == "zone" or unit) and _followed(tokens, at, size, role, lexicon))
        ):
            return at
    return 0


def _followed(tokens: Sequence[str], at: int, size: int, role: Role, lexicon: Lexicon) -> bool:
    """A zone wants a country behind it; a country wants a name."""
    return (role == "country" and at + size < len(tokens)) or _label_at(tokens, at + size, lexicon)[0] > 0


def _suffix(tokens: Sequence[str], lexicon: Lexicon) -> int:
    """Length of a country at the end of a line, after a comma or in brackets."""
    for size in range(1, min(5, len(tokens))):
        tail = " ".join(tokens[-size:])
        bracketed = tail[0] in "(（" and tail[-1] in ")）"
        if (bracketed or tokens[-size - 1].endswith((",", "，", "、", ";", "-", "–", "—"))) and know.country(
            lexicon, tail.strip("()（）")
        ):
            return size
    return 0

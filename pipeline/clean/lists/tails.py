"""Values behind a name: `(2004, e)`, `（1998年3月締結）`, `[D REGENSB01]`, `, 2017 ✔`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pipeline import knowledge as know
from pipeline.clean.normalise import tail_mark
from pipeline.clean.parts import Labelled, Part
from pipeline.clean.subwords import sliced, split_before, without_end
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Word

_OPENS, _CLOSES = "(（[［", ")）]］"
_SQUARE = "[［"
_PARTS, COMMAS = ",，、;；", ",，"
_STOPS = ".。"
_LONGEST = 6  # words in the brackets
_YEAR = re.compile(r"\d{4}[年년]?")
_CODE = re.compile(r"^(?=.*\d)[A-Z]{1,3}[ -]?[A-Z0-9-]{3,}$")  # of a place of the Erasmus programme, `E ALCAL-H01`
MARK, CODE, LEAD = "mark", "code", "lead"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tail:
    """A line's words: the name, a mark behind its values with it, and each value with its kind, `year`, `mark` or
    `code`, or `lead` for what says nothing but that a year follows."""

    name: tuple[Word, ...]
    values: tuple[tuple[str, tuple[Word, ...]], ...]


def tail(words: tuple[Word, ...], lexicon: Lexicon) -> Tail | None:
    """The line with the values behind its name apart, None where none stands there."""
    bare, sign = _without_sign(words)
    found = _bracketed(bare, lexicon) or _behind_comma(bare, lexicon)
    return Tail((*found.name, *sign), found.values) if found else None


def _without_sign(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words, and the mark behind them, that may touch the last one: `(1994)♦`."""
    sign = len(tail_mark(words[-1].text)) if words else 0
    at = len(words[-1].text) - sign if sign else 0
    if not sign or (not at and len(words) == 1):
        return words, ()
    last = (sliced(words[-1], 0, at),) if at else ()
    return (*words[:-1], *last), (sliced(words[-1], at, at + sign),)


def _bracketed(words: tuple[Word, ...], lexicon: Lexicon) -> Tail | None:
    """Values in brackets, a year or a code among them."""
    if not words or not words[-1].text.rstrip(_STOPS).endswith(tuple(_CLOSES)):
        return None
    for at in range(len(words) - 1, max(-1, len(words) - 1 - _LONGEST), -1):
        if any(mark in words[at].text for mark in _OPENS):
            head, opened = split_before(words[at], _OPENS)
            values = tuple(_values((opened, *words[at + 1 :]), lexicon))
            told = all(kind for kind, _ in values) and any(kind != MARK for kind, _ in values)
            return Tail((*words[:at], *head), values) if told else None
    return None


def _values(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[tuple[str, tuple[Word, ...]]]:
    """The values between commas with their kinds, "" for what is none."""
    held: tuple[Word, ...] = ()
    for i, word in enumerate(words):
        held = (*held, word)
        if i + 1 == len(words) or word.text.endswith(tuple(_PARTS)):
            yield _kind(held, words[0].text.startswith(tuple(_SQUARE)), lexicon), held
            held = ()


def _kind(words: tuple[Word, ...], square: bool, lexicon: Lexicon) -> str:
    said = text(words)
    if know.year(lexicon, said) is not None:
        return "year"
    if len(said) == 1 or tail_mark(said) == said:
        return MARK
    return CODE if square and _CODE.match(said) else ""


def _behind_comma(words: tuple[Word, ...], lexicon: Lexicon) -> Tail | None:
    """A year behind a comma: `Universität Zürich, 2020`."""
    if len(words) < 2 or words[-2].text[-1] not in COMMAS or not know.year(lexicon, words[-1].text):
        return None
    return Tail(without_end(words[:-1], COMMAS), (("year", words[-1:]),))


def text(words: tuple[Word, ...]) -> str:
    """A value as it is printed, without brackets around it and commas behind it; no line break parts a year,
    `（２０ / ２３）`."""
    said = " ".join(word.text for word in words).strip(_OPENS + _CLOSES + _PARTS + _STOPS + " ")
    whole = said.replace(" ", "")
    return whole if _YEAR.fullmatch(whole) else said


def tail_of(lines: Sequence[Line], lexicon: Lexicon) -> Tail | None:
    """The values behind the last name, `(1990)`."""
    words = tuple(word for line in lines for word in line.words)
    found = tail(words, lexicon)
    if found is None and len(words) > 1 and know.year(lexicon, words[-1].text) is not None:
        found = Tail(words[:-1], (("year", words[-1:]),))
    return found if found and found.name else None


def put_behind(
    rows: Iterable[Labelled], values: Mapping[int, T], parts_of: Callable[[T, int], Iterable[Part]], closed: bool
) -> Iterator[Labelled]:
    """The labelled rows with parts for the values that each row printed; a row that goes on with the one above has its
    values for it. `closed` says that values close nearly all names."""
    left = dict(values)
    found: list[Labelled] = []
    owner = 0
    for row in rows:
        found.append(row)
        owner = len(found) - 1 if row.parts else owner
        if (one := left.pop(row.entry.index, None)) is not None:
            above = found[owner]
            parts = (*above.parts, *parts_of(one, above.entry.index))
            found[owner] = replace(above, parts=parts, closed=closed or above.closed)
    yield from found


def value_parts(found: Tail, row: int) -> Iterator[Part]:
    """The values as parts of a row."""
    for kind, words in found.values:
        said = text(words)
        if kind == "year":
            yield Part("year", row, (Line(words),), said)
        elif kind == LEAD:
            yield Part("furniture", row, (Line(words),), said)
        else:
            yield Part("extra", row, (Line(words),), said, name=kind)

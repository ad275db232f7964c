"""Names and their places become agreements, with a row in `repairs` for whatever differs from the print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from pipeline import knowledge as know
from pipeline.clean.align.align import Alignment
from pipeline.clean.align.counts import Margin
from pipeline.clean.align.places import Place
from pipeline.clean.names.naming import Change, Name, stray, value
from pipeline.clean.normalise import surely_stray
from pipeline.clean.parts import Part
from pipeline.clean.rows.review import Doubt, column_doubt, department_doubt, doubts, lack_doubt, ocr_doubt, stray_doubt
from pipeline.clean.rows.values import extras_of, waiver, year
from pipeline.knowledge import Lexicon
from pipeline.records import Level, Word

_NEAR = 6.0  # nats: a runner-up further behind is not worth a word


@dataclass(frozen=True, slots=True)
class Draft:
    """An agreement in the making: the values and what was done to get them."""

    level: Level
    place: Place
    words: tuple[Word, ...]
    institution: str
    department: str | None
    year: int | None
    waiver: bool | None
    as_of: str | None
    extras: Mapping[str, str]
    values: tuple[Word, ...]
    changes: tuple[Change, ...]
    doubts: tuple[Doubt, ...]
    confidence: float
    row: int
    runner_up: str | None = None
    twins: tuple[tuple[Word, ...], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Context:
    """What a section knows for all of its rows; `asked` are those of tables with a column for the waiver."""

    level: Level
    dates: Mapping[int, str]
    mark: str | None
    crossed: bool
    asked: frozenset[int]
    vocabulary: frozenset[str]
    languages: tuple[str, ...]
    values: Mapping[int, tuple[Part, ...]]
    behind: Mapping[int, tuple[Part, ...]]
    institutions: Mapping[int, tuple[Part, ...]]
    notes: Mapping[str, str]
    review_margin: float
    guessed: frozenset[int]


def draft(
    name: Name,
    rows: tuple[int, ...],
    own: range,
    cell: str,
    alignment: Alignment,
    margin: Margin,
    context: Context,
    lexicon: Lexicon,
) -> Draft:
    """The draft of one name that stands in `rows`; `own` are its units in the alignment, `cell` the print that it
    shares with other names, `margin` the nats by which its cutting is ahead of the next best."""
    place = alignment.places[alignment.reading.owner[own.start]]
    printed = alignment.places[alignment.printed[own.start]]
    note = context.notes.get(name[-1].text, "") if len(name) > 1 else ""
    found = value(name[:-1] if note else name, len(rows), cell, context.mark, context.vocabulary)
    text, signs = found.text, found.signs
    changes = (*found.changes, *((_footnote(name, text, note),) if note else ()))
    values = _values(rows, own, context)
    fit = know.evidence(lexicon, text, place.code, context.languages) if place.code else 0.0
    rival, behind = min((alignment.rivals[unit] for unit in own), key=lambda rival: rival[1])
    moved = () if place is printed else tuple(_moved(text, place, printed, context, lexicon))
    runner = alignment.places[rival] if rival is not None else None
    level, department = _level(context.level, _department(place, values), lexicon)
    return Draft(
        level,
        place,
        tuple(token.word for token in name),
        text,
        department,
        year(values, lexicon),
        waiver(values, signs, context.mark, context.crossed, rows[0] in context.asked, lexicon),
        context.dates.get(rows[0]),
        extras_of(values, signs, context.mark, context.crossed, lexicon) | ({"note": note} if note else {}),
        tuple(word for part in values for word in part.words),
        (*_shifts(rows[0], place, context), *changes, *moved),
        (
            *(column_doubt(part.asks) for part in context.institutions.get(rows[0], ()) if part.asks),
            *(lack_doubt(part.lacks) for part in context.institutions.get(rows[0], ()) if part.lacks),
            *(department_doubt(department, lexicon) if level == "department" else ()),
            *(ocr_doubt() for row in rows[:1] if row in context.guessed),
            *(stray_doubt(word) for word in _guessed_strays(name, lexicon)),
            *doubts(
                text, place, fit, runner, behind, margin, bool(cell), context.review_margin, context.languages, lexicon
            ),
        ),
        _confidence(min(alignment.reading.probability[i] for i in own) if runner else 1.0, margin.ahead, fit),
        rows[0],
        runner_up=_next_best(place, printed, runner, behind),
    )


def _level(level: Level, department: str | None, lexicon: Lexicon) -> tuple[Level, str | None]:
    """A column of departments may say that an agreement is none of theirs: `校級`, `University-wide`."""
    wide = department is not None and know.level_of_title(lexicon, department) == "university"
    return ("university", None) if wide else (level, department)


def _values(rows: Sequence[int], own: range, context: Context) -> list[Part]:
    """What stands behind the name's cells where rows run several on, else beside it in its rows."""
    if any(unit in context.behind for unit in own):
        return [part for unit in own for part in context.behind.get(unit, ())]
    return [part for row in rows for part in context.values.get(row, ())]


def _guessed_strays(name: Name, lexicon: Lexicon) -> Iterator[str]:
    for token in name:
        if (letter := stray(token)) and not surely_stray(letter + token.text, lexicon):
            yield letter + token.text


def _footnote(name: Name, text: str, note: str) -> Change:
    return Change("footnote", "institution", f"{text} {name[-1].text}", text, f"The footnote is: {note}")


# Where it stands


def _department(place: Place, values: Sequence[Part]) -> str | None:
    own = next((part.text for part in values if part.role == "department"), None)
    return own or (place.department.text if place.department else None)


def _shifts(row: int, place: Place, context: Context) -> Iterator[Change]:
    for part in (
        *context.institutions.get(row, ()),
        *(p for p in (place.department, place.zone, place.country) if p),
    ):
        if part.shifted and part.row == row:
            yield Change(
                "shifted_cell",
                part.role,
                f"column {part.column + 1}",
                part.role,
                f"“{part.text}” reads as {part.role}, and the order of the row's cells agrees.",
            )


def _moved(text: str, place: Place, printed: Place, context: Context, lexicon: Lexicon) -> Iterator[Change]:
    why = "; ".join(_says(text, place, context, lexicon)) or "the names before and after it have slipped by as much"
    for role in ("department", "zone", "country"):
        before, after = label_of(printed, role), label_of(place, role)
        if before != after:
            yield Change("moved_label", role, before, after, f"Printed beside “{before}”. {why[0].upper()}{why[1:]}.")


def label_of(place: Place, role: str) -> str:
    part: Part | None = getattr(place, role)
    return part.text if part else ""


def _says(text: str, place: Place, context: Context, lexicon: Lexicon) -> Iterator[str]:
    for clue in know.clues(lexicon, text, context.languages):
        if place.code and clue.weights.get(place.code, 0.0) > 0.3:
            yield f"“{clue.words}” in its name speaks of {place.country.text if place.country else place.code}"


def _next_best(place: Place, printed: Place, runner: Place | None, behind: float) -> str | None:
    """The reading to compare with: one that is nearly as likely, or the print's own where a label was moved."""
    if runner is not None and behind < _NEAR:
        return _runner_up(runner)
    return f"{_runner_up(printed)} (as printed)" if printed.key != place.key else None


def _runner_up(place: Place) -> str:
    parts = [label_of(place, role) for role in ("country", "zone", "department")]
    return " · ".join(part for part in parts if part) or "no country"


def _confidence(probability: float, margin: float, fit: float) -> float:
    """The chance that label and cutting are both right; a name that contradicts its country halves it."""
    cutting = 1 / (1 + exp(-min(margin, 30.0)))
    return round(probability * cutting * (0.5 if fit < -2 else 1.0), 4)

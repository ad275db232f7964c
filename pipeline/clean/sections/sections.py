"""Rows under titles: the level of agreements, and the dates and legends that hold for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from pipeline import knowledge as know
from pipeline.clean.normalise import opening, tail_mark
from pipeline.clean.parts import BAND, Labelled, Section
from pipeline.clean.sections import headlines, looks
from pipeline.clean.sections.ordinals import without_ordinals
from pipeline.clean.sections.titles import with_departments
from pipeline.knowledge import Lexicon
from pipeline.records import Level

_ALSO = ("title", "header", "furniture")  # legends stand in a title's brackets, and in heads that run on every page


def sections(rows: Sequence[Labelled], lexicon: Lexicon) -> tuple[Section, ...]:
    """The rows parted where the level changes, each part with its waiver mark."""
    titled = without_ordinals(tuple(looks.asides(tuple(with_departments(rows, lexicon)))))
    titled = _without_lone_department(titled, lexicon)
    return tuple(_section(level, part, lexicon) for level, part in _by_level(titled, lexicon))


def _without_lone_department(rows: tuple[Labelled, ...], lexicon: Lexicon) -> tuple[Labelled, ...]:
    """Under titles of universities alone, one department inside a table that has no column of them is a partner's name:
    `Suffolk County Community College`."""
    found = [part for row in rows for part in row.parts if part.role == "department"]
    levels = {_title_level(row, lexicon) for row in rows} - {None}
    headed = any(row.one("header") and _names_department(row, lexicon) for row in rows)
    if levels != {"university"} or headed or len(found) != 1 or found[0].column != BAND:
        return rows
    name = replace(found[0], role="institution", column=0)
    return tuple(replace(row, parts=tuple(name if part is found[0] else part for part in row.parts)) for row in rows)


def _by_level(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[tuple[Level, tuple[Labelled, ...]]]:
    """A title begins a part; so does the first row with departments, whatever the title says."""
    parts: list[tuple[Level | None, list[Labelled]]] = [(None, [])]
    named, headed = _under_departments(rows, lexicon), headlines.levels(rows, lexicon)
    for row in rows:
        title = _title_level(row, lexicon) or headed.get(row.entry.index)
        if title and title != parts[-1][0]:
            parts.append((title, []))
        if parts[-1][0] == "university" and row.entry.index in named:
            parts.append(("department", []))
        parts[-1][1].append(row)
    for level, part in parts:
        if part:
            yield level or _guess(part), tuple(part)


def _under_departments(rows: Sequence[Labelled], lexicon: Lexicon) -> frozenset[int]:
    """Indices of the rows that name departments, or that one governs whose label stands in the middle of its rows."""
    spans = (part.rows for row in rows for part in row.parts if part.role == "department" and part.rows)
    own = (row.entry.index for row in rows if _names_department(row, lexicon))
    return frozenset((*own, *(index for first, last in spans for index in range(first, last + 1))))


def _names_department(row: Labelled, lexicon: Lexicon) -> bool:
    if row.one("header"):
        return "department" in know.heading_roles(lexicon, [part.text for part in row.parts])
    return row.one("department") is not None


def _title_level(row: Labelled, lexicon: Lexicon) -> Level | None:
    part = row.one("title")
    found = know.level_of_title(lexicon, part.text) if part else None
    return "university" if found == "university" else "department" if found else None


def _guess(rows: Sequence[Labelled]) -> Level:
    """Without a title: agreements of departments are the ones that name departments."""
    return "department" if any(row.one("department") for row in rows) else "university"


def _section(level: Level, rows: tuple[Labelled, ...], lexicon: Lexicon) -> Section:
    return Section(level, rows, waiver_mark=_mark(rows, lexicon))


def _mark(rows: Sequence[Labelled], lexicon: Lexicon) -> str | None:
    """The mark that a legend among the rows explains, `cell` for a column of its own, None where nothing is marked."""
    if any(part.role == "waiver" for row in rows for part in row.parts):
        return "cell"
    notes = [row for row in rows if row.one("note")]
    others = (part.text for row in rows for part in row.parts if part.role in _ALSO)
    texts = (*map(_note, notes), *map(" ".join, _paragraphs(notes)), *others)
    return next((mark for text in texts if (mark := know.waiver_legend(lexicon, text))), None)


def _paragraphs(notes: Sequence[Labelled]) -> Iterator[list[str]]:
    """The lines of each note that runs over several: all but the last are full, or a dump has them in one stretch."""
    held: list[str] = []
    for row, below in zip(notes, [*notes[1:], None], strict=False):
        held.append(_note(row))
        if below is None or row.entry.first != below.entry.first or not _runs_on(row, below):
            yield held
            held = []


def _runs_on(row: Labelled, below: Labelled) -> bool:
    full = row.parts[-1].lines[-1].full
    return below.parts[0].lines[0].gap == 0 if full is None else full


def _note(row: Labelled) -> str:
    return " ".join(part.text for part in row.parts if part.role == "note")


def with_legends(found: Sequence[Section], lexicon: Lexicon) -> tuple[Section, ...]:
    """A legend explains the mark wherever it stands: sections whose names carry it get it too."""
    marks = [section.waiver_mark for section in found if section.waiver_mark not in (None, "cell")]
    return (
        tuple(replace(section, waiver_mark=_mark_of(section, marks[0] or "")) for section in found)
        if marks
        else tuple(found)
    )


def _mark_of(section: Section, mark: str) -> str | None:
    """The mark as the section's names print it: a legend may say `＊` of names with `*`."""
    if section.waiver_mark == "cell":
        return "cell"
    lines = [
        line.text for row in section.rows for part in row.parts if part.role == "institution" for line in part.lines
    ]
    carried = Counter(char for line in lines for char in opening(line) + tail_mark(line))
    if mark.isalnum() and any(mark in tail_mark(line, mark) for line in lines):
        return mark
    alike = [char for char in carried if normalize("NFKC", char) == normalize("NFKC", mark)]
    if mark in carried or not alike:
        return mark if mark in carried else section.waiver_mark
    return max(alike, key=lambda char: carried[char])


def dates(rows: Sequence[Labelled], languages: tuple[str, ...], lexicon: Lexicon) -> dict[int, str]:
    """The date that holds for each row: printed at the foot of its page or table, or at the head where the edition
    prints dates before the first row."""
    noted = ((row.entry.index, know.as_of(lexicon, _note(row), languages)) for row in rows if row.one("note"))
    marks = [(at, date) for at, date in noted if date]
    content = [row.entry.index for row in rows if row.one("institution")]
    if not marks or not content:
        return {}
    head = marks[0][0] < content[0]
    found = {}
    for index in content:
        before = [date for at, date in marks if at < index]
        after = [date for at, date in marks if at >= index]
        found[index] = (before or after)[-1] if head or not after else after[0]
    return found

"""Lists that open each paragraph with its country and run the names on behind it.

`España: Universidad de León; Universidad de Jaén.`, `日本：東京大学、名古屋大学。`, `Spain — Universidad de León`,
`Spain. Universidad de León`: the paragraph is the unit there, and its lines end only where paper does. How the edition
prints them (hanging lines, what parts names, a full stop) is judged over all of its paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.lists.listed import Names, dense, names_of, separator
from pipeline.clean.lists.reach import rights
from pipeline.clean.lists.runon import Print, goes_on, is_heading, print_of, step_of
from pipeline.clean.lists.tails import tail_of, value_parts
from pipeline.clean.notes import has_letters
from pipeline.clean.parts import HEADING, Entry, Part, Role, lines_of
from pipeline.clean.roles import part_of
from pipeline.clean.scheme import Column
from pipeline.clean.subwords import split_behind, without_end
from pipeline.knowledge import Lexicon
from pipeline.records import Cell, Line, Word

_MARKS = ":：—–"
_DASHES = frozenset(("-", "—", "–", ":", "："))
_STOP = "."
_LONGEST = 8  # words of a label
_FEW = 3
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Opening:
    """A line's label, its mark with it, and the words behind it."""

    label: tuple[Word, ...]
    rest: tuple[Word, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A label and the lines of names behind it; `entries` are the rows that hold them, the label's first."""

    opening: Opening
    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]


def opening(line: Line, lexicon: Lexicon) -> Opening | None:
    """The country that opens a line, set off by a colon, a dash or a full stop from the names behind it; the longest
    that its marks leave, `St. Lucia: ...`, `Kongo – Kinshasa (3): ...`."""
    found: Opening | None = None
    for at, word in enumerate(line.words[:_LONGEST]):
        if _is_stopped(word.text) or word.text in _DASHES or any(mark in word.text for mark in _MARKS):
            head, tail = split_behind(word, _MARKS)
            label, rest = without_end((*line.words[:at], head), _STOP), (*tail, *line.words[at + 1 :])
            code = know.country(lexicon, " ".join(one.text for one in label))
            named = any(has_letters(one.text) for one in rest)  # `CAMEROON – 5` is a label alone
            found = Opening(label, rest, code) if code and named else found
    return found


def _is_stopped(text: str) -> bool:
    """A word with a full stop behind it; `U.S.` is an abbreviation."""
    return text.endswith(_STOP) and _STOP not in text[:-1]


def run_in(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, tuple[Part, ...]]:
    """Names behind their label: the parts of each row that opens a paragraph, () for those that it goes on in; nothing
    in other editions."""
    loose = _loose(entries)
    openings = {entry.index: one for entry in loose if (one := _opening_of(entry, lexicon))}
    printed = print_of(loose, openings.keys(), lexicon)
    opens = [entry.index in openings for entry in loose]
    wraps = [not open_ and not is_heading(entry, lexicon) for entry, open_ in zip(loose, opens, strict=True)]
    step, right = step_of(loose, openings.keys(), lexicon), rights(loose, opens, wraps)
    printed = replace(printed, step=step, right=right)
    found = list(_paragraphs(loose, openings, printed, lexicon))
    names = separator([paragraph.lines for paragraph in found], lexicon)
    known = len(openings) >= _FEW and (names is not None or _label_repeats(found))
    return _read(found, names, printed, lexicon) if known else {}


def run_on(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, tuple[Part, ...]]:
    """The same of names that run on in the lines below their label."""
    loose = _loose(entries)
    openings = {entry.index: one for entry in loose if (one := _label_alone(entry, lexicon))}
    below = {two.index for one, two in pairwise(loose) if one.index in openings} - openings.keys()
    printed = print_of([entry for entry in loose if entry.index not in openings], below, lexicon)
    found = [one for one in _paragraphs(loose, openings, printed, lexicon) if one.lines]
    names = separator([paragraph.lines for paragraph in found], lexicon)
    known = len(found) >= _FEW and names is not None and dense([one.lines for one in found], names, lexicon)
    return _read(found, names, printed, lexicon) if known else {}


def _loose(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.block.kind in ("lines", "dump") and entry.row.cells]


def _read(
    found: Sequence[Paragraph], names: Names | None, printed: Print, lexicon: Lexicon
) -> Mapping[int, tuple[Part, ...]]:
    parts: dict[int, tuple[Part, ...]] = {}
    dated = sum(tail_of(one.lines, lexicon) is not None for one in found) > _MOST * len(found)
    for paragraph in found:
        parts |= {entry.index: () for entry in paragraph.entries}
        parts[paragraph.entries[0].index] = tuple(_parts(paragraph, names, printed, dated, lexicon))
    return parts


def _opening_of(entry: Entry, lexicon: Lexicon) -> Opening | None:
    return opening(entry.row.cells[0].lines[0], lexicon) if len(entry.row.cells) == 1 else None


def _label_alone(entry: Entry, lexicon: Lexicon) -> Opening | None:
    words = entry.row.cells[0].words if len(entry.row.cells) == 1 else ()
    code = know.country(lexicon, " ".join(word.text for word in words))
    return Opening(words, (), code) if code else None


def _paragraphs(
    loose: Sequence[Entry], openings: Mapping[int, Opening], printed: Print, lexicon: Lexicon
) -> Iterator[Paragraph]:
    open_: Paragraph | None = None
    for entry in loose:
        if opened := openings.get(entry.index):
            if open_:
                yield open_
            first, *others = entry.row.cells[0].lines
            lines = (replace(first, words=opened.rest), *others) if opened.rest else ()
            open_ = Paragraph(opened, lines, (entry,))
        elif open_ and _belongs(open_, entry, printed, lexicon):
            lines = (*open_.lines, *entry.row.cells[0].lines)
            open_ = replace(open_, lines=lines, entries=(*open_.entries, entry))
        elif open_:
            yield open_
            open_ = None
    if open_:
        yield open_


def _belongs(open_: Paragraph, entry: Entry, printed: Print, lexicon: Lexicon) -> bool:
    """Whether a row goes on with the names of a paragraph, or is the first below a label alone."""
    names = open_.entries if open_.opening.rest else open_.entries[1:]
    return goes_on(names, entry, printed, lexicon) if names else not is_heading(entry, lexicon)


def _label_repeats(found: Sequence[Paragraph]) -> bool:
    """Whether the label stands before each name of a country, so that a paragraph holds one."""
    return sum(one.opening.code == two.opening.code for one, two in pairwise(found)) >= _FEW - 1


def _parts(
    paragraph: Paragraph, names: Names | None, printed: Print, dated: bool, lexicon: Lexicon
) -> Iterator[Part]:
    """`dated` says that a year stands behind names."""
    entry, lines = paragraph.entries[0], paragraph.lines
    yield replace(_part(entry, "country", (Line(paragraph.opening.label),), lexicon), column=HEADING)
    for role, own in names_of(lines, names, printed.stop, lexicon):
        if dated and role == "institution" and (found := tail_of(own, lexicon)):
            yield _part(entry, role, lines_of(found.name, own), lexicon)
            yield from value_parts(found, entry.index)
        else:
            yield _part(entry, role, own, lexicon)


def _part(entry: Entry, role: Role, lines: tuple[Line, ...], lexicon: Lexicon) -> Part:
    cell = entry.row.cells[0]
    return part_of(entry, Cell(cell.column, lines, box=cell.box), Column(role, "", -1), lexicon)

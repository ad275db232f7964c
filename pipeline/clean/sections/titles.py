"""Departments that editions without a column of them print as titles above their lists or tables."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline import knowledge as know
from pipeline.clean.labels import heading_counted, is_label
from pipeline.clean.normalise import label_text, lead_mark, opening
from pipeline.clean.parts import HEADING, Labelled, Part
from pipeline.clean.sections import looks
from pipeline.clean.sections.looks import PARTED, Style, headings, is_alone, is_lone, is_parted, name_styles, style
from pipeline.knowledge import Lexicon

_STOPS = (".", "。")
_SILENT = ("note", "furniture")
_STRONG = 0.6  # of a unit's head noun


def with_departments(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[Labelled]:
    """The rows with their titles that name departments as such."""
    names = name_styles(rows)
    rows = _with_whole_titles(tuple(headings(rows, lexicon)), names, lexicon)
    titles = {i for first, end in _parts(rows) for i in _titles(rows, first, end, names, lexicon)}
    front = {*_front(rows, lexicon), *_caption(rows, names), *_seams(rows, lexicon)} - titles
    for i, row in enumerate(rows):
        if i in titles:
            yield replace(row, parts=tuple(_department(part, lexicon) for part in row.parts))
        elif i in front:
            yield replace(row, parts=tuple(replace(part, role="furniture") for part in row.parts))
        else:
            yield row


def _department(part: Part, lexicon: Lexicon) -> Part:
    text, count = _said(part, lexicon)
    return replace(part, role="department", text=text, count=count, column=HEADING)


def _said(part: Part, lexicon: Lexicon) -> tuple[str, int | None]:
    """What a heading says without its marks and brackets, and its count: `【法学部】（19）`."""
    return heading_counted(label_text(part.lines), lexicon)


def _with_whole_titles(rows: Sequence[Labelled], names: frozenset[Style], lexicon: Lexicon) -> tuple[Labelled, ...]:
    """The rows with lines above a title's last one put to it: `Escola de Pós-Graduação em / Economia`, `Mathematische
    / Fakultät (9)`, `Wydział Pedagogiki i Psychologii / [6]`."""
    found = list(rows)
    for i, (above, below) in enumerate(itertools.pairwise(rows)):
        told = not below.sure and [part.role for part in below.parts] == ["department"]
        alone = is_lone(above) and not below.entry.number
        last = alone and (told or is_lone(below) or _counts(above, below, lexicon))
        if last and style(above.parts[0]) == style(below.parts[0]) not in names and _is_tight(below):
            whole = replace(below.parts[0], lines=(*found[i].parts[0].lines, *below.parts[0].lines))
            found[i] = replace(above, parts=())
            title = replace(above.parts[0], lines=whole.lines, text=label_text(whole.lines))
            joined, number = _department(whole, lexicon) if told else title, found[i].entry.number
            found[i + 1] = replace(below, entry=replace(below.entry, number=number), parts=(joined,))
    return tuple(found)


def _counts(above: Labelled, below: Labelled, lexicon: Lexicon) -> bool:
    """Whether the line below is the count of a title that left it no room."""
    alone = not below.sure and [part.role for part in below.parts] == ["furniture"]
    title, count = heading_counted(above.parts[0].text, lexicon)
    return alone and count is None and heading_counted(f"{title} {below.parts[0].text}", lexicon)[1] is not None


def _is_tight(row: Labelled) -> bool:
    """On paper, no white space parts the line from the one above."""
    line = row.parts[0].lines[0]
    return line.size is not None and line.gap is not None and line.gap < PARTED


def _front(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[int]:
    """Lines above the first title that name nothing: the running head, which one page alone does not tell by
    standing again."""
    for i, row in enumerate(rows):
        if row.one("title"):
            return
        if row.parts and row.parts[0].role not in _SILENT and not is_lone(row):
            return
        if _names_nothing(row, lexicon) and any(other.one("title") for other in rows[i : i + 4]):
            yield i


def _seams(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[int]:
    """Running heads where a part ends and another begins: lines that name nothing between a date and a title."""
    printed = [(i, row) for i, row in enumerate(rows) if row.parts]
    for (_, above), (i, row), (_, below) in zip(printed, printed[1:], printed[2:], strict=False):
        if above.parts[0].role in _SILENT and below.one("title") and _names_nothing(row, lexicon):
            yield i


def _caption(rows: Sequence[Labelled], names: frozenset[Style]) -> Iterator[int]:
    """Lines above all of an edition that stands in tables, set larger than its names: `Register of exchanges, 2023`."""
    first = next((i for i, row in enumerate(rows) if row.sure), 0)
    largest = max((size for _, size in names), default=0)
    above = rows[:first] if all(is_lone(row) or _is_quiet(row) for row in rows[:first]) else ()
    yield from (i for i, row in enumerate(above) if is_lone(row) and style(row.parts[0])[1] > largest > 0)


def _is_quiet(row: Labelled) -> bool:
    return not row.parts or row.parts[0].role in ("title", *_SILENT)


def _parts(rows: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    """Stretches of rows, first and end, from title to title."""
    edges = [0, *(i for i, row in enumerate(rows) if i and row.one("title")), len(rows)]
    yield from itertools.pairwise(edges)


def _titles(rows: Sequence[Labelled], first: int, end: int, names: frozenset[Style], lexicon: Lexicon) -> Iterator[int]:
    """A unit's name alone on a line right above a zone or country, or above a table, where the first content is one."""
    heads = [row for row in rows[first:end] if row.one("department")]
    headed, alike = bool(heads), {style(row.parts[0]) for row in heads if row.parts[0].lines[0].size} - names
    if any(len(row.parts) > 1 for row in heads):
        return
    spoken = (i for i in range(first, end) if (row := rows[i]).parts and row.parts[0].role not in _SILENT)
    content = [i for i in spoken if not rows[i].one("title") and not _is_above_headings(rows, i, lexicon)]
    first_label = next((i for i in content if any(part.role in ("zone", "country") for part in rows[i].parts)), end)
    above = [
        (i, rows[j])
        for i, j in itertools.pairwise(content)
        if _stands(rows[i], rows[j]) and (rows[j].sure or not headed or style(rows[i].parts[0]) in alike)
    ]
    marked = looks.bulleted(rows[first:end])
    likely = [i for i, below in above if _follows(below, lexicon) and _is_named(rows[i], marked, lexicon)]
    told = [i for i in content if rows[i].one("department") and not rows[i].sure]  # by their counts
    off = [i for i, below in above if i in likely and below.sure and style(rows[i].parts[0]) not in names]
    likely = off if off and not headed else likely
    if not told and (not likely or (likely[0] > first_label and not headed and not off)):
        return
    opens = (told or likely)[0]
    look = style(rows[opens].parts[0])
    yield from (
        i
        for i, below in above
        if style(rows[i].parts[0]) == look
        and (i in likely or (look not in names and _follows(below, lexicon)) or (len(likely) > 1 and below.sure))
    )


def _is_named(row: Labelled, marked: bool, lexicon: Lexicon) -> bool:
    """Whether the line names a unit; a weak word does where names have bullets, and the line has none and white space
    above it."""
    part = row.parts[0]
    apart = marked and not opening(part.text) and (part.lines[0].gap or 0.0) >= PARTED
    return _may_be_unit(_said(part, lexicon)[0], lexicon, apart or bool(row.entry.number))


def _is_above_headings(rows: Sequence[Labelled], at: int, lexicon: Lexicon) -> bool:
    """The upper line of a heading of two, `Gültig / bis`, below a unit's name."""
    titled = at > 0 and is_lone(rows[at - 1]) and _may_be_unit(rows[at - 1].parts[0].text, lexicon)
    return titled and at + 1 < len(rows) and _names_nothing(rows[at], lexicon) and bool(rows[at + 1].one("header"))


def _may_be_unit(text: str, lexicon: Lexicon, told: bool = False) -> bool:
    """A unit of one's own: not `College` or `Fakultät` alone, the rest of a name, nor `Faculty of Law, Keio
    University`, nor the end of a sentence, `Office.`, nor a weak word that print does not tell, `Programme Erasmus+`,
    `Atenei convenzionati – Programma Erasmus+`."""
    tokens = text.split()
    starts = know.head_starts(lexicon, tokens)
    opens = bool(starts) and (starts[0].head == 0 or not tokens[starts[0].head - 1][-1].isalnum())
    weak = not told and opens and max(start.strength for start in starts) < _STRONG
    if text.endswith(_STOPS) or weak or _goes_beyond(text, starts):
        return False
    whole = len(text.split()) > 1 or not (know.is_common_word(text) or know.is_bare_head(lexicon, text))
    return know.is_unit(lexicon, text) and whole and None in know.split_unit(lexicon, text)


def _goes_beyond(text: str, starts: Sequence[know.HeadStart]) -> bool:
    """In East Asian writing a unit's name ends with its noun: `파견 가능 대학 안내` is no 대학."""
    last = max((start.index + start.length for start in starts), default=0)
    return know.has_ideographs(text) and last < len(text.split())


def _stands(row: Labelled, below: Labelled) -> bool:
    """A line alone, not the letter `A` of an index; a mark opens names of lists too, but no list stands right above a
    table: `◆ 法学部`."""
    if not is_alone(row) or is_parted(row.parts[0]):
        return False
    return len(row.parts[0].text) > 1 and (below.sure or not lead_mark(row.parts[0].text))


def _names_nothing(row: Labelled, lexicon: Lexicon) -> bool:
    return is_lone(row) and not know.head_starts(lexicon, row.parts[0].text.split())


def _follows(below: Labelled, lexicon: Lexicon) -> bool:
    """What stands below a title: a table, headings of columns, or a label alone."""
    return (
        below.sure
        or below.one("header") is not None
        or (below.parts[0].role in ("zone", "country") and is_label(below.parts[0].text, lexicon))
    )

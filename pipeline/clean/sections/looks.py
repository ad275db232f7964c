"""What the look of lines says: an edition sets its zones alike, its names alike, and nothing else as either.

A zone that nobody knows, `Europe (hors Erasmus+)`, looks like `Afrique` and `Asie`, `◆欧州方面` like `◆アジア`; an
imprint and the letters of an index, `C` above `Chung-Ang University`, look like no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import knowledge as know
from pipeline.clean.normalise import label_text, lead_mark, opening
from pipeline.clean.parts import HEADING, Labelled, Part
from pipeline.knowledge import Lexicon

Style = tuple[bool, int]
Look = tuple[bool, float, str]
PARTED = 0.3  # line heights of white space between a heading and what stands above it
_WIDE = 2.0  # ems between the words of one heading at most
_FEW = 2  # known zones of a look
_OFTEN = 3  # lines of a look right below names, where names go on in another look
_SILENT = ("note", "furniture")


def style(part: Part) -> Style:
    """Weight and size of a piece's letters."""
    line = part.lines[0]
    return line.bold, round(line.size or 0)


def name_styles(rows: Sequence[Labelled]) -> frozenset[Style]:
    """How lists and tables print names: the lines right below countries, those in their lines, the cells of
    institutions."""
    headed = [(one, two) for one, two in pairwise(rows) if one.one("country") and not one.sure]
    below = (one.one("institution") or two.parts[0] for one, two in headed if one.one("institution") or _may_name(two))
    cells = (part for row in rows if row.sure and (part := row.one("institution")))
    return frozenset(map(style, (*below, *cells)))


def bulleted(rows: Sequence[Labelled]) -> bool:
    """Whether all names right below countries open with a bullet: `– Universität Graz`."""
    below = [two.one("institution") for one, two in pairwise(rows) if one.one("country") and not one.sure]
    names = [name for name in below if name]
    return len(names) >= _OFTEN and all(opening(name.text) for name in names)


def _may_name(row: Labelled) -> bool:
    """A line that opens with what may be a name; values may stand behind it."""
    return not row.sure and bool(row.parts) and row.parts[0].role == "institution"


def is_alone(row: Labelled) -> bool:
    """A line that is nothing but what may be a name."""
    return not row.sure and [part.role for part in row.parts] == ["institution"]


def is_lone(row: Labelled) -> bool:
    """The same without a mark that opens names of lists."""
    return is_alone(row) and not lead_mark(row.parts[0].text)


def is_parted(part: Part) -> bool:
    """White space parts words from words: `Erasmus et Suisse      Hors Europe`, headings of tables side by side."""
    line = part.lines[0]
    gaps = ((two, two.box.x0 - one.box.x1) for one, two in pairwise(line.words) if one.box and two.box)
    return line.size is not None and any(gap > _WIDE * line.size and two.text[0].isalpha() for two, gap in gaps)


def headings(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[Labelled]:
    """The rows, with lines that look as titles of a level do, and as no name or label does, as titles:
    `Accordi proposti dai Dipartimenti` below `Accordi quadro di Ateneo`."""
    titles = [row for row in rows if not row.sure and len(row.parts) == 1 and row.parts[0].role == "title"]
    told = {_look(row) for row in titles if know.level_of_title(lexicon, row.parts[0].text)}
    told -= {_look(row) for row in rows if row.parts and (_is_label(row) or row.sure)}
    told = {look for look in told if look[1] and (look[0], round(look[1])) not in name_styles(rows)}
    above: Labelled | None = None
    for row in rows:
        like = is_lone(row) and (_look(row) in told or _goes_on(above, row))
        titled = like and not _opens_with_head(row, lexicon)
        above = replace(row, parts=(replace(row.parts[0], role="title"),)) if titled else row
        yield above


def _goes_on(above: Labelled | None, row: Labelled) -> bool:
    """The second line of a title: `List of partner universities / with exchange agreements`."""
    line = row.parts[0].lines[0]
    titled = above is not None and not above.sure and [part.role for part in above.parts] == ["title"]
    alike = titled and above is not None and _look(above) == _look(row) and line.size is not None
    return alike and line.gap is not None and line.gap < PARTED


def _opens_with_head(row: Labelled, lexicon: Lexicon) -> bool:
    """The line is a unit's or an organisation's name."""
    return any(start.index == 0 for start in know.head_starts(lexicon, row.parts[0].text.split()))


def zones(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[Labelled]:
    """The rows, with lines above countries and names that look as the zones do, and as nothing else does, as zones."""
    spoken = [row for row in rows if not _is_silent(row)]
    above = [row for row, below in pairwise(spoken) if _may_be_zone(row, lexicon) and _is_below(below)]
    units = [row for row, below in pairwise(spoken) if _is_unit(row, lexicon) and _is_below(below)]
    told = set(_zone_looks(spoken, above))
    for row in rows:
        if row in units:  # from there on, the look is that of departments too
            told.discard(_look(row))
        yield _zone(row) if row in above and _look(row) in told else row


def _zone_looks(spoken: Sequence[Labelled], above: Sequence[Labelled]) -> Iterator[Look]:
    """The looks of several known zones, of no other label or name, and of no more unknown lines than known zones."""
    labels = [row for row in spoken if _is_label(row)]
    known = [row for row in labels if row.parts[0].role == "zone"]
    taken = {_look(row) for row in labels if row not in known}
    taken |= {_look(row) for row in spoken if row.sure and row.one("institution")}
    elsewhere = Counter(_look(row) for row in spoken if is_alone(row) and row not in above)
    for look, times in Counter(map(_look, known)).items():
        few = len(_texts(known, look))
        if look not in taken and times >= _FEW and max(len(_texts(above, look)), elsewhere[look]) <= few:
            yield look


def _texts(rows: Sequence[Labelled], look: Look) -> set[str]:
    return {row.parts[0].text for row in rows if _look(row) == look}


def _look(row: Labelled) -> Look:
    """Weight and exact size, and the mark in front."""
    part = next((part for part in row.parts if part.role == "institution"), row.parts[0])
    line = part.lines[0]
    return line.bold, line.size or 0.0, lead_mark(line.text)


def _is_label(row: Labelled) -> bool:
    return not row.sure and len(row.parts) == 1 and row.parts[0].role in ("zone", "country", "department")


def _may_be_zone(row: Labelled, lexicon: Lexicon) -> bool:
    """A line that paper or a mark sets off, which names no unit."""
    told = is_alone(row) and (_look(row)[1] > 0 or _look(row)[2] != "")
    return told and not know.is_unit(lexicon, row.parts[0].text)


def _is_unit(row: Labelled, lexicon: Lexicon) -> bool:
    """A department, which some editions set as they set their zones."""
    return is_lone(row) and know.is_unit(lexicon, row.parts[0].text)


def _is_below(row: Labelled) -> bool:
    """What stands below a zone: a country, or a row that says its country itself."""
    return row.sure or row.parts[0].role == "country"


def _zone(row: Labelled) -> Labelled:
    part = row.parts[0]
    return replace(row, parts=(replace(part, role="zone", text=label_text(part.lines), column=HEADING),))


def asides(rows: Sequence[Labelled]) -> Iterator[Labelled]:
    """The rows, with lines that look like no name of the edition as notes."""
    known = name_styles(rows)
    further = Counter(
        style(two.parts[0]) for one, two in pairwise(rows) if _may_name(one) and _may_name(two) and _of(one) in known
    )
    known |= {look for look, times in further.items() if times >= _OFTEN}
    running = all(row.sure or not row.one("country") for row in rows)
    for row in rows:
        apart = is_lone(row) and row.parts[0].lines[0].size is not None and _is_apart(_of(row), known, running)
        yield replace(row, parts=(replace(row.parts[0], role="note"),)) if apart else row


def _of(row: Labelled) -> Style:
    return style(row.parts[0])


def _is_apart(look: Style, known: frozenset[Style], running: bool) -> bool:
    """A size that no name has; or a weight, where names stand in rows that say their country (`running`)."""
    return bool(known) and (look not in known if running else look[1] not in {size for _, size in known})


def _is_silent(row: Labelled) -> bool:
    return all(part.role in _SILENT for part in row.parts)

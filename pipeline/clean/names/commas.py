"""Commas between the names of one cell: as many names as a figure beside them says, or an organisation each, or marks
that close names before them.

    일본 | 교토대학, 규슈대학, 오사카공립대학 | 3
    중국 | 베이징대학, 저장대학              | 2
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import names_organisation
from pipeline.clean.normalise import tail_mark
from pipeline.clean.parts import Labelled
from pipeline.knowledge import Lexicon

COMMAS = ",，、"
_COMMA = re.compile(f"[{COMMAS}]")
_FIGURE = re.compile(r"\d{1,3}")
_FEWEST = 3  # cells that tell
_AGREED = 0.8  # of the rows with a figure: as many hold as many names

Names = Mapping[int, Sequence[str]]


def parted_by_commas(rows: Sequence[Labelled], lexicon: Lexicon) -> frozenset[int]:
    """The rows in whose cell of names commas stand between names, and not between a unit and its organisation."""
    names = {row.entry.index: found for row in rows if (found := _names(row))}
    return frozenset((*_counted(rows, names), *_spoken(names, lexicon), *_marked(names, lexicon)))


def _names(row: Labelled) -> Sequence[str]:
    """What stands between the commas of the row's one cell of names."""
    parts = [part for part in row.parts if part.role == "institution" and part.words]
    return [name for one in _COMMA.split(parts[0].text) if (name := one.strip())] if len(parts) == 1 else []


def _counted(rows: Sequence[Labelled], names: Names) -> Iterator[int]:
    """The rows that hold as many names as the figure says that stands in a column of such."""
    columns: dict[int, dict[int, bool]] = defaultdict(dict)
    for row in (row for row in rows if row.entry.index in names):
        for part in row.parts:
            if part.role == "extra" and _FIGURE.fullmatch(part.text):
                columns[part.column][row.entry.index] = int(part.text) == len(names[row.entry.index])
    for agrees in columns.values():
        told = [row for row, agreed in agrees.items() if agreed and len(names[row]) > 1]
        if len(told) >= _FEWEST and sum(agrees.values()) >= _AGREED * len(agrees):
            yield from told


def _spoken(names: Names, lexicon: Lexicon) -> Iterator[int]:
    """The rows that hold several organisations, where all such rows do, some of them three: `Keio University, Waseda
    University, Sophia University`."""
    several = {row: found for row, found in names.items() if len(found) > 1}
    whole = all(names_organisation(name, lexicon) for found in several.values() for name in found)
    if whole and sum(len(found) > 2 for found in several.values()) >= _FEWEST:
        yield from several


def _marked(names: Names, lexicon: Lexicon) -> Iterator[int]:
    """The rows that hold several organisations, where marks close some before their commas: `Moi University*, Egerton
    University`."""
    closed = sum(bool(tail_mark(name)) for found in names.values() for name in found[:-1])
    if closed >= _FEWEST:
        for row, found in names.items():
            yield from [row] if len(found) > 1 and all(know.is_organisation(lexicon, name) for name in found) else []


def names_several(text: str, lexicon: Lexicon) -> bool:
    """Whether commas stand between organisations, so that the name may be several: `교토대학, 규슈대학`, but not
    `법과대학, University of Petra`."""
    found = [name for one in _COMMA.split(text) if (name := one.strip())]
    either = all(map(know.has_ideographs, found))  # 대학 is a university or one of its schools
    return len(found) > 1 and all(
        know.is_organisation(lexicon, name) and (either or not know.is_unit(lexicon, name)) for name in found
    )

"""Names of a section, row by row: printed pieces cut into names, and the counts that may choose another cutting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.clean.align import Unit
from pipeline.clean.gaps import Before, Piece, bare_tokens, hanging, is_marked
from pipeline.clean.normalise import bullet
from pipeline.clean.parts import Labelled, Part
from pipeline.clean.segment import Stretch, stretches
from pipeline.knowledge import Lexicon, fold


def pieces(rows: Sequence[Labelled]) -> tuple[Piece, ...]:
    """Every printed line of names in order, with what parts it from the line above."""
    found: list[Piece] = []
    for row in rows:
        for part in (part for part in row.parts if part.role == "institution"):
            found.extend(_of_part(row, part, len(found)))
    lines = [piece.line.text for piece in found]
    bulleted = sum(bool(bullet(line)) for line in lines) > 0.6 * max(1, len(lines))
    return hanging([Piece(p.line, p.before, p.row, p.part, bulleted) for p in found] if bulleted else found)


def _of_part(row: Labelled, part: Part, number: int) -> Iterator[Piece]:
    for i, line in enumerate(part.lines):
        yield Piece(line, "line" if i else _before(row), row.entry.index, number)


def _before(row: Labelled) -> Before:
    if row.sure:
        return "band"
    return "list" if len(row.parts) == 1 and row.entry.row.cells[0].column == 0 else "row"


def cut(found: Sequence[Piece], lexicon: Lexicon) -> tuple[Stretch, ...]:
    """The pieces as stretches; names that stand alone somewhere in the edition help to tell others apart."""
    return stretches(found, _standing_alone(found, lexicon), lexicon)


def _standing_alone(found: Sequence[Piece], lexicon: Lexicon) -> frozenset[str]:
    """Folded names of cells with one line, and of the part behind a comma: `Faculty of Law, Nanyang ... University`."""
    cells = Counter(piece.part for piece in found)
    names: set[str] = set()
    for piece in found:
        if cells[piece.part] == 1:
            text = " ".join(text for text, _ in bare_tokens(piece, lexicon) if text)
            names |= {fold(text), fold(text.rpartition(", ")[2])}
    return frozenset(name for name in names if " " in name)


def units(cuts: Sequence[Stretch], chosen: Sequence[int]) -> tuple[Unit, ...]:
    """Names grouped by the row that they begin in; `chosen` picks a cutting of each stretch."""
    found: list[Unit] = []
    for stretch, choice in zip(cuts, chosen, strict=True):
        for name in stretch.names(stretch.cuttings[choice]):
            row = stretch.pieces[name[0].piece].row
            if found and found[-1].row == row:
                found[-1] = Unit(row, (*found[-1].names, name))
            else:
                found.append(Unit(row, (name,)))
    return tuple(found)


__all__ = ["cut", "is_marked", "pieces", "units"]

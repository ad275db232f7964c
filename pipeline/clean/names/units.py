"""Names of a section, cell by cell: what each cell holds, and whether it goes on with the name of the cell above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.clean.names.bare import bare_rows
from pipeline.clean.names.commas import COMMAS, parted_by_commas
from pipeline.clean.names.elsewhere import elsewhere
from pipeline.clean.names.gaps import cut_score
from pipeline.clean.names.hangs import depth_of, inside
from pipeline.clean.names.items import begins_item, between, closing_stop, ends_item, items, without_stop
from pipeline.clean.names.pieces import Before, Piece, hanging
from pipeline.clean.names.unit import NEVER, Unit
from pipeline.clean.names.unspaced import parted
from pipeline.clean.names.whole import Known, score
from pipeline.clean.names.yearly import Years, as_many, names_told, years_told
from pipeline.clean.normalise import bullet
from pipeline.clean.parts import Labelled, Part
from pipeline.knowledge import Lexicon
from pipeline.records import Line

_BULLETED, _FEW = 0.6, 3
_WORDING = 0.5  # how much of what is fitted on cells holds between cells, where print parts most names already


def units(rows: Sequence[Labelled], lexicon: Lexicon) -> tuple[Unit, ...]:
    """Every cell of names in print order; names that stand alone somewhere help to tell others apart."""
    years = years_told(rows, lexicon)
    cells = _cells(rows, years, lexicon)
    told = names_told(rows, years, lexicon)
    first = _read(cells, told, [Known()] * len(cells), lexicon)
    return _read(cells, told, elsewhere(first, lexicon), lexicon)


def _read(
    cells: Sequence[tuple[Piece, ...]], told: Mapping[int, int], knowns: Iterable[Known], lexicon: Lexicon
) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for cell, known in zip(cells, knowns, strict=True):
        row = cell[0].row
        unit = Unit(row, cell, as_many(cell, told.get(row, 0), known, lexicon))
        found.append(replace(unit, apart=_apart(found[-1], unit, known, lexicon)) if found else unit)
    return tuple(found)


def _cells(rows: Sequence[Labelled], years: Years, lexicon: Lexicon) -> list[tuple[Piece, ...]]:
    cells: list[tuple[Piece, ...]] = []
    printed = [part.lines for row in rows for part in row.parts if part.role == "institution"]
    stop, marks, commas = closing_stop(printed), between(printed, lexicon), parted_by_commas(rows, lexicon)
    page, above = 0, None
    hung, bare = any(map(_is_hung, rows)), bare_rows(rows)
    depth = depth_of([part.lines for row in rows if _is_table(row) for part in row.parts if part.role == "institution"])
    for row in rows:
        for part in (part for part in row.parts if part.role == "institution" and part.words):
            turned = cells and part.words[0].page != page and not _runs_on(row) and not _is_ruled_label(row)
            flush = hung and _is_flush(row) and not row.entry.number
            before: Before = "page" if turned else "flush" if flush else _before(row, part, years)
            before = "item" if _follows_value(row, part) else before
            before = "bare" if row.entry.index in bare else before
            before = "outside" if above is not None and _is_table(above) != _is_table(row) else before
            page, above = part.words[-1].page, row
            lines, own = without_stop(part.lines, stop), marks + (COMMAS if row.entry.index in commas else "")
            edges = [before, *(_inside(row, lines, i, depth) for i in range(1, len(lines)))]
            cells.append(tuple(_pieces(row, lines, edges, len(cells), own, lexicon)))
    return _with_bullets(cells)


def _pieces(
    row: Labelled, lines: Sequence[Line], edges: Sequence[Before], number: int, marks: str, lexicon: Lexicon
) -> Iterator[Piece]:
    """A cell's lines, with what parts each from the one above (`edges`)."""
    for i, line in enumerate(lines):
        apart = (name for item in items(line, marks) for name in parted(item, lexicon))
        for k, item in enumerate(apart):
            begins = k or (i and (ends_item(lines[i - 1], marks) or begins_item(line, marks)))
            yield Piece(item, "item" if begins else edges[i], row.entry.index, number)


def _inside(row: Labelled, lines: Sequence[Line], at: int, depth: float | None) -> Before:
    """Lines of a paragraph end where paper does: what parts its names is known."""
    if depth is not None and _is_table(row):
        return inside(lines, at, depth)
    return "wrap" if _runs_on(row) or _is_hung(row) else "line"


def _is_hung(row: Labelled) -> bool:
    """A line of a list with the wrapped lines that hang below it."""
    cells = row.entry.row.cells if row.entry.block.kind == "lines" and not row.sure else ()
    return len(cells) == 1 and len(cells[0].lines) > 1


def _is_flush(row: Labelled) -> bool:
    """A line of a list below others; the first one may be the rest of a name of the column before."""
    below = row.entry.block.kind == "lines" and row.entry.index > row.entry.first
    return below and not row.sure and len(row.parts) == 1


def _runs_on(row: Labelled) -> bool:
    return row.sure and row.entry.block.kind != "table"


def _before(row: Labelled, part: Part, years: Years) -> Before:
    if _runs_on(row) or row.entry.number:
        return "item"  # the label before it begins a paragraph
    if row.entry.index in years:
        return "dated" if years[row.entry.index] else "undated"
    if row.sure and _on_paper(row):
        valued = any(other.role in ("year", "waiver", "extra") for other in row.parts)
        return "valued" if valued else "ruled" if part.ruled or _is_ruled_label(row) else "band"
    labelled = any(part.role in ("country", "zone", "department") for part in row.parts)
    if labelled:
        return "label"
    return "list" if len(row.parts) == 1 and row.entry.row.cells[0].column == 0 else "row"


def _follows_value(row: Labelled, part: Part) -> bool:
    """Whether a value closes another name of the row: `順化大學（2016）、早稻田大學（2002）`."""
    at = next(i for i, one in enumerate(row.parts) if one is part)
    names = [i for i, one in enumerate(row.parts[:at]) if one.role == "institution"]
    return bool(names) and any(one.role in ("year", "waiver", "extra") for one in row.parts[names[-1] : at])


def _is_ruled_label(row: Labelled) -> bool:
    """A country that rules close begins beside the name: no name goes on into it."""
    country = row.one("country")
    return row.sure and country is not None and country.rows is not None and country.rows[0] == row.entry.index


def _is_table(row: Labelled) -> bool:
    return row.entry.block.kind == "table"


def _on_paper(row: Labelled) -> bool:
    """White space parts the rows of paper's tables; in text every line of a cell may be a row."""
    return all(line.size is not None for part in row.parts for line in part.lines)


def _with_bullets(cells: list[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    lines = [piece for cell in cells for piece in cell]
    labelled = [piece for piece in lines if piece.before in ("label", "ruled")]
    bulleted = _have_bullets(lines) or _have_bullets(labelled)
    marked = iter(hanging([replace(piece, bulleted=bulleted) for piece in lines]))
    return [tuple(next(marked) for _ in cell) for cell in cells]


def _have_bullets(lines: Sequence[Piece]) -> bool:
    """Most lines open with a bullet: those beside labels tell where names run over many."""
    return len(lines) >= _FEW and sum(bool(bullet(piece.line.text)) for piece in lines) > _BULLETED * len(lines)


def _apart(above: Unit, below: Unit, known: Known, lexicon: Lexicon) -> float:
    """Both readings of the gap between two cells, on the last name above and the first below."""
    cut = cut_score(above.pieces[-1], below.pieces[0], lexicon)
    if cut >= NEVER:
        return cut
    last = [token.text for token in above.names[-1]]
    first = [token.text for token in below.names[0]]
    both = score(last, known, lexicon) + score(first, known, lexicon) - score([*last, *first], known, lexicon)
    return cut + _WORDING * (both + known.weights.line)

"""One page's table as a grid of boxes: headings, bands, label spans and the cells beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .labels import Printer, nesting, span
from .model import Box, Design, Entry, Grid, Label, Valign

Record = tuple[Entry, ...]
WIDTHS = {
    "department": 25.0, "zone": 14.0, "country": 15.0, "institution": 46.0, "year": 12.0, "waiver": 13.0,
    "code": 10.0, "period": 15.0, "coordinator": 16.0,
}  # fmt: skip
VALIGN: dict[Label, Valign] = {"middle": "middle", "bottom": "bottom"}
TURNED_ROWS = 6  # a label turned in a lower cell would be cut off


@dataclass(frozen=True, slots=True)
class Part:
    """The records of one page's table; `before` is the record at the end of the page before it."""

    records: Sequence[Record]
    before: Record | None = None
    first: bool = True


def grid(labels: Printer, part: Part, heads: dict[str, str]) -> Grid:
    """The table of one page; `heads` are the heading words by column."""
    design = labels.design
    headed = design.header == "every" or (design.header == "first" and part.first)
    boxes = list(_heading(design, heads)) if headed else []
    places, bands = _places(labels, part, int(headed))
    boxes += bands
    for number, column in enumerate(design.columns):
        if column in design.labels:
            boxes += _labels(labels, part, places, column, number)
        else:
            pairs = zip(part.records, places, strict=True)
            boxes += [_body(labels, column, record, row, number) for record, row in pairs]
    widths = design.width or tuple(WIDTHS[c] for c in design.columns)
    return Grid(widths, places[-1] + 1, int(headed), tuple(boxes))


def _heading(design: Design, heads: dict[str, str]) -> Iterator[Box]:
    for number, column in enumerate(design.columns):
        lines = _two_lines(heads[column]) if design.header_lines else (heads[column],)
        yield Box(0, number, lines, "head")


def _two_lines(text: str) -> tuple[str, ...]:
    cut = text.find("/ ") + 1 or text.find(" ")
    return (text[:cut].strip(), text[cut:].strip()) if cut > 0 else (text,)


def _places(labels: Printer, part: Part, start: int) -> tuple[list[int], list[Box]]:
    """The grid row of each record, and the bands that stand between records."""
    columns = [c for c in nesting(labels.design) if labels.design.labels[c] == "band"]
    places: list[int] = []
    bands: list[Box] = []
    row, last = start, part.before
    for number, record in enumerate(part.records):
        for column in columns:
            text = _band(labels, column, last, record, number == 0)
            if text:
                bands.append(Box(row, 0, (text,), "band", cols=len(labels.design.columns)))
                row += 1
        places.append(row)
        row, last = row + 1, record
    return places, bands


def _band(labels: Printer, column: str, last: Record | None, record: Record, top: bool) -> str:
    """A band's text before a record, "" for none."""
    if last is None or span(labels.design, column, last[0]) != span(labels.design, column, record[0]):
        return labels.label(column, record[0])
    return labels.again(column, record[0]) if top else ""


def _labels(labels: Printer, part: Part, places: Sequence[int], column: str, number: int) -> Iterator[Box]:
    design = labels.design
    rows = list(enumerate(zip(part.records, places, strict=True)))
    # A band between two records ends a merged cell as a new label does.
    for (_, _), run in groupby(rows, key=lambda p: (span(design, column, p[1][0][0]), p[1][1] - p[0])):
        found = [pair for _, pair in run]
        entry, at = found[0][0][0], found[0][1]
        if design.labels[column] == "every":
            yield from (Box(row, number, (labels.label(column, entry),), "label") for _, row in found)
            continue
        text = _text(labels, part, column, entry, at == places[0])
        yield from _span(design, column, Box(at, number, (text,), "label", rows=len(found)))


def _text(labels: Printer, part: Part, column: str, entry: Entry, top: bool) -> str:
    """What a span's label says: at the top of a page its span may go on from the page before."""
    design = labels.design
    same = part.before and span(design, column, part.before[0]) == span(design, column, entry)
    return labels.again(column, entry) if top and same else labels.label(column, entry)


def _span(design: Design, column: str, whole: Box) -> Iterator[Box]:
    """The merged cell of a span, or its first cell and the blank ones under it."""
    kind = design.labels[column]
    if kind == "blank":
        yield Box(whole.row, whole.column, whole.lines, "label")
        yield from (Box(whole.row + n, whole.column, ("",), "label") for n in range(1, whole.rows))
        return
    turned = design.turned and column == "zone" and whole.rows >= TURNED_ROWS
    valign = "middle" if turned else VALIGN.get(kind, "top")
    yield Box(whole.row, whole.column, whole.lines, "label", whole.rows, 1, valign, turned)


def _body(labels: Printer, column: str, record: Record, row: int, number: int) -> Box:
    """A cell beside the labels."""
    if column != "institution":
        return Box(row, number, (_value(labels.design, column, record[0]),))
    return Box(row, number, _names(labels, record), hanging=labels.design.stack in ("lines", "bullets"))


def _names(labels: Printer, record: Record) -> tuple[str, ...]:
    names = [labels.institution(entry) for entry in record]
    if labels.design.stack == "run":
        return (labels.design.separator.join(names),)
    if labels.design.stack == "bullets":
        return tuple(labels.design.separator + name for name in names)
    return tuple(names)


def _value(design: Design, column: str, entry: Entry) -> str:
    if column == "year":
        return entry.year
    if column == "waiver":
        signs = {"tick": ("", "✓"), "circle": ("", "○"), "word": ("－", "有")}
        return signs[design.waiver][int(entry.waiver)]
    return str(entry.extras[column])

"""One page's table as a grid of boxes: headings, bands, label spans and the cells beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from .labels import Printer, nesting, span
from .model import Box, Design, Entry, Grid

Record = tuple[Entry, ...]
WIDTHS = {"department": 25, "zone": 14, "country": 15, "institution": 46, "year": 9, "waiver": 11,
          "code": 10, "period": 15, "coordinator": 16}


def grid(
    design: Design, records: Sequence[Record], before: Record | None, labels: Printer,
    heads: dict[str, str], first: bool,
) -> Grid:
    """The table of one page; `before` is the record at the end of the page before it."""
    headed = design.header == "every" or (design.header == "first" and first)
    boxes = list(_heading(design, heads)) if headed else []
    start = 1 if headed else 0
    places, bands = _places(design, records, before, labels, start)
    boxes += bands
    for number, column in enumerate(design.columns):
        if column in design.labels:
            boxes += _labels(design, column, number, records, places, before, labels)
        else:
            boxes += [_body(design, column, number, r, at, labels) for r, at in zip(records, places, strict=True)]
    widths = design.width or tuple(float(WIDTHS[c]) for c in design.columns)
    return Grid(widths, places[-1] + 1, start, tuple(boxes))


def _heading(design: Design, heads: dict[str, str]) -> Iterator[Box]:
    for number, column in enumerate(design.columns):
        text = heads[column]
        lines = tuple(text.split(" ", 1)) if design.header_lines else (text,)
        yield Box(0, number, lines, "head")


def _places(
    design: Design, records: Sequence[Record], before: Record | None, labels: Printer, start: int
) -> tuple[list[int], list[Box]]:
    """The grid row of each record, and the bands that stand between records."""
    columns = [c for c in nesting(design) if design.labels[c] == "band"]
    places: list[int] = []
    bands: list[Box] = []
    row, last = start, before
    for number, record in enumerate(records):
        for column in columns:
            changed = last is None or span(design, column, last[0]) != span(design, column, record[0])
            text = labels.label(column, record[0]) if changed else ""
            if number == 0 and not changed:
                text = labels.again(column, record[0])
            if text:
                bands.append(Box(row, 0, (text,), "band", cols=len(design.columns)))
                row += 1
        places.append(row)
        row, last = row + 1, record
    return places, bands


def _labels(
    design: Design, column: str, number: int, records: Sequence[Record], places: Sequence[int],
    before: Record | None, labels: Printer,
) -> Iterator[Box]:
    kind = design.labels[column]
    pairs = list(zip(records, places, strict=True))
    # A band between two records ends a merged cell as a new label does.
    keyed = groupby(enumerate(pairs), key=lambda p: (span(design, column, p[1][0][0]), p[1][1] - p[0]))
    for _, part in keyed:
        rows = [pair for _, pair in part]
        entry, at = rows[0][0][0], rows[0][1]
        same = before is not None and span(design, column, before[0]) == span(design, column, entry)
        goes_on = at == places[0] and same
        text = labels.again(column, entry) if goes_on else labels.label(column, entry)
        yield from _one_label(design, column, kind, text, labels.label(column, entry), number, at, len(rows))


def _one_label(
    design: Design, column: str, kind: str, text: str, full: str, number: int, at: int, height: int
) -> Iterator[Box]:
    if kind in ("every", "blank"):
        for row in range(at, at + height):
            shown = full if kind == "every" else (text if row == at else "")
            yield Box(row, number, (shown,), "label")
        return
    turned = design.turned and column == "zone" and height >= 4
    valign = "middle" if kind == "middle" or turned else "bottom" if kind == "bottom" else "top"
    yield Box(at, number, (text,), "label", rows=height, valign=valign, turned=turned)  # type: ignore[arg-type]


def _body(design: Design, column: str, number: int, record: Record, row: int, labels: Printer) -> Box:
    middle = "middle" if "centred-cells" in design.oddities else "top"
    if column != "institution":
        return Box(row, number, (_value(design, column, record[0]),), valign=middle)  # type: ignore[arg-type]
    names = [labels.institution(entry) for entry in record]
    if design.stack == "run":
        names = [design.separator.join(names)]
    if design.stack == "bullets":
        names = [design.separator + name for name in names]
    return Box(row, number, tuple(names), valign=middle, hanging=design.stack in ("lines", "bullets"))  # type: ignore[arg-type]


def _value(design: Design, column: str, entry: Entry) -> str:
    if column == "year":
        return entry.year
    if column == "waiver":
        signs = {"tick": ("", "✓"), "circle": ("", "○"), "word": ("－", "有") if design.language == "ja" else ("", "X")}
        return signs[design.waiver][int(entry.waiver)]
    return str(entry.extras[column])



"""Prints a sheet with Typst: its own tables, columns, hyphenation and page numbers."""

from __future__ import annotations

import json

from .model import Box, Break, Columns, Design, Grid, Item, Piece, Sheet, Text, Twin

STROKES = {
    "grid": "0.5pt",
    "hairline": "(rest: none, bottom: 0.25pt + luma(90))",
    "frame": "none",
    "zebra": "none",
    "dotted": '(rest: none, bottom: (thickness: 0.6pt, dash: "dotted"))',
    "columns": "(rest: none, left: 0.5pt, right: 0.5pt)",
    "none": "none",
}
FONTS = {"sans": ["DejaVu Sans"], "serif": ["Libertinus Serif"]}
DATED = 1_200_000_000  # seconds since 1970, so that the same seed gives the same bytes
WHOLE_ROWS = 3  # a cell of so few rows is not cut by a page, or half a label would stand on each
REGION = {"ja": "JP", "zh": "SC", "ko": "KR"}


def render(design: Design, sheet: Sheet) -> bytes:
    """The sheet as PDF bytes."""
    import typst  # noqa: PLC0415

    source = "\n".join([_setup(design, sheet), *(_piece(design, p) for p in sheet.pieces)])
    return bytes(typst.compile(source.encode(), timestamp=DATED))


def string(text: str) -> str:
    """A Typst string literal; JSON's escapes are Typst's but for the code point's form."""
    return json.dumps(text, ensure_ascii=False)


def _setup(design: Design, sheet: Sheet) -> str:
    width, height = design.paper
    fonts = list(FONTS[design.font])
    if design.language in REGION:
        fonts.insert(0, f"Noto {design.font.title()} CJK {REGION[design.language]}")
    families = ", ".join(string(font) for font in fonts)
    before, _, rest = sheet.page.partition("{n}")
    middle, _, after = rest.partition("{total}")
    pages = "counter(page).final().first()"
    number = f"context [#{string(before)}#counter(page).display()#{string(middle)}#{pages}#{string(after)}]"
    if "{total}" not in sheet.page or sheet.page.index("{total}") < sheet.page.index("{n}"):
        number = "context counter(page).display()"
    return f"""
#set page(width: {width}pt, height: {height}pt, margin: (x: 40pt, y: 46pt),
  header: text(size: 6pt, {string(sheet.running)}), footer: align(center, text(size: 6pt, {number})))
#set text(font: ({families},), size: {design.size}pt, lang: "{design.language}",
  hyphenate: {str(design.hyphenate).lower()})
#set par(leading: 0.5em, spacing: 0.6em)
#set block(spacing: 0.7em)
"""


def _piece(design: Design, piece: Piece) -> str:  # noqa: PLR0911  (one a kind)
    match piece:
        case Text(text, "title"):
            return f"#block(below: 8pt, {_bold('1.6em', text)})"
        case Text(text, "heading"):
            return f"#block(above: 9pt, below: 4pt, sticky: true, {_bold('1.15em', text)})"
        case Text(text, "hidden"):
            return f"#block(text(fill: white, {string(text)}))"
        case Text(text, _):
            return f"#block({string(text)})"
        case Break():
            return "#pagebreak()"
        case Grid():
            return "#" + _table(design, piece)
        case Twin(left, right):
            return (
                f"#grid(columns: (1fr, 1fr), gutter: 14pt, {_table(design, left)}, {_table(design, right)})"
            )
        case Columns(items, count):
            return _columns(design, [_item(i) for i in items], count)


def _columns(design: Design, items: list[str], count: int) -> str:
    """A list; where a table follows under it, its columns are about equally long."""
    if design.body != "both":
        return f"#columns({count}, gutter: 14pt)[\n" + "\n".join(items) + "\n]"
    size = -(-len(items) // count)
    parts = ["[" + "\n".join(items[at : at + size]) + "]" for at in range(0, len(items), size)]
    return f"#grid(columns: (1fr,) * {count}, gutter: 14pt, {', '.join(parts)})"


def _bold(size: str, text: str) -> str:
    return f'text(size: {size}, weight: "bold", {string(text)})'


def _item(item: Item) -> str:
    if item.kind == "institution":
        tail = f" #box(width: 1fr, repeat[.]) #{string(item.trail)}" if item.trail else ""
        return f"#block(spacing: 0.5em, par(hanging-indent: 6pt)[#{string(item.text)}{tail}])"
    size = "1em" if item.kind == "country" else "1.15em"
    return f"#block(above: 0.8em, below: 0.5em, sticky: true, {_bold(size, item.text)})"


def _table(design: Design, grid: Grid) -> str:
    heads = [_cell(design, b) for b in grid.boxes if b.kind == "head"]
    repeat = str(design.header == "every").lower()
    header = f"table.header(repeat: {repeat}, {', '.join(heads)})," if heads else ""
    cells = ",\n".join(_cell(design, b) for b in grid.boxes if b.kind != "head")
    widths = ", ".join(f"{w}fr" for w in grid.widths)
    options = (
        f"columns: ({widths}), inset: (x: 3pt, y: 3.2pt), align: left + top, stroke: {STROKES[design.rules]}"
    )
    table = f"table({options}, fill: {_fill(design)}, {header}\n{cells}, {_edges(design, grid)})"
    if design.rules == "frame":
        return f"block(breakable: true, stroke: 0.9pt, {table})"
    return f"block(breakable: true, {table})"


def _edges(design: Design, grid: Grid) -> str:
    if design.rules == "columns":
        return f"table.hline(y: 0, stroke: 0.5pt), table.hline(y: {grid.height}, stroke: 0.5pt)"
    if design.rules in ("hairline", "frame") and grid.heads:
        return "table.hline(y: 1, stroke: 0.6pt)"
    return ""


def _fill(design: Design) -> str:
    band = 'if y == 0 { rgb("#d5deec") } else ' if design.band and design.header != "none" else ""
    zebra = 'if calc.odd(y) { rgb("#e8edf4") } else { none }' if design.rules == "zebra" else "{ none }"
    return f"(x, y) => {band}{zebra}"


def _cell(design: Design, box: Box) -> str:
    align = {"top": "top", "middle": "horizon", "bottom": "bottom"}[box.valign]
    options = (
        f"x: {box.column}, y: {box.row}, rowspan: {box.rows}, colspan: {box.cols}, align: left + {align}"
    )
    if box.rows <= WHOLE_ROWS:
        options += ", breakable: false"
    if box.kind == "band" and design.band:
        options += ', fill: rgb("#e2e8f2")'
    return f"table.cell({options}, {_content(box)})"


def _content(box: Box) -> str:
    if box.turned:
        return f"align(center, rotate(-90deg, reflow: true, {string(box.lines[0])}))"
    if box.hanging:
        parts = [f"par(hanging-indent: 7pt, {string(line)})" for line in box.lines]
        return "stack(spacing: 0.5em, " + ", ".join(parts) + ")"
    text = " + linebreak() + ".join(string(line) for line in box.lines)
    return f'text(weight: "bold", {text})' if box.kind in ("head", "band") else f"({text})"

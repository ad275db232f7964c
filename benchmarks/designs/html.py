"""Prints a sheet with WeasyPrint: HTML tables, CSS columns, page margin boxes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .model import Box, Break, Columns, Design, Grid, Item, Piece, Sheet, Text, Twin

LINE = "0.5pt solid #333"
RULES = {
    "grid": f"td, th {{ border: {LINE} }}",
    "hairline": f"td, th {{ border-bottom: 0.25pt solid #555 }} th {{ border-top: {LINE} }}",
    "frame": f"table {{ border: 1pt solid #000 }} th {{ border-bottom: {LINE} }}",
    "zebra": "tr.odd td { background: #e6ebf2 }",
    "dotted": "td, th { border-bottom: 0.6pt dotted #444 }",
    "columns": f"td, th {{ border-left: {LINE}; border-right: {LINE} }} table {{ border: {LINE} }}",
    "none": "",
}
FONTS = {
    "sans": '"Noto Sans CJK {region}", "DejaVu Sans"',
    "serif": '"Noto Serif CJK {region}", "DejaVu Serif"',
}
LATIN = {"sans": '"DejaVu Sans Condensed", "DejaVu Sans"', "serif": '"DejaVu Serif"'}
REGION = {"ja": "JP", "zh": "SC", "ko": "KR"}


def render(design: Design, sheet: Sheet) -> bytes:
    """The sheet as PDF bytes."""
    from weasyprint import HTML  # noqa: PLC0415  (a second to import; only its own designs pay)

    body = "".join(_pieces(design, sheet))
    page = f"<style>{_css(design, sheet)}</style>"
    text = f'<html lang="{design.language}"><head>{page}</head><body>{body}</body></html>'
    return bytes(HTML(string=text).write_pdf())


def _pieces(design: Design, sheet: Sheet) -> Iterator[str]:
    """The pieces; every second table of an edition on mixed paper lies on a page turned to landscape."""
    tables = 0
    for piece in sheet.pieces:
        wide = design.mixed and isinstance(piece, Grid) and tables % 2 == 1
        tables += isinstance(piece, Grid)
        yield f'<div class="wide">{_piece(design, piece)}</div>' if wide else _piece(design, piece)


def _css(design: Design, sheet: Sheet) -> str:
    width, height = design.paper
    region = REGION.get(design.language)
    family = (FONTS[design.font].format(region=region) + ", " if region else "") + LATIN[design.font]
    number = sheet.page.replace("{n}", '" counter(page) "').replace("{total}", '" counter(pages) "')
    return f"""
@page {{ size: {width}pt {height}pt; margin: 46pt 40pt;
  @top-left {{ content: "{sheet.running}"; font: 6pt {family} }}
  @bottom-center {{ content: "{number}"; font: 6pt {family} }} }}
@page wide {{ size: {height}pt {width}pt }}
.wide {{ page: wide }}
body {{ font: {design.size}pt {family}; margin: 0; {"hyphens: auto" if design.hyphenate else ""} }}
h1 {{ font-size: 1.6em; margin: 6pt 0; hyphens: manual }}
h2 {{ font-size: 1.15em; margin: 8pt 0 3pt; hyphens: manual; break-after: avoid }}
p {{ margin: 4pt 0 }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 6pt }}
tr {{ break-inside: avoid }}
td, th {{ padding: 1.6pt 3pt; text-align: left; vertical-align: top }}
th {{ {_head(design)} }}
td.band {{ font-weight: bold; {"background: #dde4ee" if design.band else ""} }}
div.hang {{ padding-left: 8pt; text-indent: -8pt }}
div.turn {{ transform: rotate(-90deg); white-space: nowrap; text-align: center; margin: 0 -60pt }}
.list {{ columns: {design.news}; column-gap: 16pt }}
.list div {{ padding-left: 6pt; text-indent: -6pt }}
.list .country {{ font-weight: bold; margin-top: 4pt; break-after: avoid }}
.list .zone, .list .department {{ font-weight: bold; font-size: 1.15em; margin-top: 6pt; break-after: avoid }}
.list .zone {{ border-bottom: {LINE} }}
.trail {{ float: right; background: #fff }}
.break {{ break-after: page }}
.twin {{ display: flex; gap: 14pt }}
.twin > div {{ flex: 1 }}
.hidden {{ color: #fff; font-size: 6pt }}
{RULES[design.rules]}
"""


def _head(design: Design) -> str:
    return "background: #2d4a78; color: #fff; font-weight: bold" if design.band else "font-weight: bold"


def _piece(design: Design, piece: Piece) -> str:
    match piece:
        case Text(text, kind):
            tag = {"title": "h1", "heading": "h2"}.get(kind, "p")
            return f'<{tag} class="{kind}">{escape(text)}</{tag}>'
        case Break():
            return '<div class="break"></div>'
        case Grid():
            return _table(design, piece)
        case Twin(left, right):
            return (
                f'<div class="twin"><div>{_table(design, left)}</div><div>{_table(design, right)}</div></div>'
            )
        case Columns(items, _):
            return '<div class="list">' + "".join(_item(i) for i in items) + "</div>"


def _item(item: Item) -> str:
    trail = f'<span class="trail">{escape(item.trail)}</span>' if item.trail else ""
    return f'<div class="{item.kind}">{trail}{escape(item.text)}</div>'


def _table(design: Design, grid: Grid) -> str:
    rows: list[list[str]] = [[] for _ in range(grid.height)]
    for box in sorted(grid.boxes, key=lambda b: (b.row, b.column)):
        rows[box.row].append(_cell(design, box))
    share = 100 / sum(grid.widths)
    columns = "".join(f'<col style="width: {w * share:.2f}%">' for w in grid.widths)
    lines = [f'<tr class="{"odd" if n % 2 else "even"}">{"".join(r)}</tr>' for n, r in enumerate(rows)]
    head = (
        f"<thead>{''.join(lines[: grid.heads])}</thead>"
        if design.header == "every"
        else "".join(lines[: grid.heads])
    )
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{''.join(lines[grid.heads :])}</tbody></table>"


def _cell(design: Design, box: Box) -> str:
    tag = "th" if box.kind == "head" else "td"
    lines = "<br>".join(escape(line) for line in box.lines)
    if "superscript" in design.oddities and box.kind == "label" and lines.endswith(design.mark):
        lines = lines.removesuffix(design.mark) + f"<sup>{design.mark}</sup>"
    if box.hanging:
        lines = "".join(f'<div class="hang">{escape(line)}</div>' for line in box.lines)
    if box.turned:
        lines = f'<div class="turn">{lines}</div>'
    span = f'rowspan="{box.rows}" colspan="{box.cols}"'
    return f'<{tag} class="{box.kind}" {span} style="vertical-align: {box.valign}">{lines}</{tag}>'

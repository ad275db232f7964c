"""Draws `docs/example.svg`, the README's picture, from real output: `python docs/example.py OUTPUT`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from textwrap import shorten

from pipeline.codes import CATALOGUE
from pipeline.load.read import read_table
from pipeline.load.schema import Row

FIRST, LAST = 452, 456
"""Lines of the 2008 edition: a wrapped name has pushed the ones after it a row below their countries."""

STEP, WIDTH, LEFT = 24, 1040, 24
COLUMNS = {"country": 24, "institution": 130, "what was done": 810}


def texts(output: Path) -> Iterator[str]:
    """The picture's elements, top to bottom."""
    lines = [row for row in read_table(output, "ledger") if FIRST <= row["line"] <= LAST]
    yield _text(LEFT, 36, "In print", "h")
    for at, line in enumerate(lines):
        yield _text(LEFT, 64 + at * STEP, f"{line['line']}  " + "⇥ ".join(line["text"].split("\t")), "mono")
    top = 64 + len(lines) * STEP + 24
    yield _text(LEFT, top, "In the table", "h")
    yield from (_text(x, top + 30, title, "quiet") for title, x in COLUMNS.items())
    for at, row in enumerate(_agreements(output)):
        y = top + 58 + at * STEP
        yield _text(COLUMNS["country"], y, row["country"] or "", "strong")
        yield _text(COLUMNS["institution"], y, shorten(row["institution"], 100, placeholder=" …"), "")
        yield _text(COLUMNS["what was done"], y, _done(row), "quiet")


def _agreements(output: Path) -> list[Row]:
    return [row for row in read_table(output, "agreements") if FIRST <= row["line_first"] <= LAST]


def _done(row: Row) -> str:
    titles = [CATALOGUE[code].title for code in dict.fromkeys(row["repairs"]) if code != "shifted_cell"]
    return ", ".join([*titles, *(["to review"] if row["needs_review"] else [])])


def _text(x: int, y: int, text: str, style: str) -> str:
    return f'<text x="{x}" y="{y}" class="{style}" xml:space="preserve">{escape(text)}</text>'


def picture(output: Path) -> str:
    """The whole picture."""
    elements = list(texts(output))
    height = 64 + (LAST - FIRST + 1) * STEP + 24 + 58 + len(_agreements(output)) * STEP + 8
    style = (
        "text{font:15px system-ui,sans-serif;fill:#1b1f24}.h{font-weight:700}.strong{font-weight:600}"
        ".quiet{fill:#555b62;font-size:13px}.mono{font:14px ui-monospace,monospace}"
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"',
            ' role="img"',
            ' aria-label="Lines of a damaged edition, and the rows that were read from them">',
            f"<style>{style}</style>",
            f'<rect width="{WIDTH}" height="{height}" rx="8" fill="#fdfdfc" stroke="#c9ccc6"/>',
            *elements,
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    Path(__file__).with_name("example.svg").write_text(picture(Path(sys.argv[1])), encoding="utf-8")

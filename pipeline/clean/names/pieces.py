"""Lines of names with what parts each from the line above, their words without marks, and lines that hang."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.clean.normalise import opening, standard, stray_letter
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Word

Before = Literal[
    "item", "valued", "dated", "undated", "ruled", "outside", "label", "row", "band", "bare", "flush", "list", "line",
    "wrap", "page",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed line of names. `before` says what parts it from the line above:

    a semicolon or bullet (`item`), a row with a year or other value of its own (`valued`) or with a `label` of its own,
    a `dated` row of a dump, or one that is `undated` where nearly all have years, a plain `row` of a dump, a `band` of
    a table with certain rows, a `bare` one where all others have values, a line drawn across (`ruled`), the end of a
    table (`outside`), a `list` line, one that stands `flush` where the list's wrapped lines hang, a `line` break inside
    a cell, a `wrap` inside a name of a paragraph, a `page`. `part` numbers the cell, `row` is the row it stands in;
    `bulleted` says that in this list every name has a bullet, `hangs` that the line stands deeper than names do.
    """

    line: Line
    before: Before
    row: int
    part: int
    bulleted: bool = False
    hangs: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(text for word in self.line.words if (text := standard(word.text)))


def bare_tokens(piece: Piece, lexicon: Lexicon) -> list[tuple[str, Word]]:
    """The line's words without marks, bullets and stray letters before the name; a mark alone joins the next word."""
    tokens = [(standard(word.text), word) for word in piece.line.words]
    at = 0
    while at < len(tokens) and not _name_start(tokens[at][0]):
        at += 1
    if at == len(tokens):
        return [(text or word.text, word) for text, word in tokens]
    first = (_name_start(tokens[at][0]), tokens[at][1])
    rest = [(stray_letter(text, lexicon, opens=not i) or text, word)
            for i, (text, word) in enumerate((first, *tokens[at + 1 :]))]
    return [("", word) for _, word in tokens[:at]] + rest


def _name_start(text: str) -> str:
    return text[len(opening(text)) :]


def is_marked(piece: Piece) -> bool:
    """The line opens with a mark or a bullet, so a name begins here."""
    return bool(opening(piece.line.text))


def hanging(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Mark the lines of a list that stand deeper than the names of marked lines do: wrapped ones.

    Where only some names are marked, an unmarked one may stand under the marked ones' first letters.
    """
    edges = [piece.line.indent + _mark_width(piece) for piece in pieces if is_marked(piece)]
    if len(edges) < 2:
        return tuple(pieces)
    edge = min(edges)
    return tuple(
        replace(
            p,
            hangs=p.before == "list"
            and not is_marked(p)
            and (p.line.indent > edge + 0.5 or (p.bulleted and p.line.indent >= edge - 0.5 > 0)),
        )
        for p in pieces
    )


def _mark_width(piece: Piece) -> float:
    """Width of the mark and the white space behind it; in text two characters at the least."""
    words = piece.line.words
    if words[0].box is not None and len(words) > 1 and words[1].box is not None and not _has_name(words[0].text):
        return words[1].box.x0 - words[0].box.x0
    if words[0].box is not None:
        return (words[0].box.x1 - words[0].box.x0) / max(1, len(words[0].text))
    return 1.0 if _has_name(words[0].text) else 2.0


def _has_name(text: str) -> bool:
    return any(char.isalpha() for char in text)

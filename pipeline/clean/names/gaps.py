"""What paper says of the gap between two lines: does the second begin a new name?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline import knowledge as know
from pipeline.clean.names.whole import ends_open, is_opening, is_quoted, links, opens_with_head, starts_inside
from pipeline.clean.normalise import opening, standard, stray_letter, tail_mark
from pipeline.knowledge import Lexicon
from pipeline.records import Line, Word

Before = Literal[
    "item", "valued", "dated", "undated", "ruled", "outside", "label", "row", "band", "flush", "list", "line",
    "wrap", "page",
]
_SHORT = 4
_SURE = 12.0
_MARKED = 6.0  # a mark behind the line above
_TWO_UNKNOWN = 1.5  # what know.boundary takes off for two words that it does not know
_BASE: dict[Before, float] = {
    "item": 30.0,
    "valued": 8.0,
    "ruled": 11.0,
    "outside": 12.0,
    "dated": 6.0,
    "undated": -1.0,
    "label": 5.5,
    "row": 3.0,
    "band": 4.0,
    "flush": 8.0,
    "list": 1.8,
    "line": -1.0,
    "wrap": -30.0,
    "page": 3.0,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed line of names. `before` says what parts it from the line above:

    a semicolon or bullet (`item`), a row with a year or other value of its own (`valued`) or with a `label` of its own,
    a `dated` row of a dump, or one that is `undated` where nearly all have years, a plain `row` of a dump, a `band` of
    a table with certain rows, a line drawn across (`ruled`), the end of a table (`outside`), a `list` line, one that
    stands `flush` where the list's wrapped lines hang, a `line` break inside a cell, a `wrap` inside a name of a
    paragraph, a `page`. `part` numbers the cell, `row` is the row it stands in; `bulleted` says that in this list every
    name has a bullet, `hangs` that the line stands deeper than names do.
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


def _is_mark(piece: Piece) -> bool:
    return tail_mark(piece.line.text) == piece.line.text


def cut_score(above: Piece, below: Piece, lexicon: Lexicon) -> float:
    """Nats for a new name beginning with `below`; at most half of it is paper, the rest is wording."""
    if _is_mark(below) and below.before in ("line", "list", "flush", "wrap"):
        return -_SURE  # `Universität Erlangen-Nürnberg / ☆`: the mark found no place behind the name
    if is_marked(below):
        return _SURE
    score = _BASE[below.before] + _paper(above, below)
    if below.before == "label" and _is_part(below.texts, lexicon):
        score -= 6.0
    return score + _wording(above.texts, [text for text, _ in bare_tokens(below, lexicon) if text], lexicon)


def _paper(above: Piece, below: Piece) -> float:
    score = -4.0 if below.bulleted else 0.0
    if above.line.full is not None and below.before not in ("band", "ruled", "flush"):
        score += -2.0 if above.line.full else 4.0
    if below.hangs:
        score -= 3.0
    if tail_mark(above.line.text):
        score += _MARKED
    if below.before == "list" and (below.line.gap or 0.0) >= 1.0 and above.line.full is None:
        score += 3.0
    return score


def _wording(above: Sequence[str], below: Sequence[str], lexicon: Lexicon) -> float:
    if not above or not below:
        return 0.0
    words = know.boundary(above[-1], below[0]) + _TWO_UNKNOWN
    quoted = is_quoted(below) or _goes_on_quoted(below, lexicon)
    score = max(-3.0, min(2.0, 0.5 * words)) - 7.0 * ends_open(above) - 6.0 * starts_inside(below) - 4.0 * quoted
    starts, headed = know.head_starts(lexicon, below), bool(know.head_starts(lexicon, above))
    if starts and starts[0].index == 0:
        score += (2.5 if headed else 0.5) * max(start.strength for start in starts if start.index == 0)
    elif not starts:
        score -= _headless(above, below, lexicon)
    elif not opens_with_head(below, starts):
        score -= 4.0 if below[0].endswith(",") else 2.0  # `Faculté de Physique / Appliquée, Université de Twente`
    if len(below) == 1 and starts and len(below[0]) < 12:
        score -= 3.0
    score -= 2.5 * _is_generic(below) + 1.0 * _lacks_organisation(above, lexicon)
    return score - (0.0 if headed or _is_acronym(above) else 1.5)


def _goes_on_quoted(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """A quotation and no head noun: `National University / "Ion Creangă" of Chișinău`."""
    return is_opening(tokens[0]) and not know.head_starts(lexicon, tokens)


def _ends_with_head(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """`Utrecht University`: a head-last name is whole, and `Codarts Rotterdam` below it is another."""
    return any(start.head == len(tokens) - 1 for start in know.head_starts(lexicon, tokens))


def _headless(above: Sequence[str], below: Sequence[str], lexicon: Lexicon) -> float:
    """Price of a line without a head noun; an acronym stands for one (`UE Varna`), and a whole name may stand above."""
    if below[0].isalpha() and below[0].isupper() and len(below[0]) > 1:
        return -1.0
    return 1.0 if len(below) > 1 and _ends_with_head(above, lexicon) else 2.5


def _is_part(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """`자연과학부`, `Faculty of Science`: a unit without the organisation that it belongs to is the end of a name."""
    kinds = {start.kind for start in know.head_starts(lexicon, tokens)}
    return kinds == {"unit"} and len(tokens) <= _SHORT and not any(token.endswith(",") for token in tokens)


def _is_generic(tokens: Sequence[str]) -> bool:
    """`Institute of Technology`: words that tell no institution from another are half a name."""
    return all(links(token) or know.is_common_word(token) for token in tokens)


def _is_acronym(tokens: Sequence[str]) -> bool:
    """`KAIST`, `CESIL - UNL`: whole without a head noun."""
    return all(token.isupper() or not token.isalpha() for token in tokens)


def _lacks_organisation(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """The line ends with a unit, whose organisation may follow: `Institut de Science, Faculté de Physique`."""
    starts = know.head_starts(lexicon, tokens)
    last = {start.kind for start in starts if start.head == starts[-1].head} if starts else set()
    return last == {"unit"} and not any(
        {s.kind for s in starts if s.head == h} == {"organisation"} for h in {s.head for s in starts}
    )


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

"""Rows that hold no agreement: headings of columns, titles, dates, legends, running heads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.labels import is_label
from pipeline.clean.normalise import lead_mark, opening
from pipeline.clean.parts import Entry, Part, Role
from pipeline.knowledge import Lexicon
from pipeline.records import Cell

_PAGE_NUMBER = re.compile(r"^[\W_]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[\W_]*$", re.IGNORECASE)
_NOTE_START = re.compile(r"^(?:\(?[*※♦†‡§◆◇■●]+\)?[\s:：=]|\(?[*※]\d|notes?\b|nota\b|注|備考|\d?\))", re.IGNORECASE)
_CONTACT = re.compile(
    r"\S@\S+\.\w|\bhttps?://|\bwww\.|\b(?:tel|tél|telef|phone|fax)\b[.:：\s]*(?:[^\W\d]{1,6}\.\s*)?[+\d(]"
    r"|(?:電話|电话|전화|内線)\s*[:：]?\s*[+\d(]",
    re.IGNORECASE,
)
_KEYED = re.compile(r"[^\W\d_.-]{1,12}\.?\s?[:：]")
_TERM = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?![\d/.-])")
_TERM_WORDS, _SHORT_TERM = 5, 2
_SENTENCE_WORDS = 7
_KANA, _INFLECTED = re.compile("[ぁ-ん]"), 3  # names in Japanese have few of these letters


def blank_role(entry: Entry, lexicon: Lexicon) -> Role | None:
    """The role of a row that carries no agreement, None where it may carry one."""
    text = entry.text
    if entry.block.kind == "furniture" or not has_letters(text):
        return "furniture" if _is_bare(entry, text) else None
    cells = [cell for cell in entry.row.cells if cell.text]
    if is_header(cells, lexicon) and not (len(cells) == 1 and _may_be_name(cells[0], lexicon)):
        return "header"
    if len(cells) > 1 and _runs_headings_together(cells, lexicon):
        return "header"
    if (len(cells) == 1 and not _may_go_on(entry, cells[0])) or (len(cells) > 1 and _repeats(cells)):
        return line_role(text, lexicon)
    return "note" if _sums_up(cells, lexicon) or _are_notes(cells, lexicon) else None


def _are_notes(cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """A date and a legend side by side, an address and a telephone, or a legend that the columns below it cut:
    `* indica | l’esonero`."""
    if all(line_role(cell.text, lexicon) == "note" for cell in cells) or _says_where(cells):
        return True
    text = " ".join(cell.text for cell in cells)
    tokens = text.split()
    small = sum(token[0].islower() for token in tokens)
    named = any(know.is_organisation(lexicon, cell.text) or is_label(cell.text, lexicon) for cell in cells)
    legend = lead_mark(text) and know.waiver_legend(lexicon, text)
    return bool(legend) and len(tokens) >= _SENTENCE_WORDS and small >= 0.5 * len(tokens) and not named


def _says_where(cells: Sequence[Cell]) -> bool:
    """`地址: 臺中市大學路 | 電話: 04-2222`: each cell opens with what it tells, and one is for letters or calls."""
    return all(_KEYED.match(cell.text) for cell in cells) and any(_CONTACT.search(cell.text) for cell in cells)


def _runs_headings_together(cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """Several headings in one cell beside others: `Land Partnerhochschule | Studiengebühren erlassen`."""
    together = {role for cell in cells for role in know.headings_in_line(lexicon, cell.text)}
    known = sum(role is not None for role in know.heading_roles(lexicon, [cell.text for cell in cells]))
    return len(together) > 1 and "institution" in together and 2 * known >= len(cells)


def _sums_up(cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """`Totale borse Dipartimento di Lettere | 63`: nothing but figures beside what they are the sum of."""
    said = [cell.text for cell in cells if has_letters(cell.text)]
    rests = know.summed(lexicon, said[0]) if len(said) == 1 < len(cells) else ()
    unit = bool(rests) and know.is_unit(lexicon, said[0])
    return unit or any(know.counts_agreements(lexicon, rest) or is_label(rest, lexicon) for rest in rests)


def _may_be_name(cell: Cell, lexicon: Lexicon) -> bool:
    """Words that head columns, and name no place, right below a line: `City University College` in a list of names; or
    behind a bullet: `– Universidade do Estado do Pará`."""
    columns = know.headings_in_line(lexicon, cell.text)
    below = cell.lines[0].gap == 0 and {"country", "zone"}.isdisjoint(columns)
    return (below or bool(opening(cell.text))) and know.is_organisation(lexicon, cell.text)


def _may_go_on(entry: Entry, cell: Cell) -> bool:
    """A cell behind tabs, or one word right below a line: the rest of a name, `Florida International / University`."""
    dump = entry.block.kind == "dump"
    return dump and (cell.column > 0 or (cell.lines[0].gap == 0 and len(cell.words) == 1 and cell.text.isascii()))


def has_letters(text: str) -> bool:
    return any(unicodedata.category(char)[0] == "L" for char in text)


def _is_bare(entry: Entry, text: str) -> bool:
    """A lone mark or number outside of a table is furniture; in a table it is a value of its column."""
    return entry.block.kind == "furniture" or len(entry.row.cells) <= 1 or not any(c.isalnum() for c in text)


def _repeats(cells: Sequence[Cell]) -> bool:
    return len({cell.text for cell in cells}) == 1


def line_role(text: str, lexicon: Lexicon) -> Role | None:
    """The role of a line that carries no agreement, None where it may carry one."""
    title = know.level_of_title(lexicon, text)
    if know.as_of(lexicon, text) or know.is_total(lexicon, text):
        return "note"
    if not title and _says_of_others(text, lexicon):
        return "note"
    if not title and is_label(text, lexicon):
        return None
    if title or know.is_title(lexicon, text):
        return "title"
    if _is_term(text, lexicon):
        return "note"
    return "furniture" if _PAGE_NUMBER.match(text) else "note" if _is_prose(text, lexicon) else None


def _says_of_others(text: str, lexicon: Lexicon) -> bool:
    """That a list goes on, what a mark means, what a table shows."""
    legend = know.is_continuation(lexicon, text) or know.waiver_legend(lexicon, text)
    return bool(legend) or _is_caption(text, lexicon)


def _is_caption(text: str, lexicon: Lexicon) -> bool:
    """`Tableau 1. – Ententes par unité`, but not what names a unit or a zone itself: `Table 2: Faculty of Law`."""
    shown = know.captioned(lexicon, text)
    return shown is not None and not (know.is_unit(lexicon, shown) or is_label(shown, lexicon))


def _is_term(text: str, lexicon: Lexicon) -> bool:
    """An academic year, and what some languages call one: `Curso 2024-2025`."""
    tokens = text.split()
    named = len(tokens) > _SHORT_TERM and know.head_starts(lexicon, tokens)
    return len(tokens) <= _TERM_WORDS and bool(_TERM.search(text)) and not named


def _is_prose(text: str, lexicon: Lexicon) -> bool:
    """A sentence: it ends like one and most of its words are not names; or where to write to."""
    tokens = text.split()
    small = sum(token[0].islower() for token in tokens)
    written = sum(map(has_letters, tokens))
    if know.is_remark(lexicon, text) or _CONTACT.search(text) or _is_inflected(text):
        return True
    sentence = len(tokens) >= _SENTENCE_WORDS and text.rstrip(')）"»').endswith((".", "。", ":", "："))
    if sentence and small >= 0.55 * written:
        return True
    starts = know.head_starts(lexicon, tokens)
    if sentence_of(tokens) and not starts:
        return True
    return (
        bool(_NOTE_START.match(text))
        and len(tokens) >= _SENTENCE_WORDS
        and small >= 0.6 * len(tokens)
        and not (starts and starts[0].index <= 1)
    )


def _is_inflected(text: str) -> bool:
    """A sentence in Japanese, which has no white space: `留学の相談は国際交流センターまで。`"""
    return text.endswith("。") and len(_KANA.findall(text)) >= _INFLECTED


def sentence_of(tokens: Sequence[str]) -> bool:
    """Whether a few words are a sentence: only the first is written large, `Subject to change.`"""
    first, *others = tokens if has_letters(tokens[0]) else tokens[1:] or tokens
    large = first[0].isupper() and all(token[0].islower() for token in others)
    return large and len(others) >= _SHORT_TERM and others[-1].endswith(".")


def is_header(cells: Sequence[Cell], lexicon: Lexicon) -> bool:
    """Headings of columns: at least two cells, most of them known heading words, no place among them."""
    roles = know.heading_roles(lexicon, [cell.text for cell in cells])
    if len(cells) == 1:
        named = know.headings_in_line(lexicon, cells[0].text)
        return len(named) >= 3 or (len(set(named)) == 2 and "institution" in named and _is_parted(cells[0].text))
    known = sum(role is not None for role in roles)
    return (
        len(set(roles) - {None}) >= 2
        and known >= 0.5 * len(cells)
        and not any(role is None and know.country(lexicon, cell.text) for role, cell in zip(roles, cells, strict=True))
    )


def _is_parted(text: str) -> bool:
    """`University, Country`: white space alone parts the words of a name or a legend too."""
    return any(mark in text for mark in ",，、;；:：|/·・—–")


def whole(entry: Entry, role: Role) -> tuple[Part, ...]:
    """Every cell of the row as one part of `role`."""
    return tuple(Part(role, entry.index, cell.lines, cell.text, box=cell.box) for cell in entry.row.cells if cell.text)

"""The words of a name as its value, and each step from the print to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.clean.names.segment import Token, print_of
from pipeline.clean.normalise import join, opening, standard, tail_mark

Name = tuple[Token, ...]
_BREAK = " / "


@dataclass(frozen=True, slots=True)
class Change:
    """A repair before its agreement has an id."""

    code: str
    field: str
    before: str
    after: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Value:
    """A name's value, the changes that made it (each begins where the one before it ended), and the signs around it."""

    text: str
    changes: tuple[Change, ...]
    signs: str


def value(name: Name, rows: int, cell: str, legend: str | None, vocabulary: frozenset[str]) -> Value:
    """The value of a name that stands in `rows` rows; `cell` is the whole print of a cell that holds several names,
    '' where this name has its cell to itself."""
    lines = [list(line) for _, line in groupby(name, key=lambda token: token.piece)]
    joined = join([[token.text for token in line if token.text] for line in lines], vocabulary)
    tail = tail_mark(joined.text, legend)
    text = joined.text[: len(joined.text) - len(tail)].rstrip(" 。")
    printed = _BREAK.join(" ".join(filter(None, map(_printed, line))) for line in lines)
    printed = printed[: len(printed) - len(tail)].rstrip() if tail and printed.endswith(tail) else printed
    bare = print_of(name)
    bare = bare[: len(bare) - len(tail)].rstrip() if tail and bare.endswith(tail) else bare
    steps = [
        (
            "split_cell",
            cell or printed,
            printed,
            "A new name starts where the words before it read as whole.",
        ),
        (
            "joined_rows" if rows > 1 else "joined_lines",
            printed,
            printed.replace(_BREAK, " "),
            "The name goes on below: neither part reads as a whole name.",
        ),
        ("stray_mark", printed.replace(_BREAK, " "), bare, _stray_words(name)),
        (
            "dehyphenated" if joined.hyphens else "normalised",
            bare,
            text,
            "The hyphen stood only because the line ended."
            if joined.hyphens
            else "Characters and white space in a standard form.",
        ),
    ]
    return Value(text, tuple(_changes(steps)), _lead(name) + tail)


def shared(tokens: Sequence[Token], firsts: Sequence[int]) -> str:
    """The print of a cell in which a name begins in the middle of a line, '' where none does."""
    inline = any(first and tokens[first].piece == tokens[first - 1].piece for first in firsts)
    return " ".join(token.word.text for token in tokens) if inline else ""


def _changes(steps: Sequence[tuple[str, str, str, str]]) -> Iterator[Change]:
    for code, before, after, evidence in steps:
        if before != after:
            yield Change(code, "institution", before, after, evidence)


def _lead(name: Name) -> str:
    first = next((i for i, token in enumerate(name) if token.text), 0)
    return "".join(opening(token.word.text) for token in name[: first + 1])


def _printed(token: Token) -> str:
    """The word without the mark or bullet before it."""
    raw = token.word.text
    if not token.text or standard(raw) == token.text:
        return raw if token.text else ""
    return stray(token) + token.text if standard(raw).endswith(token.text) else raw


def stray(token: Token) -> str:
    """The letter that the dump left before the word, '' where it left none."""
    whole = standard(token.word.text)
    rest = whole[: len(whole) - len(token.text)] if token.text and whole.endswith(token.text) else ""
    rest = rest[len(opening(rest)) :]
    return rest if rest.isalpha() else ""


def _stray_words(name: Name) -> str:
    found = [
        f"“{letter}” stands before “{token.text}” and belongs to no word" for token in name if (letter := stray(token))
    ]
    return "; ".join(found) + "."

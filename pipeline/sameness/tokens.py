"""What a name is made of, once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "place", "country", "number", "kind", "modifier", "head"]


@dataclass(frozen=True, slots=True)
class Token:
    """One meaning of a name: `text` is a concept (=…), a country (@..), a number (#…), a place or a romanised word."""

    text: str
    kind: Kind


Piece = tuple[str, tuple[Token, ...]]  # first letter of a word, what it means


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name's tokens in order, without repeats; `pieces` has them by the words they come from, with their initials.

    `aside` are the places of tokens that stand only in an address after the name (`Tsinghua University, Beijing`).
    """

    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...] = ()
    aside: frozenset[int] = frozenset()

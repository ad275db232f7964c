"""The organisation in a string that also names a department inside it, or an address."""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.sameness.tokens import Piece, Token

_STRONG = frozenset({"=university", "=polytechnic", "=academy", "=highereducation", "=hospital"})
_MIDDLE = frozenset({"=institute", "=college", "=school", "=company", "=foundation", "=society"})
_INNER = frozenset({"=department", "=faculty", "=laboratory", "=centre", "=study", "=group"})
_SHORT = 3  # words of a place
_WHERE = ("word", "place", "country", "number")
_PROPER = ("word", "place", "country")


def organisation(segments: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The segments (between commas) that name the organisation and its place.

    A segment that names only a part (`Faculty of Law`, `School of Nursing`) falls away beside one that names the whole
    (`University of …`); a school or institute with a name of its own (`Queens College`) stays. Of what follows the
    whole, the street, the post code and the country fall away.
    """
    if len(segments) < 2:
        return list(segments)
    heads = [{token.text for _, tokens in segment for token in tokens} for segment in segments]
    strong = any(head & _STRONG for head in heads)
    whole = _STRONG if strong else _MIDDLE
    parts = [_is_part(segment, head, strong) for segment, head in zip(segments, heads, strict=True)]
    named = [at for at, head in enumerate(heads) if head & whole] or [at for at, one in enumerate(parts) if not one]
    chief = named[0] if named else 0
    return [
        segment if at <= chief else _bare(segment)
        for at, (segment, head) in enumerate(zip(segments, heads, strict=True))
        if at == chief or head & whole or not parts[at]
    ]


def _is_part(segment: Sequence[Piece], head: Set[str], strong: bool) -> bool:
    if head & _INNER and (strong or head & {"=department", "=faculty"}):
        return True
    named = any(token.kind in _PROPER for _, tokens in segment for token in tokens)
    return strong and bool(head & _MIDDLE) and not named


def address(segments: Sequence[Sequence[Piece]]) -> list[bool]:
    """Which segments only say where: a place or two after the name, without any generic word."""
    return [
        at > 0 and len(segment) <= _SHORT and all(token.kind in _WHERE for _, tokens in segment for token in tokens)
        for at, segment in enumerate(segments)
    ]


def _bare(segment: list[Piece]) -> list[Piece]:
    """What is left of an address: a city or a province, not the street, the post code or the country."""
    if segment and segment[0][1][0].kind == "number":
        return []
    return [(letter, tokens) for letter, tokens in segment if not all(_is_code(token) for token in tokens)]


def _is_code(token: Token) -> bool:
    return (
        (token.kind == "number" and len(token.text) > 3)
        or (token.kind == "word" and len(token.text) < 3)
        or token.kind == "country"
    )

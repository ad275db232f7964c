"""The organisation in a string that also names a department inside it, or an address."""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.sameness.tokens import Piece, Token

_STRONG = frozenset({"=university", "=polytechnic", "=academy", "=highereducation", "=hospital"})
_MIDDLE = frozenset({"=institute", "=college", "=school", "=company", "=foundation", "=society"})
_INNER = frozenset({"=department", "=faculty", "=laboratory", "=centre", "=study", "=group"})
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
    chief = next((at for at, head in enumerate(heads) if head & whole), 0)
    return [
        segment if at <= chief else _bare(segment)
        for at, (segment, head) in enumerate(zip(segments, heads, strict=True))
        if at == chief or head & whole or not _is_part(segment, head, strong)
    ]


def _is_part(segment: Sequence[Piece], head: Set[str], strong: bool) -> bool:
    if head & _INNER and (strong or head & {"=department", "=faculty"}):
        return True
    named = any(token.kind in _PROPER for _, tokens in segment for token in tokens)
    return strong and bool(head & _MIDDLE) and not named


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

"""Why two names are or are not one institution, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp

from pipeline.sameness.romanise import skeleton, sound
from pipeline.sameness.tokens import Token

_DISTINCT = ("word", "place")


def probability(log_odds: float) -> float:
    """0 to 1, of log-odds in nats; never quite 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def evidence(left: Sequence[Token], right: Sequence[Token]) -> str:
    """What both names say, what sounds alike, and what one alone says."""
    shared = [t for t in left if t in right]
    alike = [(a, b) for a in left for b in right if a not in right and b not in left and _alike(a, b)]
    lone_left = [t for t in left if t not in right and all(t is not a for a, _ in alike)]
    lone_right = [t for t in right if t not in left and all(t is not b for _, b in alike)]
    parts = [
        ("both say", _said(shared)),
        ("alike in sound", ", ".join(f"“{a.text}” and “{b.text}”" for a, b in alike)),
        ("only the first says", _said(lone_left)),
        ("only the second says", _said(lone_right)),
    ]
    return "; ".join(f"{what} {words}" for what, words in parts if words) or "the same words"


def _alike(a: Token, b: Token) -> bool:
    if a.kind not in _DISTINCT or b.kind not in _DISTINCT:
        return False
    bones = skeleton(a.text)
    return sound(a.text) == sound(b.text) or (len(bones) > 2 and bones == skeleton(b.text))


def _said(tokens: Iterable[Token]) -> str:
    return ", ".join(_word(token) for token in tokens)


def _word(token: Token) -> str:
    """Concepts without the sign that marks them, other words in quotes."""
    plain = token.text.lstrip("=@#")
    return plain if token.text[:1] == "=" else f"“{plain}”"

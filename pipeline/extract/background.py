"""Words that nobody sees because they have the colour of what lies behind them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.sheet import Ink, Rule

_PAPER = 0xFFFFFF
_NEAR = 12  # of 255, in every channel: two colours that no eye tells apart


def hide_unseen(words: list[Ink], colours: Sequence[int], rules: list[Rule]) -> tuple[Ink, ...]:
    """The words, those in the colour of the last fill under them (or of the paper) as state "invisible"."""
    fills = [rule for rule in rules if rule.kind == "fill"]
    suspects = {colour for colour in set(colours) if any(_alike(colour, fill.colour) for fill in fills)}
    suspects |= {colour for colour in set(colours) if _alike(colour, _PAPER)}
    if not suspects:
        return tuple(words)
    return tuple(
        word._replace(state="invisible")
        if colour in suspects and word.state == "seen" and _alike(colour, _behind(word, fills))
        else word
        for word, colour in zip(words, colours, strict=True)
    )


def _behind(word: Ink, fills: list[Rule]) -> int:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    under = (f.colour for f in reversed(fills) if f.x0 <= x <= f.x1 and f.top <= y <= f.bottom)
    return next(under, _PAPER)


def _alike(one: int, two: int) -> bool:
    return all(abs((one >> shift & 255) - (two >> shift & 255)) <= _NEAR for shift in (0, 8, 16))

"""Words that nobody sees because they have the colour of what lies behind them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.ink.chars import Written
from pipeline.extract.sheet import Rule

_PAPER = 0xFFFFFF
_NEAR = 12  # of 255, in every channel: two colours that no eye tells apart


def seen_states(written: Written, rules: Sequence[Rule]) -> Sequence[str]:
    """The states of words, "invisible" for those in the colour of the last fill under them (or of the
    paper).
    """
    _, x0s, tops, x1s, bottoms, _, _, _, _, states = written.columns
    fills = [rule for rule in rules if rule.kind != "line"]
    behind = {_PAPER, *(fill.colour for fill in fills)}
    suspects = {colour for colour in set(written.colours) if any(_alike(colour, other) for other in behind)}
    if not suspects:
        return states
    return [
        "invisible"
        if colour in suspects and state == "seen" and _alike(colour, _behind((x0 + x1) / 2, (top + bottom) / 2, fills))
        else state
        for x0, top, x1, bottom, state, colour in zip(x0s, tops, x1s, bottoms, states, written.colours, strict=True)
    ]


def _behind(x: float, y: float, fills: Sequence[Rule]) -> int:
    under = (f.colour for f in reversed(fills) if f.x0 <= x <= f.x1 and f.top <= y <= f.bottom)
    return next(under, _PAPER)


def _alike(one: int, two: int) -> bool:
    return all(abs((one >> shift & 255) - (two >> shift & 255)) <= _NEAR for shift in (0, 8, 16))

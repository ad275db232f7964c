"""The colours that fills show where they let through what lies behind them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.sheet import Rule

_PAPER = 0xFFFFFF
_MOST = 500  # such fills: a drawing in water colours has more
_FULL = 255


def with_tints(rules: Sequence[Rule], alphas: Sequence[int]) -> list[Rule]:
    """The rules of a page in drawing order, each fill in the colour that it makes with the last one behind it."""
    if not 0 < sum(alpha < _FULL for alpha in alphas) <= _MOST:
        return list(rules)
    out: list[Rule] = []
    for rule, alpha in zip(rules, alphas, strict=True):
        through = rule.kind != "line" and alpha < _FULL
        out.append(rule._replace(colour=_mixed(rule.colour, _behind(rule, out), alpha)) if through else rule)
    return out


def _behind(rule: Rule, before: Sequence[Rule]) -> int:
    x, y = (rule.x0 + rule.x1) / 2, (rule.top + rule.bottom) / 2
    under = (f.colour for f in reversed(before) if f.kind != "line" and f.x0 <= x <= f.x1 and f.top <= y <= f.bottom)
    return next(under, _PAPER)


def _mixed(above: int, below: int, alpha: int) -> int:
    channels = ((above >> shift & 255, below >> shift & 255, shift) for shift in (0, 8, 16))
    return sum(round((one * alpha + two * (_FULL - alpha)) / _FULL) << shift for one, two, shift in channels)

"""Bullets that print sets a little off the baseline of the names behind them: a raised mark in a line moves its letters
down, `University of Jaffna†`, and not the bullet before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.sheet import Ink

_OFF = 0.4  # ems from a bullet's baseline to that of its name
_BEHIND = 1.5  # ems from a bullet to its name


def with_bullets(lines: list[list[Ink]]) -> list[list[Ink]]:
    """The lines, each bullet in that of its name."""
    for i, line in enumerate(lines):
        for word in [word for word in line if _is_bullet(word) and not _opens(word, line)]:
            near = (lines[j] for j in (i + 1, i - 1) if 0 <= j < len(lines))
            if host := next((one for one in near if _opens(word, one)), None):
                line.remove(word)
                host.append(word)
    return [line for line in lines if line]


def _is_bullet(word: Ink) -> bool:
    return len(word.text) == 1 and not word.text.isalnum()


def _opens(bullet: Ink, line: Sequence[Ink]) -> bool:
    """Whether a word of the line stands right behind the bullet, about as high."""
    return any(
        0 <= word.x0 - bullet.x1 <= _BEHIND * bullet.size and abs(word.base - bullet.base) <= _OFF * bullet.size
        for word in line
    )

"""One cell of names as it is read."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.clean.names.pieces import Piece
from pipeline.clean.names.segment import Stretch, Token

NEVER = 9.0  # nats beyond which no cell goes on with the name above


@dataclass(frozen=True, slots=True)
class Unit:
    """One cell of names. `apart` is how many nats better it reads as a new name than as the rest of the one above."""

    row: int
    pieces: tuple[Piece, ...]
    stretches: tuple[Stretch, ...]
    apart: float = NEVER

    @property
    def names(self) -> tuple[tuple[Token, ...], ...]:
        """The cell's names by the best cutting."""
        return tuple(name for stretch in self.stretches for name in stretch.names(stretch.cuttings[0]))

"""Names as arrays: token ids padded to one width, their rarity, and strings for whole-name likeness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness.parse import Token
from pipeline.sameness.romanise import skeleton, sound

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

WIDTH = 12  # tokens a name is compared by; the distinctive ones come first
KINDS = ("word", "place", "country", "number", "kind", "modifier", "head")
_ORDER = {kind: at for at, kind in enumerate(KINDS)}
_PRIOR = 30.0  # names of a country whose shares weigh as much as the shares over all countries


@dataclass(frozen=True, slots=True)
class Vectors:
    """n names of up to WIDTH tokens; id -1 is no token. `rarity` is -ln(share of the country's names that have it)."""

    token: Ints
    sound: Ints
    skeleton: Ints
    kind: NDArray[np.int8]
    rarity: Floats
    sound_rarity: Floats
    skeleton_rarity: Floats
    group: Ints
    core: list[str]
    texts: list[str]


def vectors(names: Sequence[tuple[Token, ...]], countries: Sequence[str | None]) -> Vectors:
    """Arrays of the parsed names, in their order; rarity is counted among these names."""
    ids: dict[str, int] = {}
    shape = (len(names), WIDTH)
    token, sounds, bones = (np.full(shape, -1, np.int32) for _ in range(3))
    kind = np.full(shape, len(KINDS), np.int8)
    core: list[str] = []
    for row, tokens in enumerate(names):
        kept = sorted(tokens, key=lambda t: _ORDER[t.kind])[:WIDTH]
        core.append("".join(t.text for t in tokens if t.kind in ("word", "place")))
        for at, one in enumerate(kept):
            token[row, at] = ids.setdefault(one.text, len(ids))
            kind[row, at] = _ORDER[one.kind]
            plain = one.text if _ORDER[one.kind] > 1 else sound(one.text)
            bare = one.text if _ORDER[one.kind] > 1 else skeleton(one.text)
            sounds[row, at] = ids.setdefault("~" + plain, len(ids))
            bones[row, at] = ids.setdefault("^" + (bare if len(bare) > 2 else plain), len(ids))
    codes: dict[str | None, int] = {}
    group = np.array([codes.setdefault(c, len(codes)) for c in countries], np.int32)
    shares = [_rarity(part, group, len(ids)) for part in (token, sounds, bones)]
    return Vectors(token, sounds, bones, kind, *shares, group, core, list(ids))


def _rarity(token: Ints, group: Ints, vocabulary: int) -> Floats:
    """-ln of the share of names that hold the token, in its country, smoothed by the share over all names."""
    held = token >= 0
    wide = np.bincount(token[held], minlength=vocabulary)
    share = (wide + 0.5) / (len(token) + 1)
    key = group.astype(np.int64)[:, None] * vocabulary + token
    _, inverse, counts = np.unique(key[held], return_inverse=True, return_counts=True)
    size = np.bincount(group)[group].astype(np.float64)
    out = np.zeros(token.shape, np.float32)
    rows = np.nonzero(held)[0]
    own = counts[inverse]
    out[held] = -np.log((own + _PRIOR * share[token[held]]) / (size[rows] + _PRIOR))
    return out

"""Names as arrays: token ids padded to one width, their rarity, and strings for whole-name likeness."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.sameness.lexicon import concepts
from pipeline.sameness.romanise import skeleton, sound
from pipeline.sameness.spelling import classes
from pipeline.sameness.tokens import Parsed, Token

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

WIDTH = 12  # tokens a name is compared by; the distinctive ones come first
ACRONYMS = 4  # acronyms of a name that other names use
KINDS = ("word", "place", "country", "number", "kind", "modifier", "head", "aside")
WORD, PLACE, COUNTRY, NUMBER, KIND, MODIFIER, HEAD, ASIDE = range(len(KINDS))
_ORDER = {kind: at for at, kind in enumerate(KINDS)}
_PRIOR = 30.0  # names of a country whose shares weigh as much as the shares over all countries
_SHORTEST_BONES = 3


@dataclass(frozen=True, slots=True)
class Layer:
    """One way of writing tokens: ids (-1 is none) and -ln of the share of the country's names that have them."""

    ids: Ints
    rarity: Floats


@dataclass(frozen=True, slots=True)
class Vectors:
    """n names of up to WIDTH tokens, as exact tokens, by sound, by likely spelling and by consonants.

    `acronym[i]` has ids of exact tokens that are initials of name i, `covers[i]` which of its tokens they stand for.
    """

    token: Layer
    sound: Layer
    spelling: Layer
    bones: Layer
    kind: NDArray[np.int8]
    acronym: Ints
    covers: NDArray[np.bool_]
    group: Ints
    stateless: NDArray[np.bool_]
    size: Floats
    core: list[str]
    foreign: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.group)


def vectors(names: Sequence[Parsed], countries: Sequence[str | None], texts: Sequence[str]) -> Vectors:
    """Arrays of the names, in their order; rarity is counted among these names of one country."""
    kept = [_kept(name) for name in names]
    vocabulary: dict[Token, int] = {}
    token, kind = np.full((len(names), WIDTH), -1, np.int32), np.full((len(names), WIDTH), len(KINDS), np.int8)
    for row, tokens in enumerate(kept):
        token[row, : len(tokens)] = [vocabulary.setdefault(one, len(vocabulary)) for one in tokens]
        aside = {names[row].tokens[at] for at in names[row].aside}
        kind[row, : len(tokens)] = [ASIDE if one in aside else _ORDER[one.kind] for one in tokens]
    codes: dict[str | None, int] = {}
    group = np.array([codes.setdefault(country, len(codes)) for country in countries], np.int32)
    exact, sounds, spelled, bones = (Layer(ids, _rarity(ids, group)) for ids in _layers(token, list(vocabulary)))
    acronym, covers = _acronyms(names, kept, vocabulary)
    return Vectors(
        exact, sounds, spelled, bones, kind, acronym, covers, group,
        np.array([country is None for country in countries], bool),
        np.log(np.bincount(group)[group]).astype(np.float32),
        [_core(name) for name in names],
        np.array([not text.isascii() and sum(c > "\u024f" for c in text) * 2 > len(text) for text in texts], bool),
    )  # fmt: skip


def _core(name: Parsed) -> str:
    return "".join(
        token.text for at, token in enumerate(name.tokens) if token.kind in ("word", "place") and at not in name.aside
    )


def _kept(name: Parsed) -> list[Token]:
    return sorted(name.tokens, key=lambda token: _ORDER[token.kind])[:WIDTH]


def _layers(token: Ints, vocabulary: list[Token]) -> Iterator[Ints]:
    """The tokens' ids, then the ids of their sounds, spellings and skeletons; generic tokens stay themselves."""
    yield token
    counts = np.bincount(token[token >= 0], minlength=len(vocabulary))
    distinct = [at for at, one in enumerate(vocabulary) if one.kind in ("word", "place")]
    near = classes([vocabulary[at].text for at in distinct], counts[distinct])
    sounds, spellings, bones = ([one.text for one in vocabulary] for _ in range(3))
    for place, at in enumerate(distinct):
        text = vocabulary[at].text
        sounds[at] = "~" + sound(text)
        spelled = at if vocabulary[at].kind == "place" else distinct[near[place]]
        spellings[at] = "~" + sound(vocabulary[spelled].text)
        bare = skeleton(text)
        bones[at] = "^" + bare if len(bare) >= _SHORTEST_BONES else "~" + sound(text)
    families = concepts().families
    for at, one in enumerate(vocabulary):
        if one.text[:1] == "=":
            bones[at] = families.get(one.text[1:], one.text)
    for forms in (sounds, spellings, bones):
        ids: dict[str, int] = {}
        yield np.append(np.array([ids.setdefault(form, len(ids)) for form in forms], np.int32), np.int32(-1))[token]


def _rarity(ids: Ints, group: Ints) -> Floats:
    """-ln of the share of names that hold the token, in its country, smoothed by the share over all names."""
    held = ids >= 0
    wide = np.bincount(ids[held], minlength=1)
    share = (wide + 0.5) / (len(ids) + 1)
    key = group.astype(np.int64)[:, None] * len(wide) + ids
    _, inverse, counts = np.unique(key[held], return_inverse=True, return_counts=True)
    size = np.bincount(group, minlength=1)[group].astype(np.float64)
    out = np.zeros(ids.shape, np.float32)
    out[held] = -np.log((counts[inverse] + _PRIOR * share[ids[held]]) / (size[np.nonzero(held)[0]] + _PRIOR))
    return np.maximum(out, 0)


def _acronyms(
    names: Sequence[Parsed], kept: Sequence[list[Token]], vocabulary: dict[Token, int]
) -> tuple[Ints, NDArray[np.bool_]]:
    """Initials of words in a row that some name uses as a word: `tu` for Technische Universität."""
    used = {one.text: at for one, at in vocabulary.items() if one.kind == "word" and 2 <= len(one.text) <= 7}
    starts = {word[:2] for word in used}
    acronym = np.full((len(names), ACRONYMS), -1, np.int32)
    covers = np.zeros((len(names), ACRONYMS, WIDTH), np.bool_)
    for row, name in enumerate(names):
        for slot, (word, tokens) in enumerate(_spans(name, used, starts)):
            acronym[row, slot] = used[word]
            covers[row, slot, [at for at, token in enumerate(kept[row]) if token in tokens]] = True
    return acronym, covers


def _spans(name: Parsed, used: Container[str], starts: Container[str]) -> list[tuple[str, set[Token]]]:
    found = []
    initials = [letters for letters, _ in name.pieces]
    for start in range(len(initials)):
        if "".join(initials[start : start + 2])[:2] not in starts:
            continue
        letters = ""
        for end in range(start, min(start + 7, len(initials))):
            letters += initials[end]
            if len(letters) > 1 and letters in used:
                found.append((letters, {token for _, ones in name.pieces[start : end + 1] for token in ones}))
    return sorted(found, key=lambda span: (-len(span[0]), span[0]))[:ACRONYMS]

"""Whether a name may end with one word and another name begin with the next: counts of where words stand in names.

benchmarks/fit_positions.py makes positions.tsv and pairs.tsv from names of the Research Organization Registry (ror.org,
CC0). Words that these do not know may stand in the names of schools and universities of the registry of domains
(`registered`): `Nicolaus` begins names there, and stands before `Copernicus`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log
from unicodedata import normalize

from .fold import fold, key
from .lexicon import Lexicon

_COMMON = 8
_EDGES = "()[]\"',.;:“”«»"
_WEIGHT = 3.0  # names that the guess for an unknown word is worth
_GUESS = {True: (0.30, 0.35), False: (0.02, 0.15)}  # capital or not: chance to begin, to end a name


@lru_cache(maxsize=1)
def _counts() -> dict[str, tuple[int, int, int]]:
    text = files(__package__).joinpath("positions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {word: (int(first), int(last), int(inner)) for word, first, last, inner in rows}


@lru_cache(maxsize=1)
def _pairs() -> dict[str, int]:
    text = files(__package__).joinpath("pairs.tsv").read_text(encoding="utf-8")
    return {pair: int(count) for pair, count in (line.split("\t") for line in text.splitlines()[1:])}


@dataclass(frozen=True, slots=True)
class Places:
    """Where words stand in the registered names, by their keys: names that each begins, ends, stands inside of; how
    often two stand side by side; and how many places there are in all."""

    words: Mapping[str, tuple[int, int, int]]
    pairs: Mapping[tuple[str, str], int]
    whole: int


@lru_cache(maxsize=4)
def _registered(lexicon: Lexicon) -> Places:
    names = [name.split() for name in lexicon.registered]
    first, last = Counter(name[0] for name in names), Counter(name[-1] for name in names)
    inner = Counter(word for name in names for word in name[1:-1])
    words = {word: (first[word], last[word], inner[word]) for word in first | last | inner}
    pairs = Counter(pair for name in names for pair in pairwise(name))
    return Places(words, pairs, sum(map(len, names)))


def together(lexicon: Lexicon, before: str, after: str) -> float:
    """Nats by which the two words stand side by side in names more often than by chance; 0 for an unknown pair."""
    first, second = _bare(before), _bare(after)
    if seen := _pairs().get(f"{first} {second}", 0):
        return max(0.0, log(seen * _whole() / (_total(first) * _total(second))))
    return 0.0 if is_common_word(before) or is_common_word(after) else _side_by_side(lexicon, before, after)


@lru_cache(maxsize=1 << 15)
def _side_by_side(lexicon: Lexicon, before: str, after: str) -> float:
    """The same by the registered names, less where few of them say so (Pantel and Lin 2002)."""
    places, pair = _registered(lexicon), (key(before), key(after))
    seen = places.pairs.get(pair, 0)
    if not seen or before[-1] in ",，":
        return 0.0
    rarer, other = sorted(sum(places.words[word]) for word in pair)
    return max(0.0, log(seen * places.whole / (rarer * other))) * seen / (seen + 1) * rarer / (rarer + 1)


@lru_cache(maxsize=1)
def _whole() -> int:
    return sum(sum(places) for places in _counts().values())


def _total(word: str) -> int:
    return sum(_counts()[word])


def is_known_word(word: str) -> bool:
    """Whether the word stands in many names of institutions."""
    return _bare(word) in _counts()


def is_registered_word(lexicon: Lexicon, word: str) -> bool:
    """Whether the word stands in the name of some school or university."""
    return key(word) in _registered(lexicon).words


def is_common_word(word: str) -> bool:
    """Whether many institutions have the word in their names, so that it tells none of them from others."""
    return sum(_counts().get(fold(word.strip("()[]\"',.;:“”«»")), (0, 0, 0))) >= _COMMON


@lru_cache(maxsize=1 << 15)
def _bare(token: str) -> str:
    """The word as it is counted: with its accents, since `Collège` begins names and `College` ends them."""
    bare = normalize("NFC", token.strip(_EDGES)).casefold()
    return bare if bare in _counts() else fold(bare)


@lru_cache(maxsize=1 << 15)
def _chances(lexicon: Lexicon, token: str) -> tuple[float, float]:
    """Chance that a name with this word begins with it, and that it ends with it."""
    first, last, inner = _counts().get(_bare(token)) or _registered(lexicon).words.get(key(token), (0, 0, 0))
    begin, end = _GUESS[not token.lstrip(_EDGES)[:1].islower()]
    total = first + last + inner + _WEIGHT
    return (first + _WEIGHT * begin) / total, (last + _WEIGHT * end) / total


def boundary(lexicon: Lexicon, before: str, after: str) -> float:
    """Log-odds that one name ends with `before` and another begins with `after`; about -1.5 for two unknown words."""
    ends, begins = _chances(lexicon, before)[1], _chances(lexicon, after)[0]
    return log(ends / (1 - ends)) + log(begins / (1 - begins))

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
from typing import NamedTuple
from unicodedata import normalize

from .fold import fold, key
from .lexicon import Lexicon

GOVERNS = "…"  # behind a word that stands before a preposition
_COMMON = 8
_EDGES = "()[]\"',.;:“”«»"
_WEIGHT = 3.0  # names that the guess for an unknown word is worth
_GUESS = {True: (0.37, 0.30), False: (0.02, 0.35)}  # capital or not: chance to begin, to end a name, counted


class Counts(NamedTuple):
    """Names that a word begins, ends, stands inside of; those where another name could have begun with it, since no
    preposition binds it to the word before, and where one could have ended with it."""

    first: int = 0
    last: int = 0
    inner: int = 0
    after: int = 0
    before: int = 0

    @property
    def names(self) -> int:
        return self.first + self.last + self.inner


@lru_cache(maxsize=1)
def _counts() -> dict[str, Counts]:
    text = files(__package__).joinpath("positions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {word: Counts(*map(int, counts)) for word, *counts in rows}


@lru_cache(maxsize=1)
def _pairs() -> dict[str, int]:
    text = files(__package__).joinpath("pairs.tsv").read_text(encoding="utf-8")
    return {pair: int(count) for pair, count in (line.split("\t") for line in text.splitlines()[1:])}


@dataclass(frozen=True, slots=True)
class Places:
    """Where words stand in the registered names, by their keys; how often two stand side by side; and how many places
    there are in all."""

    words: Mapping[str, Counts]
    pairs: Mapping[tuple[str, str], int]
    whole: int


@lru_cache(maxsize=4)
def _registered(lexicon: Lexicon) -> Places:
    names = [name.split() for name in lexicon.registered]
    first, last = Counter(name[0] for name in names), Counter(name[-1] for name in names)
    inner = Counter(word for name in names for word in name[1:-1])
    pairs = Counter(pair for name in names for pair in pairwise(name))
    after, before = _neighbours(pairs, lexicon.links)
    words = {word: Counts(first[word], last[word], inner[word], after[word], before[word])
             for word in first | last | inner}
    return Places(words, pairs, sum(map(len, names)))


def _neighbours(pairs: Mapping[tuple[str, str], int], links: frozenset[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands behind another, and how often before one, that no preposition ties to it."""
    after, before = Counter[str](), Counter[str]()
    for (one, two), seen in pairs.items():
        if one not in links and two not in links:
            after[two] += seen
            before[one] += seen
    return after, before


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
    rarer, other = sorted(places.words[word].names for word in pair)
    return max(0.0, log(seen * places.whole / (rarer * other))) * seen / (seen + 1) * rarer / (rarer + 1)


@lru_cache(maxsize=1)
def _whole() -> int:
    return sum(places.names for places in _counts().values())


def _total(word: str) -> int:
    return _counts()[word].names


def is_known_word(word: str) -> bool:
    """Whether the word stands in many names of institutions."""
    return _bare(word) in _counts()


def is_registered_word(lexicon: Lexicon, word: str) -> bool:
    """Whether the word stands in the name of some school or university."""
    return key(word) in _registered(lexicon).words


def is_common_word(word: str) -> bool:
    """Whether many institutions have the word in their names, so that it tells none of them from others."""
    return _counts().get(fold(word.strip(_EDGES)), Counts()).names >= _COMMON


@lru_cache(maxsize=1 << 15)
def _bare(token: str) -> str:
    """The word as it is counted: with its accents, since `Collège` begins names and `College` ends them."""
    bare = normalize("NFC", token.strip(_EDGES)).casefold()
    return bare if bare in _counts() else fold(bare)


@lru_cache(maxsize=1 << 15)
def _chances(lexicon: Lexicon, token: str, governs: bool = False) -> tuple[float, float]:
    """Chance that a name begins with this word where one may, and that it ends with it where it may."""
    before = _counts().get(f"{_bare(token)} {GOVERNS}") if governs else None
    seen = before or _counts().get(_bare(token)) or _registered(lexicon).words.get(key(token), Counts())
    begin, end = _GUESS[not token.lstrip(_EDGES)[:1].islower()]
    return ((seen.first + _WEIGHT * begin) / (seen.first + seen.after + _WEIGHT),
            (seen.last + _WEIGHT * end) / (seen.last + seen.before + _WEIGHT))


def boundary(lexicon: Lexicon, before: str, after: str, then: str = "") -> float:
    """Log-odds that one name ends with `before` and another begins with `after`, behind which `then` stands: `College
    of` begins names, where `College` ends them. About -1.4 for two unknown words."""
    ends, begins = _chances(lexicon, before)[1], _chances(lexicon, after, then.casefold() in lexicon.links)[0]
    return log(ends / (1 - ends)) + log(begins / (1 - begins))

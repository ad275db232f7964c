"""A line of words prepared for judging, so that every run of them can be judged as a name in constant time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from pipeline import knowledge as know
from pipeline.clean.names.edges import brackets, hangs, is_ideographic, is_initials, is_opening
from pipeline.knowledge import Lexicon, fold

_COMMAS = (",", "，")
_LONGEST_NAME = 14  # words


@dataclass(frozen=True, slots=True)
class Noun:
    """A head noun, what it can name, and how surely its name begins with each of the words up to it."""

    at: int
    end: int
    kinds: frozenset[str]
    begins: tuple[tuple[int, float], ...]
    free: tuple[tuple[int, float], ...]  # those that nothing links to the word before, brackets aside
    language: str
    part: bool  # its word names parts of organisations alone: `Fakultät`, but not `College`


@dataclass(frozen=True, slots=True)
class Place:
    """Words that say where an institution lies, and the chance that they speak true."""

    first: int
    end: int
    kind: str
    strength: float


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Words with their head nouns, and for each position what stands before it."""

    tokens: tuple[str, ...]
    folded: tuple[str, ...]
    nouns: tuple[Noun, ...]
    places: tuple[Place, ...]
    telling: tuple[int, ...]  # words so far that tell institutions apart: `Lund`, not `National University of`
    commas: tuple[int, ...]  # end of the last phrase before a position that a comma closes, 0 where there is none
    brackets: tuple[int, ...]
    quotes: tuple[int, ...]
    linked: tuple[bool, ...]  # the word belongs to the one before it, brackets aside
    heads: tuple[int, ...]  # head nouns so far
    registered: frozenset[tuple[int, int]]  # first and end of the words that are a known university's whole name

    def comma(self, first: int, end: int) -> int:
        """Where the last phrase begins that a comma sets off, `first` where there is none."""
        return max(first, self.commas[end - 1])

    def first_comma(self, first: int, end: int) -> int:
        """Where the first phrase ends that a comma closes before the last word, `end` where there is none."""
        return next((i for i in range(first + 1, end) if self.commas[i] == i), end)

    def open(self, first: int, end: int) -> int:
        """Brackets and quotations that are open behind these words."""
        return self.brackets[end] - self.brackets[first] + (self.quotes[end] - self.quotes[first]) % 2


@lru_cache(maxsize=1 << 12)
def wording(tokens: tuple[str, ...], lexicon: Lexicon) -> Wording:
    """Read a line of words, none of them empty."""
    ends = [i + 1 if token.endswith(_COMMAS) else 0 for i, token in enumerate(tokens)]
    linked = tuple(_linked(tokens))
    nouns = tuple(_nouns(tokens, linked, lexicon))
    heads = {noun.at for noun in nouns}
    telling = tuple(accumulate(_telling(tokens, nouns, lexicon), initial=0))
    return Wording(
        tokens, tuple(fold(token) for token in tokens), nouns, tuple(_places(tokens, lexicon)),
        telling, tuple(accumulate(ends, max, initial=0)),
        tuple(accumulate(brackets(tokens), initial=0)),
        tuple(accumulate((token.count('"') for token in tokens), initial=0)),
        linked, tuple(accumulate((i in heads for i in range(len(tokens))), initial=0)),
        frozenset((first, end) for first, end in _registered(tokens, lexicon) if telling[first] < telling[end]),
    )


def _registered(tokens: tuple[str, ...], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Known names within the words; some are borne by many, `National University`."""
    keys = [know.key(token) for token in tokens]
    ends = [at + 1 for at, token in enumerate(tokens) if keys[at] and not hangs(token)]
    for first in (at for at, word in enumerate(keys) if word):
        for end in (end for end in ends if first < end <= first + _LONGEST_NAME):
            if " ".join(filter(None, keys[first:end])) in lexicon.registered:
                yield first, end


def _linked(tokens: tuple[str, ...]) -> Iterator[bool]:
    for before, token in pairwise(("-", *tokens)):
        yield bool(hangs(before) or is_opening(token) or is_initials(before))


def _nouns(tokens: tuple[str, ...], linked: tuple[bool, ...], lexicon: Lexicon) -> Iterator[Noun]:
    starts = sorted(know.head_starts(lexicon, tokens), key=lambda start: start.head)
    for at, group in groupby(starts, key=lambda start: start.head):
        same = list(group)
        sure = {at: 0.0}
        for start in same:
            sure[start.index] = max(start.strength, sure.get(start.index, 0.0))
        begins = tuple(sorted(sure.items()))
        free = tuple((index, chance) for index, chance in begins if not linked[index])
        end = max(start.index + start.length for start in same)
        part = _names_part(same[-1], tokens[at], lexicon)
        yield Noun(at, end, frozenset(start.kind for start in same), begins, free, same[-1].language, part)


def _names_part(start: know.HeadStart, word: str, lexicon: Lexicon) -> bool:
    heads = lexicon.heads.get(fold(word.strip("()[]\"“”„«».,;:")), ())
    return start.kind == "unit" and all(head.kinds == {"unit"} for head in heads)


def _places(tokens: tuple[str, ...], lexicon: Lexicon) -> Iterator[Place]:
    folded = [fold(token).strip(",.;()'") for token in tokens]
    at = 0
    for clue in know.clues(lexicon, " ".join(tokens)):
        words = clue.words.split()
        first = next((i for i in range(at, len(folded)) if folded[i : i + len(words)] == words), -1)
        if first >= 0 and clue.kind not in ("language", "name"):
            yield Place(first, first + len(words), clue.kind, clue.strength)
            at = first + len(words)


def _telling(tokens: tuple[str, ...], nouns: Sequence[Noun], lexicon: Lexicon) -> Iterator[int]:
    inside = {at for noun in nouns for at in range(noun.at, noun.end)}
    common = (lexicon.qualifiers, lexicon.fields, lexicon.prepositions, lexicon.articles, lexicon.conjunctions,
              *lexicon.before.values())
    for at, token in enumerate(tokens):
        bare = _unelided(fold(token).strip(",.;:()\""))
        yield int((at not in inside or is_ideographic(token)) and not any(bare in words for words in common))


def _unelided(word: str) -> str:
    """`l'eau` is `eau`; `Sana'a` stays."""
    before, _, rest = word.partition("'")
    return rest if len(before) <= 4 and len(rest) > 2 else word

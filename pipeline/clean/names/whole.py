"""Does a run of words read like the whole name of one institution? The score that splitting and joining share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache

from pipeline import knowledge as know
from pipeline.clean.names.edges import (
    depth,
    ends_open,
    hangs,
    is_ideographic,
    is_initials,
    is_opening,
    is_quoted,
    links,
    starts_inside,
)
from pipeline.clean.names.weights import DEFAULT, Weights
from pipeline.clean.names.wording import Noun, Wording, wording
from pipeline.knowledge import Lexicon, fold

__all__ = [
    "Known", "Trait", "depth", "ends_open", "is_opening", "is_quoted", "links", "nats", "opener", "opens_with_head",
    "score", "starts_inside", "traits", "worth_of",
]

_USUAL = 6  # words of an organisation's name

Trait = tuple[str, float]
"""The name of a weight, and how often it counts."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a name is judged by: what the edition says elsewhere, folded (`names` that stand alone, `openers` before the
    first comma of a cell; `habit`, nats for a cell of several names), and the weights."""

    names: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    habit: float = 0.0
    weights: Weights = DEFAULT


def opener(tokens: Sequence[str]) -> str:
    """The folded phrase before the first comma, '' where there is none."""
    end = next((i + 1 for i, token in enumerate(tokens[:-1]) if token.endswith((",", "，"))), 0)
    return fold(" ".join(tokens[:end]))


def opens_with_head(tokens: Sequence[str], starts: Sequence[know.HeadStart]) -> bool:
    """A head noun stands before the first comma: the first phrase names something."""
    comma = next((i for i, token in enumerate(tokens) if token.endswith((",", "，"))), len(tokens))
    return any(start.index <= comma for start in starts)


def score(tokens: Sequence[str], known: Known, lexicon: Lexicon) -> float:
    """How well the words read as one whole name, in nats."""
    words = tuple(token for token in tokens if token)
    if not words:
        return -6.0
    return nats(traits(wording(words, lexicon), 0, len(words), known), worth_of(known.weights))


def nats(found: Iterable[Trait], worth: Mapping[str, float]) -> float:
    """The sum of what the traits are worth."""
    return sum([worth[name] * value for name, value in found])


@lru_cache(maxsize=4)
def worth_of(weights: Weights) -> Mapping[str, float]:
    """The weights by name."""
    return asdict(weights)


def traits(line: Wording, first: int, end: int, known: Known) -> Iterator[Trait]:
    """What speaks for and against the words from `first` to `end` being one whole name."""
    yield from _own(line, first, end)
    if known.names and end > first + 1 and " ".join(line.folded[first:end]) in known.names:
        yield "stands_alone", 1.0
    if {(first, end), (line.comma(first, end), end)} & line.registered:
        yield "registered", 1.0
    comma = line.first_comma(first, end)
    if known.openers and comma < end and " ".join(line.folded[first:comma]) in known.openers:
        yield "opener", 1.0


@lru_cache(maxsize=1 << 16)
def _own(line: Wording, first: int, end: int) -> tuple[Trait, ...]:
    """One organisation, with units before or behind a comma, is a name; a second that nothing links is another name."""
    tokens = line.tokens[first:end]
    nouns = line.nouns[line.heads[first] : line.heads[end]]
    found = [("starts_inside", 1.0)] * starts_inside(tokens)
    found += [("ends_comma" if tokens[-1][-1] in ",，" else "ends_open", 1.0)] * _breaks_off(line, first, end)
    found += [("quoted", 1.0)] * is_quoted(tokens) + [("unbalanced", 1.0)] * (line.open(first, end) < 0)
    one_word = len(tokens) == 1 and not is_ideographic(tokens[0])
    if not nouns:
        return (*found, ("headless_word" if one_word else "headless", 1.0), *_person(tokens))
    if one_word and len(tokens[0]) < 12:
        return (*found, ("bare_head", 1.0))
    standing = _standing(nouns)
    comma = line.comma(first, end)
    found += [("part" if all(noun.part for noun in nouns) else standing, 1.0)]
    found += _organisation(line, comma, end)
    above = line.nouns[line.heads[first] : line.heads[comma]]  # those before the last comma
    found += [("unit_first", 1.0)] * bool(above and _standing(above) == "unit" != standing)
    found += [("late_head", 1.0)] * (not _opens_with_head(line, first, end, nouns))
    found += [("trails_off", 1.0)] * (comma > first and nouns[-1].at < comma and standing == "unit")
    return (*found, *_seconds(line, first, end, nouns))


def _person(tokens: Sequence[str]) -> Iterator[Trait]:
    """Somebody after whom an institution is named: `Президента России Б. Н. Ельцина`."""
    if any(is_initials(token) for token in tokens):
        yield "person", 1.0


def _breaks_off(line: Wording, first: int, end: int) -> bool:
    return hangs(line.tokens[end - 1]) or line.open(first, end) > 0


def _opens_with_head(line: Wording, first: int, end: int, nouns: Sequence[Noun]) -> bool:
    return max(first, nouns[0].begins[0][0]) < line.first_comma(first, end)


def _organisation(line: Wording, first: int, end: int) -> Iterator[Trait]:
    """The last phrase: whether it tells its name from others, its length, its places."""
    if line.telling[first] == line.telling[end]:
        yield "common", 1.0
    if end - first > _USUAL:
        yield "long", float(end - first - _USUAL)
    if sum(place.kind == "city" and first <= place.first and place.end <= end for place in line.places) > 1:
        yield "two_places", 1.0


def _standing(nouns: Sequence[Noun]) -> str:
    """Whether some head can only be an organisation, or may be one (`Institut`), or all are units."""
    if any(noun.kinds == {"organisation"} for noun in nouns):
        return "organisation"
    return "either" if any("organisation" in noun.kinds for noun in nouns) else "unit"


def _seconds(line: Wording, first: int, end: int, nouns: Sequence[Noun]) -> Iterator[Trait]:
    """Each head noun that nothing links to what precedes it: there another name could begin."""
    last = first - 2
    for noun in nouns:
        same = noun.at <= last + 1 and not is_ideographic(line.tokens[noun.at])  # `University College`
        free = [] if same else [
            (at, sure) for at, sure in noun.free if first < at > last and line.open(first, at) <= 0]
        if free:
            at, sure = free[0]
            kind = _second(line, at, (first, end), noun, nouns)
            yield from _another(kind, sure, _of_unit(line, noun, nouns), noun.language != nouns[0].language)
        last = noun.at


def _another(kind: str, sure: float, of_unit: bool, foreign: bool) -> Iterator[Trait]:
    if kind:
        yield kind, 1.0
    if kind not in ("", "second_phrase", "unit_again"):
        yield "second_sure", sure
        if of_unit:
            yield "second_of_unit", 1.0
        if foreign:
            yield "second_language", 1.0


def _of_unit(line: Wording, noun: Noun, nouns: Sequence[Noun]) -> bool:
    """A unit governs the words before the head: `Juristische Fakultät der Georg-August Universität Göttingen`.

    Where they are its field, `Fakultät der Philosophie Universität Göttingen`, it does not.
    """
    above = max((other for other in nouns if other.end < noun.at), key=lambda other: other.at, default=None)
    if above is None or above.kinds != {"unit"} or not links(line.tokens[above.end]) or line.commas[noun.at] > above.at:
        return False
    between = range(above.end + 1, noun.at)
    return bool(between) and all(line.telling[i] < line.telling[i + 1] for i in between)


def _second(line: Wording, at: int, span: tuple[int, int], noun: Noun, nouns: Sequence[Noun]) -> str:
    """What a second name inside a name is: worst after a whole one (`X, Y Z`), little after a lone unit (`X Y`)."""
    first, end = span
    comma = max(first, line.commas[at])
    before = [other for other in nouns if comma <= other.at < at]
    if not before:  # `College of Engineering, E.A.P. Europäische Wirtschaftshochschule`: the phrase's first head
        again = noun.kinds == {"unit"} and at == noun.begins[0][0] and line.comma(at, end) > at
        return ("unit_again" if again else "second_phrase") if comma > first else ""
    above = before[-1].kinds
    ideographs = is_ideographic(line.tokens[at]) and "organisation" in noun.kinds
    if comma > first or line.tokens[at - 1].endswith((")", "）")) or above == {"organisation"} or ideographs:
        further = line.comma(at, end) > at
        return "second_whole" if noun.kinds == {"organisation"} or further else "second_part"
    return "second_either" if noun.kinds == {"unit"} or "organisation" in above else "second_unit"

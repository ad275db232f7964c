"""Where a new name may begin inside a line, and what speaks for and against a cut there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log

from pipeline import knowledge as know
from pipeline.clean.names.edges import is_ideographic, is_opening
from pipeline.clean.names.whole import Known, Trait
from pipeline.clean.names.wording import Wording, wording
from pipeline.knowledge import Lexicon, fold

_UNSURE = 0.3  # least strength of a head noun's beginning
_MOST = 5.0  # nats that two words may say
_COMPANY = frozenset([
    "sdn", "bhd", "inc", "ltd", "ltda", "llc", "plc", "gmbh", "ggmbh", "pty", "pvt", "pte", "corp", "e.v", "s.a",
    "s.l", "s.r.l", "s.p.a", "sp", "z.o.o", "b.v", "n.v",
])
_ACRONYM = re.compile(r"(?=(?:-?[A-Z]){3})[A-Z]+(?:-[A-Z]+)*$")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_FAR = 6  # words between a name's beginning and its head noun


def cuts(
    texts: Sequence[str], known: Known, lexicon: Lexicon, anywhere: bool = False
) -> dict[int, tuple[Trait, ...]]:
    """What speaks for and against a cut before each word of a line where a name may begin."""
    if len(texts) < 2 or not all(texts[1:]):
        return {}
    line = wording(tuple(text or "-" for text in texts), lexicon)
    found = {**(_capitals(line) if anywhere else {}), **_far(line), **_acronyms(line), **_begins(line, lexicon)}
    for a, b, whole in _known_runs(texts, known):
        found |= {i: ("sure", 0.0) for i in ((a, b) if whole else (a,)) if 0 < i < len(texts)}
    ends = {i for run in line.registered for i in run if 0 < i < len(texts)}
    found |= {i: ("sure", 0.0) for i in ends if not is_opening(texts[i])}
    return {at: (("inline", 1.0), trait, *_cut(line, at, lexicon)) for at, trait in sorted(found.items())}


@lru_cache(maxsize=1 << 14)
def _cut(line: Wording, at: int, lexicon: Lexicon) -> tuple[Trait, ...]:
    return (*_words(line, at, lexicon), *_ideographs(line, at, lexicon), *_places(line, at))


@lru_cache(maxsize=1 << 12)
def _begins(line: Wording, lexicon: Lexicon) -> Mapping[int, Trait]:
    """The words where a name may begin, by their head nouns, and how surely it begins there."""
    found: dict[int, float] = {}
    last = -1
    for noun in line.nouns:
        sure = dict(noun.begins)
        if noun.begins[0][0] < noun.at and _is_claimed(line, noun.begins[0][0], noun.language, lexicon):
            sure = {noun.at: noun.begins[0][1]}
        first = next((at for at, _ in noun.begins if at > last), last + 1)
        for at in range(max(1, first), noun.at + 1):
            if not is_opening(line.tokens[at]):
                found[at] = max(found.get(at, _UNSURE), sure.get(at, _UNSURE))
        last = noun.at
    return {at: ("sure", log(strength)) for at, strength in found.items()}


def _is_claimed(line: Wording, at: int, language: str, lexicon: Lexicon) -> bool:
    """An adjective right behind another head belongs to that one: `Uniwersytet Warszawski / Wydział Prawa`."""
    endings = lexicon.before_endings.get(language) or ("\n",)
    return line.folded[at].endswith(endings) and any(noun.end == at for noun in line.nouns)


def _far(line: Wording) -> dict[int, Trait]:
    """Capitals some words before a head noun that hardly reaches them: `Prince of Songkla University`."""
    before = {at for noun in line.nouns for at in range(max(1, noun.at - _FAR, line.commas[noun.at]), noun.at)}
    return {at: ("far", 1.0) for at in before if line.tokens[at][0].isupper() and not line.linked[at]}


def _capitals(line: Wording) -> dict[int, Trait]:
    return {at: ("far", 1.0) for at in range(1, len(line.tokens)) if line.tokens[at][0].isupper()}


def _acronyms(line: Wording) -> dict[int, Trait]:
    return {at: ("far", 1.0) for at in range(1, len(line.tokens)) if _is_acronym(line, at)}


def _is_acronym(line: Wording, at: int) -> bool:
    """Capitals behind a head noun and before more words: `Univerza v Novi Gorici / FINI Novo Mesto`."""
    capitals = _ACRONYM.match(line.tokens[at]) and not line.tokens[at - 1].isupper()
    return bool(capitals) and not line.linked[at] and line.heads[at] > 0 and at + 1 < len(line.tokens)


def _words(line: Wording, at: int, lexicon: Lexicon) -> Iterator[Trait]:
    """What the two words say of a name's end between them."""
    before, after = line.tokens[at - 1], line.tokens[at]
    if before[-1] not in ",，":
        then = line.tokens[at + 1] if at + 1 < len(line.tokens) else ""
        yield "words", max(-_MOST, min(_MOST, know.boundary(lexicon, before, after, then) + 1.5))
    yield "pair", know.together(lexicon, before, after)
    if _parts_modifier(line, at, lexicon):
        yield "modifier_ends", 1.0
    if before[-1] in ")）" and before.isupper():
        yield "bracket_ends", 1.0
    if _is_acronym(line, at):
        yield "acronym_begins", 1.0
    if before.casefold().strip(",.") in _COMPANY:
        yield "company_ends", 1.0
    if after.casefold().strip(",.") in _COMPANY:
        yield "company_begins", 1.0


def _parts_modifier(line: Wording, at: int, lexicon: Lexicon) -> bool:
    """A head noun stands behind the cut, and a word that its language puts before it: `Deuxième / Université`."""
    noun = next((noun for noun in line.nouns if noun.at == at), None)
    if noun is None or _is_claimed(line, at - 1, noun.language, lexicon):
        return False
    endings = lexicon.before_endings.get(noun.language) or ("\n",)
    return line.folded[at - 1] in lexicon.before.get(noun.language, ()) or line.folded[at - 1].endswith(endings)


def _ideographs(line: Wording, at: int, lexicon: Lexicon) -> Iterator[Trait]:
    """Chinese and Japanese put white space between names, but Korean inside them too; units stand last in all three."""
    two = line.tokens[at - 1 : at + 1]
    if _is_unit_behind(line, at):
        yield "ideographs_unit", 1.0
    if all(is_ideographic(token) and not _HANGUL.search(token) for token in two):
        yield "ideographs", 1.0
        if all(_names_organisation(token, lexicon) for token in two):
            yield "ideographs_whole", 1.0


def _is_unit_behind(line: Wording, at: int) -> bool:
    """A unit's name without a comma behind a name of any script: `서울대학교 공과대학`, `Lund University 法学部`."""
    unit = any(noun.at == at and "unit" in noun.kinds for noun in line.nouns)
    above = any(line.commas[at] <= noun.at < at for noun in line.nouns)
    return unit and above and is_ideographic(line.tokens[at]) and not line.tokens[at].endswith((",", "，"))


@lru_cache(maxsize=1 << 12)
def _names_organisation(token: str, lexicon: Lexicon) -> bool:
    """北京大学物理学院 names one: 北京大学."""
    return any(suffix in token for suffix, head in lexicon.suffixes if head.kinds == {"organisation"})


def _places(line: Wording, at: int) -> Iterator[Trait]:
    """A name may end with a place and begin with an adjective; it is never cut inside one (`Phnom / Penh`)."""
    for place in line.places:
        kind = place.kind if place.kind in ("adjective", "country") else "city"
        if place.first < at < place.end:
            yield "inside_place", 1.0
        elif at == place.end:
            yield f"{kind}_ends", place.strength
            if line.linked[place.first]:
                yield "complement_ends", 1.0
        elif at == place.first:
            yield f"{kind}_begins", place.strength


def _known_runs(texts: Sequence[str], known: Known) -> Iterator[tuple[int, int, bool]]:
    """Where words that stand alone, or that open a cell, elsewhere in the edition stand inside this line."""
    folded = [fold(text) for text in texts]
    lengths = _lengths(known)
    for a, word in enumerate(folded):
        for length in lengths.get(word, ()):
            run = " ".join(folded[a : a + length])
            if run in known.names and length < len(texts):
                yield a, a + length, True
            elif a and run in known.openers:
                yield a, a + length, False


@lru_cache(maxsize=4)
def _lengths(known: Known) -> dict[str, tuple[int, ...]]:
    """First word of each known name or opener -> how many words they have."""
    found: dict[str, set[int]] = {}
    for words in (name.split() for name in known.names | known.openers):
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths)) for first, lengths in found.items()}

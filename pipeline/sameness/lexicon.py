"""What generic words mean whatever the language: `concepts.tsv` read once, looked up word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pipeline.sameness.romanise import fold, is_unspaced, romanise, skeleton

_ARABIC = re.compile("(?:و|ب|ك)?(?:ال|لل)|[وبل](?=\\w{4})")
_INDIC = re.compile("[\u0900-\u0dff]")
_LOANS = (
    "university",
    "institute",
    "college",
    "international",
    "business",
    "technology",
    "management",
    "engineering",
    "research",
    "medical",
    "science",
    "sciences",
    "school",
    "center",
    "centre",
    "campus",
    "national",
    "hospital",
    "polytechnic",
    "administration",
    "information",
    "communication",
    "academy",
    "agriculture",
    "commerce",
    "computer",
    "design",
    "fashion",
    "education",
    "technical",
    "studies",
    "women",
    "dental",
    "pharmacy",
    "nursing",
)


@dataclass(frozen=True, slots=True)
class Concepts:
    """`whole`, `starts` and `ends` map folded words to concepts, `phrases` first words to what may follow."""

    kinds: dict[str, str]
    whole: dict[str, str]
    starts: dict[str, str]
    ends: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    families: dict[str, str]  # concept -> the family whose members translators take for one another
    loans: dict[str, str]
    unspaced: re.Pattern[str]


@cache
def concepts() -> Concepts:
    """The lexicon that ships with the package."""
    text = resources.files("pipeline.sameness").joinpath("concepts.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return _build([(concept, kind, fold(words).split()) for concept, kind, words in rows])


def _build(rows: list[tuple[str, str, list[str]]]) -> Concepts:
    whole: dict[str, str] = {}
    starts: dict[str, str] = {}
    ends: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for concept, kind, words in rows:
        for word in words if kind != "family" else ():
            if "_" in word:
                first, *rest = word.split("_")
                phrases.setdefault(first, []).append((tuple(rest), concept))
            elif word.endswith("*"):
                starts.setdefault(word[:-1], concept)
            elif word.startswith("*"):
                ends.setdefault(word[1:], concept)
            else:
                whole.setdefault(word, concept)
    families = {one: name for name, kind, ones in rows if kind == "family" for one in reversed(ones)}
    unspaced = sorted((w for w in whole if is_unspaced(w)), key=lambda w: (-len(w), w))
    return Concepts(
        {concept: kind for concept, kind, _ in rows if kind != "family" and "+" not in concept},
        whole,
        starts,
        ends,
        {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in phrases.items()},
        families,
        _loans(whole, starts),
        re.compile("|".join(map(re.escape, unspaced))),
    )


def lookup(word: str, lexicon: Concepts) -> tuple[str, str] | None:
    """(concept, what is left of the word before it) of a folded word, None where it is not generic."""
    for form in _forms(word):
        if form in lexicon.whole:
            return lexicon.whole[form], ""
    for start in range(3, len(word) - 5):  # compounds first: Universitätsklinikum is a hospital
        if word[start:] in lexicon.ends:
            return lexicon.ends[word[start:]], word[:start]
    if started := _started(word, lexicon.starts):
        return started, ""
    loan = lexicon.loans.get(skeleton(romanise(word))) if _INDIC.match(word) else None
    return (loan, "") if loan else None


def _forms(word: str) -> Iterator[str]:
    """The word, and in Arabic without its article and the short words written together with it."""
    yield word
    if found := _ARABIC.match(word):
        yield word[found.end() :]
        yield "ال" + word[found.end() :]


def _loans(whole: Mapping[str, str], starts: Mapping[str, str]) -> dict[str, str]:
    """Consonants of the English words that Indian languages write in their own letters (ইন্টারন্যাশনাল)."""
    found = {word: whole.get(word) or _started(word, starts) for word in _LOANS}
    return {skeleton(word): concept for word, concept in found.items() if concept}


def _started(word: str, starts: Mapping[str, str]) -> str:
    """The concept of the longest beginning that is known, "" for none."""
    return next((starts[word[:size]] for size in range(len(word), 2, -1) if word[:size] in starts), "")

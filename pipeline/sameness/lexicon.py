"""What generic words mean whatever the language: `concepts.tsv` read once, looked up word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pipeline.sameness.romanise import fold, is_unspaced


@dataclass(frozen=True, slots=True)
class Concepts:
    """`whole`, `starts` and `ends` map folded words to concepts; `phrases` the first word of a phrase to its continuations."""

    kinds: dict[str, str]
    whole: dict[str, str]
    starts: dict[str, str]
    ends: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
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
    for concept, _, words in rows:
        for word in words:
            if "_" in word:
                first, *rest = word.split("_")
                phrases.setdefault(first, []).append((tuple(rest), concept))
            elif word.endswith("*"):
                starts.setdefault(word[:-1], concept)
            elif word.startswith("*"):
                ends.setdefault(word[1:], concept)
            else:
                whole.setdefault(word, concept)
    unspaced = sorted((w for w in whole if is_unspaced(w)), key=lambda w: (-len(w), w))
    return Concepts(
        {concept: kind for concept, kind, _ in rows}, whole, starts, ends,
        {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in phrases.items()},
        re.compile("|".join(map(re.escape, unspaced))),
    )


def lookup(word: str, lexicon: Concepts) -> tuple[str, str] | None:
    """(concept, what is left of the word before it) of a folded word, None where it is not generic."""
    if word in lexicon.whole:
        return lexicon.whole[word], ""
    for start in range(3, len(word) - 5):  # compounds first: Universitätsklinikum is a hospital
        if word[start:] in lexicon.ends:
            return lexicon.ends[word[start:]], word[:start]
    for size in range(len(word), 2, -1):
        if word[:size] in lexicon.starts:
            return lexicon.starts[word[:size]], ""
    return None

"""How many agreements stand under a heading, said in words behind it.

`Dipartimento di Giurisprudenza — totale accordi: 22`, `Facultad de Letras 18 convenios`: the words are those that head
numbers of agreements or name agreements in titles, so that `UMR 5023` and `Paris 13` are no counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .fold import has_ideographs, key
from .lexicon import Language, Lexicon
from .names import NUMBER

_SAID = re.compile(
    rf"^[\W_]*(?:{NUMBER}\s*)?(?:(?P<before>[^\W\d][^\d:：=]*?)\s?[:：=–—-]\s*(?P<count>\d{{1,3}})"
    r"|(?P<number>\d{1,3})\s+(?P<behind>[^\W\d][^\d]*?))[\W_]*$",
    re.IGNORECASE,
)
_HEADING = "X"
_LONGEST = 6  # words, with the number


@lru_cache(maxsize=1 << 12)
def tally(lexicon: Lexicon, text: str) -> tuple[str, int | None]:
    """The heading without the words at its end that say how many, and how many."""
    words = text.split()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        found = _SAID.match(" ".join(words[-size:]))
        if found and _counts(lexicon, found["before"] or found["behind"]):
            return " ".join(words[:-size]).rstrip(" -–—:,(;"), int(found["count"] or found["number"])
    return text, None


def is_tally(lexicon: Lexicon, text: str) -> bool:
    """Whether the words say how many and nothing else: `n. 14 accordi`."""
    return tally(lexicon, f"{_HEADING} {text}")[0] == _HEADING


def _counts(lexicon: Lexicon, words: str) -> bool:
    """`Abkommen`, `Abkommen gesamt`, `totale`: what is counted, that it is all of it, or both."""
    phrase = key(words)
    return any(_is_counted(one, rest) for one in lexicon.languages.values() for rest in (phrase, *_summed(one, phrase)))


def _is_counted(language: Language, phrase: str) -> bool:
    return not phrase or phrase in language.titles["agreement"] or language.headings.get(phrase) == "places"


def _summed(language: Language, phrase: str) -> Iterator[str]:
    """What stands beside a word for a sum; one letter is no word within writing without spaces: 計, 全."""
    for total in language.notes["totals"]:
        edge = "" if has_ideographs(total) and len(total) > 1 else " "
        padded = f"{edge}{phrase}{edge}"
        if padded.startswith(f"{edge}{total}{edge}") or padded.endswith(f"{edge}{total}{edge}"):
            yield phrase.removeprefix(total).removesuffix(total).strip()


@lru_cache(maxsize=1 << 12)
def summed(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """What a line sums up that says so at its begin or end: `Totale borse Dipartimento di Lettere`, `法学院小计`."""
    return tuple(rest for one in lexicon.languages.values() for rest in _summed(one, key(text)))


@lru_cache(maxsize=1 << 12)
def counts_agreements(lexicon: Lexicon, text: str) -> bool:
    """Whether the words head numbers of agreements: `borse`, `accordi`."""
    return any(_is_counted(one, key(text)) for one in lexicon.languages.values())

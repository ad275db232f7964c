"""How many agreements stand under a heading, said in words behind it.

`Dipartimento di Giurisprudenza accordi: 22`, `Facultad de Letras 18 convenios`: the words are those that head numbers
of agreements or name agreements in titles, so that `UMR 5023` and `Paris 13` are no counts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .fold import key
from .lexicon import Lexicon

_SAID = re.compile(
    r"^[\W_]*(?:(?P<before>[^\W\d][^\d:：=]*?)\s?[:：=–—-]\s*(?P<count>\d{1,3})"
    r"|(?P<number>\d{1,3})\s+(?P<behind>[^\W\d][^\d]*?))[\W_]*$"
)
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


def _counts(lexicon: Lexicon, words: str) -> bool:
    phrase = key(words)
    languages = lexicon.languages.values()
    return any(phrase in one.titles["agreement"] or one.headings.get(phrase) == "places" for one in languages)

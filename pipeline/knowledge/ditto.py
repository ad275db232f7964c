"""Marks and words that say what stands above them: `〃`, `-"-`, `idem`, `同上`, `j.w.`."""

from __future__ import annotations

import re
from functools import lru_cache

from .fold import key
from .lexicon import Lexicon

_AROUND = r"[\s.\-–—―]*"
_MARK = re.compile(rf"^{_AROUND}(?:〃|〻|仝|々|″|''|´´|``|’’|‘‘|,,|//|[\"“”„‟»])+(?:\s*[\"“”„‟»])*{_AROUND}$")
_LONGEST = 20


@lru_cache(maxsize=1 << 12)
def is_ditto(lexicon: Lexicon, text: str) -> bool:
    """Whether a cell says just that; `ID` and `DO` are codes of countries."""
    if not text or len(text) > _LONGEST:
        return False
    words = not text.isupper() and any(key(text) in one.notes["ditto"] for one in lexicon.languages.values())
    return words or bool(_MARK.match(text))

"""Words written as Mandarin, Korean or Japanese is written in Latin letters: a spelling that one of them cannot have.

Syllables after the standard romanisations (Hanyu Pinyin and Wade-Giles, Revised Romanization and the spellings that
Korean universities use for themselves, Hepburn). Mandarin syllables end in a vowel, n, ng or r, Japanese ones in a
vowel or n; Korean ones also in k, l, m, p, t.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .fold import fold
from .heads import head_starts
from .lexicon import Lexicon
from .positions import is_known_word
from .units import split_unit

_MANDARIN = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|hs|[bpmfdtnlgkhjqxrzcsyw])?'?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ung|ian|ien|iao|uai|uan|yuan|ai|ei|ao|ou|an|en|in|un|ia|ie|ieh|iu|ua|ui|uei"
    r"|uo|ue|ueh|er|erh|ih|a|o|e|i|u))+"
)
_KOREAN = re.compile(
    r"(?:(?:kk|tt|pp|ss|jj|ch|sh|[kgtdpbsjnmrlh])?"
    r"(?:yeo|yae|wae|yoo|you|eo|oo|ee|ae|eu|oe|ui|wa|wo|we|wi|woo|ya|yo|yu|ye|yi|oh|ou|a|o|u|i|e)"
    r"(?:ng|[kgnlmptb])?)+"
)
_JAPANESE = re.compile(
    r"(?:(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|[kgsztdnhbpmyrwjf])?[aiueo]+h?|n(?![aiueo])|[kspt](?=[kspt]))+"
)
_SPELLINGS = {"CN": _MANDARIN, "TW": _MANDARIN, "KR": _KOREAN, "JP": _JAPANESE}
_SPEAKERS = {"KR": ("KR",), "JP": ("JP",), "CN": ("CN", "TW")}
_SHORTEST = 6  # letters: shorter words fit every language


@lru_cache(maxsize=1 << 12)
def foreign_spelling(lexicon: Lexicon, name: str, country: str) -> tuple[str, str] | None:
    """The word of a name that the language of `country` cannot spell so and a neighbour's can, and the neighbour.

    Only for China, Taiwan, Korea and Japan, and only where the organisation is a head noun and that one word
    (`Université Kookmin`): in longer names it may be a word of any language.
    """
    own, word = _SPELLINGS.get(country), _only_word(lexicon, name)
    if own is None or word is None or own.fullmatch(word.casefold()):
        return None
    for other, countries in _SPEAKERS.items():
        if country not in countries and _SPELLINGS[other].fullmatch(word.casefold()):
            return word, other
    return None


def _only_word(lexicon: Lexicon, name: str) -> str | None:
    """The one word besides head nouns and prepositions, None where there are more or it is a place or common."""
    organisation = split_unit(lexicon, name)[1] or name
    heads = {start.head for start in head_starts(lexicon, organisation.split())}
    words = [
        token
        for at, token in enumerate(organisation.split())
        if at not in heads and fold(token) not in lexicon.prepositions | lexicon.articles
    ]
    if len(words) != 1 or not heads or not words[0].isascii() or not words[0].isalpha() or len(words[0]) < _SHORTEST:
        return None
    word = fold(words[0])
    known = is_known_word(word) or lexicon.cities.get(word) or lexicon.subdivisions.get(word)
    return None if known or lexicon.countries.get(word) or not words[0][0].isupper() else words[0]

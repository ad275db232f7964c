"""Dumps whose lines say what their values are, `Land:        Frankreich`: white space behind a key parts no columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.records import SourceLine

_KEY = re.compile(r"\s*((?:[^\s:：]+ ){0,3}?[^\s:：]+ ?[:：])(?=\s|$)")
_FURTHER = re.compile(r"\S\s{2,}(?:[^\s:：]+ ){0,3}?[^\s:：]+ ?[:：](?:\s|$)")
_FEW, _KINDS, _SHARE = 3, 2, 0.4


def is_keyed(source: Sequence[SourceLine]) -> bool:
    """Whether many lines open with one of a few keys that stand again and again, and hold no further one."""
    opened = [(found[1], line.text) for line in source if (found := _KEY.match(line.text))]
    times = Counter(key for key, _ in opened)
    often = [text for key, text in opened if times[key] >= _FEW]
    kinds = sum(count >= _FEW for count in times.values())
    abreast = any(_FURTHER.search(text) for text in often)
    return kinds >= _KINDS and len(often) >= _SHARE * len(source) and not abreast

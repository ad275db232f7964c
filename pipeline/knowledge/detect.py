"""Which language an edition is written in: its headings, labels and titles, not its partners' names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from .fold import key
from .lexicon import Lexicon
from .names import count_of
from .titles import title_languages

_CELLS = re.compile(r"\t+|, |\s{2,}|\s*\|\s*|\n")
_KANA, _HANGUL, _HAN = (
    re.compile(r"[\u3040-\u30ff]"),
    re.compile(r"[\uac00-\ud7af]"),
    re.compile(r"[\u4e00-\u9fff]"),
)
_HEADING, _TITLE, _LABEL, _UNIT = 4.0, 3.0, 1.0, 0.3  # weight of one that speaks for one language alone
_AS_SURE = 0.8  # share of the first language's weight from which an edition is in two


def detect_languages(lexicon: Lexicon, texts: Iterable[str]) -> tuple[str, ...]:
    """Codes of the languages that the edition of these lines or cells is written in, the likeliest first.

    Usually one; two where headings or labels are printed in both; () where nothing tells.
    """
    weights: defaultdict[str, float] = defaultdict(float)
    for cell in sorted({cell for text in texts for cell in _cells(text)}):
        for weight, languages in _votes(lexicon, cell):
            for code in languages:
                weights[code] += weight / len(languages)
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    return tuple(code for code in ranked if weights[code] >= _AS_SURE * weights[ranked[0]])


def _cells(text: str) -> Iterator[str]:
    for cell in _CELLS.split(text):
        if len(cell) <= 160 and (bare := count_of(cell)[0]):
            yield bare


def _votes(lexicon: Lexicon, cell: str) -> Iterator[tuple[float, list[str]]]:
    phrase = key(cell)
    first = phrase.partition(" ")[0]
    written = [language for language in lexicon.languages.values() if _may_write(language.code, cell)]
    titled = {language.code for language in title_languages(lexicon, phrase)}
    for weight, says in (
        (_HEADING, [lang for lang in written if phrase in lang.headings]),
        (_TITLE, [lang for lang in written if lang.code in titled]),
        (_LABEL, [lang for lang in written if phrase in lang.labels]),
        (_UNIT, [lang for lang in written if first in lang.units]),
    ):
        if says:
            yield weight, [lang.code for lang in says]
    if script := _script(cell):
        yield _UNIT, [script]


def _may_write(code: str, text: str) -> bool:
    """Whether a language is written in the text's letters: くに is Japanese, 国 may be Chinese too."""
    if _KANA.search(text):
        return code == "ja"
    if _HANGUL.search(text):
        return code == "ko"
    return True


def _script(text: str) -> str | None:
    if _KANA.search(text):
        return "ja"
    return "ko" if _HANGUL.search(text) else None

"""Footnotes of a list: `Sun Yat-sen University (1)`, or `China1)`, and, below, `(1) Formerly Zhongshan University.`"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline import knowledge as know
from pipeline.clean.parts import Entry
from pipeline.knowledge import Lexicon

_REFERENCE = re.compile(r"^(?:[(（\[]?\d{1,2}[)）\]]|\*\d{1,2}|※\d{1,2}|[¹²³⁰⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱ]+⁾?)$")
_GLUED = re.compile(r"(?<=[^\s\d(（\[])(?:\d{1,2}[)）]|[¹²³⁰⁴-⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱ]+⁾?)$")


def footnotes(entries: Sequence[Entry], lexicon: Lexicon) -> Mapping[int, str]:
    """Row of each footnote and its reference. A note is one where another line ends with its reference; a title of the
    edition is none, whatever counts others print: `(1) Inter-University Agreements`, `Chile (1)`."""
    lines = [(entry.index, entry.row.cells[0].text.split()) for entry in entries if len(entry.row.cells) == 1]
    lines = [(index, tokens) for index, tokens in lines if tokens]  # a cell of a table may hold nothing
    ends = {tokens[-1] for _, tokens in lines if len(tokens) > 1 and _REFERENCE.match(tokens[-1])}
    ends |= {
        cell.text.split()[-1] for entry in entries if len(entry.row.cells) > 1 for cell in entry.row.cells if cell.text
    }
    ends |= {found.group() for _, tokens in lines if (found := _GLUED.search(tokens[-1]))}
    return {
        index: tokens[0]
        for index, tokens in lines
        if len(tokens) > 1
        and _REFERENCE.match(tokens[0])
        and tokens[0] in ends
        and not know.is_title(lexicon, " ".join(tokens[1:]))
    }


def is_reference(token: str) -> bool:
    """Whether a word is a footnote's reference: `(1)`, `*2`, `³`."""
    return bool(_REFERENCE.match(token))

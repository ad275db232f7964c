"""The law that nothing is lost, word by word and character by character."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from pipeline.load.characters import Characters, characters, spelled
from pipeline.records import MARKDOWN, SEPARATED_BY, Cleaned, Document

# Text dumps draw the lines of a table with these: `|---|---|`, `+====+`, `│`.
_DRAWN = dict.fromkeys([*range(0x2500, 0x2580), *map(ord, "|¦+-=_")])
_MARKED = re.compile(r"^\s*#{1,6}\s+|<br\s*/?>", re.IGNORECASE)


def nothing_lost(document: Document, cleaned: Cleaned, known: frozenset[str]) -> Iterator[str]:
    """Each character of each line stands in a word, each word has one fate, each fate's ids are known."""
    yield from _lines_hold(document)
    if len(cleaned.fates) != len(document.words):
        yield f"{document.edition}: {len(document.words)} words, but {len(cleaned.fates)} fates"
        return
    held = {identity for fate in cleaned.fates for identity in fate.ids}
    yield from (
        f"{document.edition}: no word's fate names {one}" for one in _worded(cleaned) if one not in held
    )
    for place, (word, fate) in enumerate(zip(document.words, cleaned.fates, strict=True)):
        where = f"{document.edition}, page {word.page}, line {word.line}, word “{word.text}”"
        if word.index != place:
            yield f"{where}: it stands at place {place}, but says {word.index}"
        if fate.fate in ("agreement", "reject") and not fate.ids:
            yield f"{where}: its fate is {fate.fate}, but no row holds it"
        yield from (
            f"{where}: it is said to stand in {one}, which is not there"
            for one in fate.ids
            if one not in known
        )


def _worded(cleaned: Cleaned) -> Iterator[str]:
    """Ids of the rows that words stand behind."""
    yield from (one.agreement_id for one in cleaned.agreements if one.words)
    yield from (one.reject_id for one in cleaned.rejects if one.words)


def _drawn(document: Document) -> dict[int, None]:
    """The characters that part cells and stand for nothing."""
    notes = {block.note for block in document.blocks if block.note.startswith(SEPARATED_BY)}
    return _DRAWN | dict.fromkeys(ord(note[-1]) for note in notes) | ({ord('"'): None} if notes else {})


def _undrawn(document: Document) -> Callable[[str], str]:
    """Of a line: its text without what draws, parts and breaks."""
    drawn = _drawn(document)
    if any(block.note == MARKDOWN for block in document.blocks):
        return lambda text: _MARKED.sub("", text).translate(drawn)
    return lambda text: text.translate(drawn)


def _lines_hold(document: Document) -> Iterator[str]:
    held: dict[tuple[int, int], Characters] = defaultdict(Counter)
    for word in document.words:
        held[word.page, word.line].update(characters(word.text))
    undrawn = _undrawn(document)
    for line in document.lines:
        if lost := characters(undrawn(line.text)) - held[line.page, line.number]:
            where = f"{document.edition}, page {line.page}, line {line.number}"
            yield f"{where}: no word holds “{spelled(lost)}”"
    printed = {(line.page, line.number) for line in document.lines}
    for page, number in sorted(held.keys() - printed):
        yield f"{document.edition}: words claim page {page}, line {number}, which is not there"

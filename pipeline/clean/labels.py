"""What a label says without what print adds to it: a count, a footnote's figure, the remark that its list goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline import knowledge as know
from pipeline.knowledge import Lexicon
from pipeline.records import Line

_REMARKS = tuple(
    re.compile(rf"^(.+?)\s*{remark}$")
    for remark in (
        r"[(（\[［【〔]([^()（）\[\]]+)[)）\]］】〕]",
        r"[,，–—-]\s*([^,，–—-]+)",
        r"(?<=[)）\]])\s([^()（）]+)",
    )
)  # `Spain (continued)`, `Spain – continued`, `SPAIN (14) continued`
HAN = "一二三四五六七八九"
ORDINAL = re.compile(
    rf"^[(（\[【]?第?(\d{{1,3}}|[{HAN}十]+|[IVXL]+|[A-Z])(?:[章节節部編编]\s*|\s*[.．、:：)）\]】°º]+\s*|\s[–—-]\s)(?=\S)"
)
_PART = re.compile(r"\d{1,2}\s?[/／]\s?\d{1,2}")
_ANY = "Label"
_OPENS = " (（[［【〔"
_FIGURE = re.compile(r"^(.*[^\d\s])\s?\d{1,2}[.)）\]］】〕]?$")


def bare(text: str, lexicon: Lexicon) -> str:
    """The label alone: `Finnland1` and `SPAIN (14) (continued)` say Finnland and SPAIN."""
    return counted(text, lexicon)[0]


@lru_cache(maxsize=1 << 14)
def counted(text: str, lexicon: Lexicon) -> tuple[str, int | None]:
    """The label alone and the count beside it."""
    printed = first_time(_unnumbered(text, lexicon), lexicon)
    said, number = know.tally(lexicon, printed)
    if number is not None:
        return _without_figure(said, lexicon), number
    name, count = know.count_of(printed)
    known, tail = know.tail_count(printed)
    if count is None and _names(known, lexicon):
        name, count = known, tail
    return _without_figure(name, lexicon), count


def heading_counted(text: str, lexicon: Lexicon) -> tuple[str, int | None]:
    """What is surely a heading, without its count: `FACULDADE DE LETRAS – 18`, `FACULDADE DE LETRAS 18 acordos`."""
    printed = first_time(text, lexicon)
    said, number = know.tally(lexicon, printed)
    return (said, number) if number is not None else know.tail_count(printed)


def _unnumbered(text: str, lexicon: Lexicon) -> str:
    """A label without the number that opens it: `一、亚洲`, `IV. Europe (36)`."""
    rest = ORDINAL.sub("", text)
    return rest if rest != text and not know.is_spelt(lexicon, text) and is_label(rest, lexicon) else text


def first_time(text: str, lexicon: Lexicon) -> str:
    """The label without the remark that its list goes on, which no mark need part from it: `SPAIN cont.`"""
    label, _, last = text.rpartition(" ")
    options = (*remarked(text), (label, last))
    return next((label for label, remark in options if label and _goes_on(remark, lexicon)), text)


def _goes_on(remark: str, lexicon: Lexicon) -> bool:
    """Whether the remark says that a list goes on, or which of its parts this is: `Europe (2/4)`."""
    return know.is_continuation(lexicon, remark) or _PART.fullmatch(remark.strip("()（）")) is not None


def remarked(text: str) -> Iterator[tuple[str, str]]:
    """The label and the remark that the text may be: `Özbekistan (devam)`."""
    yield from ((found[1], found[2]) for remark in _REMARKS if (found := remark.match(text)))


def is_label(text: str, lexicon: Lexicon) -> bool:
    """Whether the text names a country or a zone, for the first time or again."""
    return _names(bare(text, lexicon), lexicon)


def is_count(text: str, lexicon: Lexicon) -> bool:
    """Whether the text is the count of a label before it: `（５）`, `(13 accords)`."""
    name, count = counted(f"{_ANY} {text}", lexicon)
    return name == _ANY and count is not None


def said_once(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to where they say the same again."""
    texts = [line.text for line in lines]
    sizes = (size for size in range(1, len(texts) // 2 + 1) if len(texts) % size == 0)
    return lines[: next((size for size in sizes if texts == texts[:size] * (len(texts) // size)), len(texts))]


def names_organisation(text: str, lexicon: Lexicon) -> bool:
    """An organisation, and no unit of one: `Escola de Engenharia` may be either."""
    return know.is_organisation(lexicon, text) and not know.is_unit(lexicon, text)


def _names(text: str, lexicon: Lexicon) -> bool:
    return bool(know.country(lexicon, text) or know.zone(lexicon, text))


def _without_figure(text: str, lexicon: Lexicon) -> str:
    """A superscript figure comes out of a PDF as a letter of the label, `Finnland1`, a note's word before it, 台湾注1;
    only a label that is known tells them apart."""
    found = _FIGURE.match(text)
    if found is None or _names(text, lexicon):
        return text
    options = (found[1], know.without_remark(lexicon, found[1]).rstrip(_OPENS))
    return next((option for option in options if _names(option, lexicon)), text)

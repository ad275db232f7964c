"""Printed characters to a value: standard form, line-break hyphens, marks and the dump's stray letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline import knowledge as know
from pipeline.knowledge import Lexicon, fold
from pipeline.records import Line

BULLETS = "・•‣◦●○▪■□–—-‐‑·>►▶"
HYPHENS = ("-", "‐", "\u00ad")  # at a line's end they may break a word
MARKS = "*#※♦◆◇◊★☆⋆†‡§¶◎◉△▲▽▼❖✦✱✳✶✻✽❋⁎∗⊕＊＃✓✔√°"
_SHAPES = "•●○▪■□"  # bullets that print also sets behind names: there they are marks
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_NOTHING = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\ufffe\x02"))
_SOFT = "\u00ad"
_SYMBOLS = "\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\ue000-\uf8ff"  # arrows, shapes, dingbats, a font's own
_OPEN, _CLOSE = r"[(（\[［〔【]", r"[)）\]］〕】]"
_SIGN, _SHAPE = f"[{re.escape(MARKS)}]", f"[{re.escape(MARKS + _SHAPES)}]"
_MARK = rf"{_SIGN}+|{_OPEN}{_SHAPE}+{_CLOSE}"
_BEFORE_CJK = r"(?=[\u2e80-\u9fff\uac00-\ud7a3])"  # no white space is needed there: `１）同済大学`, `3.東京大学`
_BULLET = (
    rf"[{re.escape(BULLETS)}{_SYMBOLS}](?=[\s\w「『“«\"{re.escape(MARKS)}]|{_OPEN}|$)"
    rf"|(?:\d{{1,3}}|[a-z])[.)．）](?=\s|$)|{_OPEN}\d{{1,3}}{_CLOSE}(?=\s|$)"
    rf"|\d{{1,3}}(?:[)）](?=[^\W\d])|[.．、]{_BEFORE_CJK})|{_OPEN}\d{{1,3}}{_CLOSE}{_BEFORE_CJK}|[①-⑳㉑-㉟㊱-㊿](?=\w)"
)
_OPENING = re.compile(rf"(?:{_MARK}|{_BULLET})(?:\s*(?:{_MARK}|{_BULLET}))*")
_TAIL = re.compile(rf"(?:{_SHAPE}|{_OPEN}{_SHAPE}+{_CLOSE})+$")
_BRACKET = re.compile(f"{_OPEN}|{_CLOSE}")
_FRAME = rf"[\s{re.escape(MARKS + BULLETS)}=~_]+"  # `■ 人文学部`, `— Europa —`, `=== Asia ===`
_FRAMED_BEFORE, _FRAMED = re.compile(rf"^{_FRAME}"), re.compile(rf"^{_FRAME}|{_FRAME}$")
_ENCLOSED = re.compile(r"^([【〔［《〈「『<＜≪\[])(.+)([】〕］》〉」』>＞≫\]])")
_RAISED = "¹²³⁰⁴-⁹⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱ"
_SUPERSCRIPT = re.compile(rf"[{_RAISED}](?:[{_RAISED}]|,\s?(?=[{_RAISED}]))*$")
_ABBREVIATES = frozenset("U")  # `UGent`, `UMass`: the word for a university at a name's beginning, to its first letter
_SHORTEST = 5
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f\u3000-\u30ff]")


@dataclass(frozen=True, slots=True)
class Joined:
    """Text of several lines as one; `hyphens` counts line-break hyphens that went."""

    text: str
    hyphens: int = 0


def standard(text: str) -> str:
    """Unicode NFC without ligatures and characters that print nothing; widths stay as printed."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(_LIGATURES).translate(_NOTHING))


def join(lines: Sequence[Sequence[str]], vocabulary: frozenset[str]) -> Joined:
    """One text of the words of several lines; `vocabulary` holds the edition's folded words."""
    text, hyphens = "", 0
    for words in lines:
        line = " ".join(word for word in map(standard, words) if word)
        gone, text = _glue(_attached(text, line), line, vocabulary)
        hyphens += gone
    whole = text.replace(_SOFT, "")
    return Joined(" ".join(whole.split()), hyphens)


def _attached(above: str, line: str) -> str:
    """A hyphen that print set apart from its word, `universi - / ty`, put back to it."""
    apart = above.endswith((" -", " ‐")) and above[:-2][-1:].isalpha() and line[:1].islower()
    return f"{above[:-2]}-" if apart else above


def _glue(above: str, line: str, vocabulary: frozenset[str]) -> tuple[int, str]:
    """Put a line behind the one above; says whether a hyphen went."""
    if not above or not line:
        return 0, above + line
    if above.endswith(_SOFT):
        return 1, above.rstrip(_SOFT) + line
    if above.endswith(("-", "‐", "‑")) and len(above) > 1 and above[-2].isalpha() and not line[0].isspace():
        return (0, above + line[1:]) if opens_with_hyphen(line) else _hyphen(above, line, vocabulary)
    if above.endswith("/"):
        return 0, above + line
    if _CJK.match(above[-1]) and _CJK.match(line[0]):
        return 0, above + line
    return 0, f"{above} {line}"


def opens_with_hyphen(line: str) -> bool:
    """A real hyphen, printed again where the line goes on, as Polish, Czech and Portuguese typesetting has it:
    `Moholy- / -Nagy`."""
    return line.startswith(HYPHENS) and line[1:2].isalpha()


def _hyphen(above: str, line: str, vocabulary: frozenset[str]) -> tuple[int, str]:
    """A hyphen at a line end: real before a capital (Saint-/Louis), else as the edition spells the word elsewhere. In
    print of capitals (UNI‐/VERSITY) it is one word that stands whole elsewhere, or that a renderer broke: no keyboard
    has that hyphen."""
    left, right = above.rsplit(maxsplit=1)[-1], line.split(maxsplit=1)[0]
    whole, hyphened = fold(left[:-1] + right).strip(",;()"), fold(left + right).strip(",;()")
    broken = left.isupper() and right.isupper() and (left.endswith("‐") or whole in vocabulary)
    if hyphened in vocabulary or not (right[0].islower() or broken):
        return 0, above + line
    if whole not in vocabulary and len(left) <= 2:
        return 0, above + line
    return 1, above[:-1] + line


def label_text(lines: Sequence[Line]) -> str:
    """A label without marks; capitals and widths stay as printed. Letters set one below the other have no spaces
    between them: `歐`, `洲`, `（`, `２`, `４`, `）`."""
    if len(lines) > 2 and all(len(line.text) == 1 for line in lines):
        return unmarked("".join(line.text for line in lines))
    return unmarked(join([[word.text for word in line.words] for line in lines], frozenset()).text)


def unmarked(text: str) -> str:
    """A label's text without marks and footnotes' figures, in any order: `Faculty of Oriental Studies ※¹`."""
    bare = _SUPERSCRIPT.sub("", _without_frame(text)).strip()
    return bare if bare == text else unmarked(bare)


def _without_frame(text: str) -> str:
    """Without the marks and brackets that set a label off: `■ 人文学部`, `— Europa —`, `【工学部】（14）`, `<Asia>`."""
    return _FRAMED.sub("", _ENCLOSED.sub(r"\2", _FRAMED_BEFORE.sub("", text)))


def opening(text: str) -> str:
    """The marks and bullets that open a line, in any order: `・◎`, `◎・`, `(*)`, `1.`, `(1)`; '' where none do."""
    found = _OPENING.match(text)
    return found.group() if found else ""


def marks(signs: str) -> str:
    """The marks among signs, without bullets and brackets."""
    return "".join(sign for sign in signs if sign in MARKS or _SUPERSCRIPT.match(sign))


def lead_mark(text: str) -> str:
    """The marks that open a line, '' where none do."""
    return marks(opening(text))


def tail_mark(text: str, legend: str | None = None) -> str:
    """The marks or superscript figures that close a line, with their brackets; a letter in brackets, `(W)`, is one
    where a `legend` explains it.
    """
    found = _TAIL.search(text) or _SUPERSCRIPT.search(text)
    if legend and legend.isalnum():
        found = found or re.search(f"{_OPEN}{legend}{_CLOSE}$", text)
    return found.group() if found else ""


def bullet(text: str) -> str:
    """The bullet or number that opens a line, '' where none does."""
    return "".join(sign for sign in opening(text) if sign not in MARKS and not _BRACKET.match(sign))


def stray_letter(token: str, lexicon: Lexicon, opens: bool = False) -> str | None:
    """The token without a capital that the dump left before it: `ICollège`, `KHögskolan`; None if it may be right.

    Plain where the rest is a word that means something in names and the whole is none. Where a cell opens with it, the
    rest may be a word that nobody knows, `KZhubanov`: a question, but likelier than a name with two capitals.
    """
    if not _has_two_capitals(token) or know.is_known_word(token):
        return None
    opening = opens and len(token) > _SHORTEST and may_be_stray(token)
    return token[1:] if opening or surely_stray(token, lexicon) else None


def surely_stray(token: str, lexicon: Lexicon) -> bool:
    """The word behind the first capital is a head noun, a word of institutions' names or a place."""
    rest = token[1:]
    return bool(know.head_starts(lexicon, [rest]) or know.is_known_word(rest)
                or (may_be_stray(token) and (know.is_registered_word(lexicon, rest) or know.clues(lexicon, rest))))


def may_be_stray(token: str) -> bool:
    """Two capitals and small letters in a word that nobody knows, and no `UGent`."""
    return _has_two_capitals(token) and token[0] not in _ABBREVIATES and not know.is_known_word(token)


def _has_two_capitals(token: str) -> bool:
    return token[:1].isupper() and token[1:2].isupper() and token[2:3].islower() and token[2] not in _RAISED


def vocabulary(texts: Sequence[str]) -> frozenset[str]:
    """The folded words that stand whole inside a line somewhere in the edition."""
    return frozenset(fold(token).strip(",;()") for text in texts for token in text.split()[:-1])

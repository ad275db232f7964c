"""Bytes of a text dump to its lines: encodings, line ends and what is no text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What offices' machines wrote before Unicode: alphabets in one byte, the likelier first, and pairs of bytes.
_ALPHABETS = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1251", "cp1253")
_PAIRS = ("cp932", "euc_jp", "euc_kr", "gb18030", "big5")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HIGH = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 64_000
_ACCENTED = 1 / 3  # of the bytes of a text in a Latin alphabet: no language has as many accents
_BROKEN = 0.02  # of the bytes above ASCII that may be broken in a text that is UTF-8 all the same


def decode(data: bytes) -> str | None:
    """The text of `data`, None where it is binary. NUL bytes of a dump are dropped: they stand for nothing."""
    encoding = _encoding(data)
    if encoding is None:
        return None
    text = data.decode(encoding, errors="replace")
    if _looks_binary(text):
        return None
    return text.replace("\x00", "").removeprefix("\ufeff")


def lines(text: str) -> list[str]:
    """The lines as an editor numbers them; form feeds stay inside, they are white space."""
    return _LINE_END.split(text)


def _encoding(data: bytes) -> str | None:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if wide := _utf16_without_bom(data):
        return wide
    return "utf-8" if _is_utf8(data) else _guess(data)


def _is_utf8(data: bytes) -> bool:
    """UTF-8, but for a few bytes that a dump broke: they must not turn every accent of the file into two signs."""
    high = sum(map(len, _HIGH.findall(data)))
    broken = data.decode("utf-8", errors="replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return broken == 0 or (high >= 20 and broken <= max(1, _BROKEN * high))


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 of Latin text has a NUL in every other byte."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.6 * half:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > 0.6 * half else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _guess(data: bytes) -> str | None:
    """An alphabet where bytes above ASCII are few and stand alone between letters, pairs where they stand together.

    Half the pairs of Shift_JIS end with a byte of ASCII: they stand alone there, but are many.
    """
    sample = data[:_SAMPLE].replace(b"\x00", b"")
    if _looks_binary(sample.decode("latin-1")):
        return None
    runs = _HIGH.findall(sample)
    alone = sum(len(run) == 1 for run in runs) > 0.5 * len(runs)
    few = sum(map(len, runs)) < _ACCENTED * len(sample.translate(None, b" \t\r\n"))
    pairs = [name for name in _PAIRS if _decodes(data, name)]
    if not pairs or (alone and few):
        return max(_ALPHABETS, key=lambda name: (_letters(sample, name), -_ALPHABETS.index(name)))
    best = from_bytes(sample, cp_isolation=pairs).best()
    return best.encoding if best else pairs[0]


def _letters(data: bytes, encoding: str) -> int:
    """How many bytes above ASCII are Latin letters in this encoding, or else letters at all by half."""
    text = data.decode(encoding, errors="replace")
    latin = sum(char.isalpha() and char < "\u0250" for char in text if char > "\x7f")
    return 2 * latin + sum(char.isalpha() and char >= "\u0250" for char in text)


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    bad = len(_CONTROL.findall(sample)) - sample.count("\x00") + sample.count("\ufffd")
    stray_nul = sample.count("\x00") > max(8, 0.02 * len(sample))
    return stray_nul or bad > max(2, 0.01 * len(sample))

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
# What offices' machines wrote before Unicode. Asian ones are strict about byte pairs, so they are asked first;
# cp1252 takes nearly anything and comes last.
_LEGACY = ("shift_jis", "euc_jp", "euc_kr", "gb18030", "big5", "cp1250", "cp1252")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SAMPLE = 64_000


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
    if _decodes(data, "utf-8"):
        return "utf-8"
    return _guess(data)


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
    """Of the encodings that fit, the one whose text reads best, as charset-normalizer judges it."""
    if _looks_binary(data[:_SAMPLE].decode("latin-1")):
        return None
    fitting = [name for name in _LEGACY if _decodes(data, name)]
    best = from_bytes(data[:_SAMPLE].replace(b"\x00", b""), cp_isolation=fitting or ["cp1252"]).best()
    return best.encoding if best else "cp1252"


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    bad = len(_CONTROL.findall(sample)) - sample.count("\x00") + sample.count("\ufffd")
    stray_nul = sample.count("\x00") > max(8, 0.02 * len(sample))
    return stray_nul or bad > max(2, 0.01 * len(sample))

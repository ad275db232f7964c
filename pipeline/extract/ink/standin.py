"""A font that stands in for the fonts of other scripts that a PDF names and does not bring.

pdfium looks among the system's fonts for such a font, so what it reads hangs on the machine: where no font of a
script is found, its glyphs are empty, and pdfium leaves out every piece of text that is one empty glyph (26 words
of 377 on two Japanese pages). Here each such font is this one on every machine, with a small square for each
character, after the manner of Unicode's Last Resort font. Widths come from the PDF. Latin fonts are in pdfium.
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any

from pipeline.extract.ink.pdfium import raw

_EM, _RISE, _FALL = 1000, 880, -120  # of the em, as CJK fonts have it
_SIDE = 200  # of the box: narrower than any letter, since pdfium widens a character's place to its ink
_GLYPHS = 2  # the missing glyph and the square
_SHORT, _LONG = 2, 4


def font() -> bytes:
    """The font as a TrueType file: the same square for the missing glyph and for every character (cmap format 13)."""
    box = _glyph()
    return _file(
        {
            b"cmap": _characters(),
            b"glyf": box * _GLYPHS,
            b"head": struct.pack(
                ">IIIIHHQQhhhhHHhhh",
                0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0, 0, 0, _SIDE, _SIDE, 0, 8, 2, 1, 0,
            ),
            b"hhea": struct.pack(">IhhhHhhhhhh8xhH", 0x10000, _RISE, _FALL, 0, _EM, 0, 0, _SIDE, 1, 0, 0, 0, _GLYPHS),
            b"hmtx": struct.pack(">Hh", _EM, 0) * _GLYPHS,
            b"loca": struct.pack(">III", *(len(box) * i for i in range(_GLYPHS + 1))),
            b"maxp": struct.pack(">IH26x", 0x10000, _GLYPHS),
        }
    )  # fmt: skip


def _glyph() -> bytes:
    """A small square: one contour of four points, all on the curve."""
    head = struct.pack(">hhhhh", 1, 0, 0, _SIDE, _SIDE)
    steps = struct.pack(">4h4h", 0, 0, _SIDE, 0, 0, _SIDE, 0, -_SIDE)
    glyph = head + struct.pack(">HH", 3, 0) + b"\x01" * 4 + steps
    return glyph + b"\0" * (-len(glyph) % _LONG)


def _characters() -> bytes:
    """Every code point but the controls is glyph 1."""
    table = struct.pack(">HHIII", 13, 0, 28, 0, 1) + struct.pack(">III", 0x20, 0x10FFFF, 1)
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">IHHHH", 0x10000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    at, entries, body = len(head) + 16 * count, b"", b""
    for name, data in sorted(tables.items()):
        entries += struct.pack(">4sIII", name, 0, at + len(body), len(data))
        body += data + b"\0" * (-len(data) % _LONG)
    return head + entries + body


_DATA = font()
_HANDLE = 1  # any that is not null
_ANSI = 0  # the character set of Latin fonts


def _map(_info: Any, _weight: int, _italic: int, charset: int, *_: Any) -> int | None:
    return None if charset == _ANSI else _HANDLE


def _data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
    """The whole file for table 0; no other table is given alone."""
    if table:
        return 0
    if buffer and size >= len(_DATA):
        ctypes.memmove(buffer, _DATA, len(_DATA))
    return len(_DATA)


def _nothing(*_: Any) -> int:
    return 0


def install() -> None:
    """Give pdfium this font in place of the system's; call once, after the library was begun."""
    raw.FPDF_SetSystemFontInfo(ctypes.byref(_INFO))


def _info() -> Any:
    fields = dict(raw.FPDF_SYSFONTINFO._fields_)
    calls: dict[str, Any] = {name: _nothing for name in fields if name != "version"}
    calls |= {"MapFont": _map, "GetFontData": _data}
    return raw.FPDF_SYSFONTINFO(version=1, **{name: fields[name](call) for name, call in calls.items()})


_INFO = _info()  # pdfium holds it as long as the process lives

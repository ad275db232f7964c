"""pdfium's functions, bound for calls in bulk.

Calls through ctypes release the interpreter lock and take it again, a few times for each of a page's 3,000
characters. The same entry points are bound again with plain addresses and the lock held: 5.4 in place of 7.9 ms
a page with four calls a character (measured on 14 pages).
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2_raw.bindings  # type: ignore[import-untyped]
from numpy.typing import NDArray

# pypdfium2.raw in all but the classes around it, which the reading process would import for nothing, in 16 ms
raw: Any = pypdfium2_raw.bindings  # its names are made at import, where no type checker sees them
Address = ctypes.c_void_p


def address(handle: Any) -> int:
    """The address that a pypdfium2 handle points to."""
    return ctypes.cast(handle, Address).value or 0


def _bind(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(getattr(raw, name)))


char_unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint, Address, ctypes.c_int)
char_object = _bind("FPDFText_GetTextObject", Address, Address, ctypes.c_int)
char_size = _bind("FPDFText_GetFontSize", ctypes.c_double, Address, ctypes.c_int)
_char_box = _bind("FPDFText_GetLooseCharBox", ctypes.c_int, Address, ctypes.c_int, Address)
_char_origin = _bind("FPDFText_GetCharOrigin", ctypes.c_int, Address, ctypes.c_int, Address, Address)
_char_matrix = _bind("FPDFText_GetMatrix", ctypes.c_int, Address, ctypes.c_int, Address)
object_font = _bind("FPDFTextObj_GetFont", Address, Address)
object_mode = _bind("FPDFTextObj_GetTextRenderMode", ctypes.c_int, Address)
object_kind = _bind("FPDFPageObj_GetType", ctypes.c_int, Address)
page_object = _bind("FPDFPage_GetObject", Address, Address, ctypes.c_int)
form_object = _bind("FPDFFormObj_GetObject", Address, Address, ctypes.c_ulong)
count_form_objects = _bind("FPDFFormObj_CountObjects", ctypes.c_int, Address)
count_segments = _bind("FPDFPath_CountSegments", ctypes.c_int, Address)
path_segment = _bind("FPDFPath_GetPathSegment", Address, Address, ctypes.c_int)
segment_kind = _bind("FPDFPathSegment_GetType", ctypes.c_int, Address)
segment_closes = _bind("FPDFPathSegment_GetClose", ctypes.c_int, Address)


def text_of(page: int, count: int) -> str:
    """The page's characters, one string position a character index.

    One call where pdfium's text has a UTF-16 unit for each index, a call a character where it has not.
    """
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(ctypes.cast(page, raw.FPDF_TEXTPAGE), 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace") if written == count else ""
    if len(text) == count:
        return text
    return "".join(_letter(code) for code in map(char_unicode, repeat(page), range(count)))


def _letter(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def boxes_of(page: int, indices: list[int]) -> NDArray[np.float32]:
    """The loose boxes (advance width, font height) of characters: (n, 4) left, top, right, bottom."""
    boxes = np.zeros((len(indices), 4), np.float32)
    _exhaust(map(_char_box, repeat(page), indices, _slots(boxes)[0]))
    return boxes


def origins_of(page: int, indices: list[int]) -> NDArray[np.float64]:
    """Where characters stand on their baselines: (n, 2) x, y."""
    points = np.zeros((len(indices), 2))
    _exhaust(map(_char_origin, repeat(page), indices, *_slots(points)))
    return points


def matrices_of(page: int, indices: list[int]) -> NDArray[np.float32]:
    """The text matrices of characters: (n, 6) a, b, c, d, e, f."""
    found = np.zeros((len(indices), 6), np.float32)
    _exhaust(map(_char_matrix, repeat(page), indices, _slots(found)[0]))
    return found


def _slots(table: NDArray[Any]) -> list[range]:
    """The addresses of a table's values, a range down each column."""
    rows, columns = table.shape
    start, row = table.ctypes.data, columns * table.itemsize
    return [range(at, at + row * rows, row) for at in range(start, start + row, table.itemsize)]


def _exhaust(calls: Iterable[Any]) -> None:
    deque(calls, maxlen=0)


_get_fill = _bind("FPDFPageObj_GetFillColor", ctypes.c_int, Address, Address, Address, Address, Address)
_get_stroke = _bind("FPDFPageObj_GetStrokeColor", ctypes.c_int, Address, Address, Address, Address, Address)
_get_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t, Address, Address, ctypes.c_size_t)
font_weight = _bind("FPDFFont_GetWeight", ctypes.c_int, Address)
_get_bounds = _bind("FPDFPageObj_GetBounds", ctypes.c_int, Address, Address, Address, Address, Address)
_get_width = _bind("FPDFPageObj_GetStrokeWidth", ctypes.c_int, Address, Address)
_get_draw = _bind("FPDFPath_GetDrawMode", ctypes.c_int, Address, Address, Address)
_get_matrix = _bind("FPDFPageObj_GetMatrix", ctypes.c_int, Address, Address)
_get_point = _bind("FPDFPathSegment_GetPoint", ctypes.c_int, Address, Address, Address)

_COLOUR = (ctypes.c_uint * 4)()
_CHANNELS = tuple(ctypes.addressof(_COLOUR) + 4 * i for i in range(4))
_FLOATS = (ctypes.c_float * 6)()
_SLOTS = tuple(ctypes.addressof(_FLOATS) + 4 * i for i in range(6))
_FOUR_SLOTS = _SLOTS[:4]
_INTS = (ctypes.c_int * 2)()
_INT_SLOTS = tuple(ctypes.addressof(_INTS) + 4 * i for i in range(2))
_NAME = ctypes.create_string_buffer(256)


def fill_colour(item: int) -> tuple[int, int]:
    """An object's fill colour as 0xRRGGBB and its alpha; black where the file does not say."""
    if not _get_fill(item, *_CHANNELS):
        return 0, 255
    red, green, blue, alpha = _COLOUR
    return red << 16 | green << 8 | blue, alpha


def fill_colours(items: Sequence[int]) -> tuple[list[int], list[int]]:
    """Objects' fill colours and their alphas, as `fill_colour` tells one's."""
    found = np.zeros((len(items), 4), np.uint32)
    found[:, 3] = 255  # stays where the file does not say
    _exhaust(map(_get_fill, items, *_slots(found)))
    return (found[:, 0] << 16 | found[:, 1] << 8 | found[:, 2]).tolist(), found[:, 3].tolist()


def stroke_alpha(item: int) -> int:
    """How opaque an object's stroke is, 0 to 255."""
    return _COLOUR[3] if _get_stroke(item, *_CHANNELS) else 255


def font_name(font: int) -> str:
    """The base font name, with its subset prefix; empty where there is none."""
    _NAME.raw = b"\0" * len(_NAME)
    _get_name(font, ctypes.addressof(_NAME), len(_NAME))
    return _NAME.value.decode("utf-8", errors="replace")


def bounds(item: int) -> tuple[float, float, float, float] | None:
    """An object's bounding box in its container's coordinates: left, bottom, right, top; strokes included."""
    return tuple(_FLOATS[:4]) if _get_bounds(item, *_FOUR_SLOTS) else None  # type: ignore[return-value]


def stroke_width(item: int) -> float:
    return float(_FLOATS[0]) if _get_width(item, _SLOTS[0]) else 0.0


def draw_mode(item: int) -> tuple[bool, bool]:
    """Whether a path is filled, whether it is stroked."""
    return (bool(_INTS[0]), bool(_INTS[1])) if _get_draw(item, *_INT_SLOTS) else (False, False)


def matrix(item: int) -> tuple[float, ...]:
    """An object's matrix a, b, c, d, e, f to its container."""
    return tuple(_FLOATS) if _get_matrix(item, _SLOTS[0]) else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def point(segment: int) -> tuple[float, float]:
    """A segment's end point in its path's own coordinates."""
    return (_FLOATS[0], _FLOATS[1]) if _get_point(segment, *_SLOTS[:2]) else (0.0, 0.0)

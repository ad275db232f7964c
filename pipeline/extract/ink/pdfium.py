"""pdfium's functions, bound for calls in bulk.

Calls through ctypes release the interpreter lock and take it again, and look up how to convert each argument, a
few times for each of a page's 2,000 characters. The same entry points are bound again with the lock held, and without
the types of their arguments: those are small whole numbers, or addresses made ready once by `argument`. 210 in place
of 480 ns for the box of a character.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2_raw.bindings  # type: ignore[import-untyped]
from numpy.typing import NDArray

# pypdfium2.raw in all but the classes around it, which the reading process would import for nothing, in 16 ms
raw: Any = pypdfium2_raw.bindings  # its names are made at import, where no type checker sees them
_Address = ctypes.c_void_p
Argument = Any
"""An address in the form in which a call takes it: a whole number would be cut to 32 bits."""
argument: Callable[[Any], Argument] = _Address.from_param


def _bind(name: str, result: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(getattr(raw, name), _Address).value or 0)


char_unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint)
char_object = _bind("FPDFText_GetTextObject", _Address)
char_size = _bind("FPDFText_GetFontSize", ctypes.c_double)
_get_text = _bind("FPDFText_GetText", ctypes.c_int)
_char_box = _bind("FPDFText_GetLooseCharBox", ctypes.c_int)
_char_ink = _bind("FPDFText_GetCharBox", ctypes.c_int)
_char_origin = _bind("FPDFText_GetCharOrigin", ctypes.c_int)
_char_matrix = _bind("FPDFText_GetMatrix", ctypes.c_int)
object_font = _bind("FPDFTextObj_GetFont", _Address)
object_mode = _bind("FPDFTextObj_GetTextRenderMode", ctypes.c_int)
object_kind = _bind("FPDFPageObj_GetType", ctypes.c_int)
page_object = _bind("FPDFPage_GetObject", _Address)
form_object = _bind("FPDFFormObj_GetObject", _Address)
count_form_objects = _bind("FPDFFormObj_CountObjects", ctypes.c_int)
count_segments = _bind("FPDFPath_CountSegments", ctypes.c_int)
path_segment = _bind("FPDFPath_GetPathSegment", _Address)
_get_clip = _bind("FPDFPageObj_GetClipPath", _Address)
_count_clips = _bind("FPDFClipPath_CountPaths", ctypes.c_int)
_count_clip_segments = _bind("FPDFClipPath_CountPathSegments", ctypes.c_int)
_clip_segment = _bind("FPDFClipPath_GetPathSegment", _Address)
segment_kind = _bind("FPDFPathSegment_GetType", ctypes.c_int)
segment_closes = _bind("FPDFPathSegment_GetClose", ctypes.c_int)


def text_of(page: Argument, count: int) -> str:
    """The page's characters, one string position a character index.

    One call where pdfium's text has a UTF-16 unit for each index, a call a character where it has not.
    """
    buffer = (ctypes.c_ushort * (count + 1))()
    written = _get_text(page, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace") if written == count else ""
    if len(text) == count:
        return text
    return "".join(_letter(code) for code in map(char_unicode, repeat(page), range(count)))


def _letter(code: int) -> str:
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def boxes_of(page: Argument, indices: Sequence[int]) -> NDArray[np.float32]:
    """The loose boxes (advance width, font height) of characters: (n, 4) left, top, right, bottom."""
    return _told(_char_box, (page,), indices, np.zeros(4, np.float32), (0,))


def inks_of(page: Argument, indices: Sequence[int]) -> NDArray[np.float64]:
    """The boxes of what characters draw: (n, 4) left, bottom, right, top."""
    return _told(_char_ink, (page,), indices, np.zeros(4), (0, 16, 8, 24))


def origins_of(page: Argument, indices: Sequence[int]) -> NDArray[np.float64]:
    """Where characters stand on their baselines: (n, 2) x, y."""
    return _told(_char_origin, (page,), indices, np.zeros(2), (0, 8))


def matrices_of(page: Argument, indices: Sequence[int]) -> NDArray[np.float32]:
    """The text matrices of characters: (n, 6) a, b, c, d, e, f."""
    return _told(_char_matrix, (page,), indices, np.zeros(6, np.float32), (0,))


_ROOM = np.zeros((1_024, 32), np.uint8)  # what so many calls write, 32 bytes each at the most


def _told(
    call: Callable[..., Any], before: Sequence[Any], items: Sequence[Any], default: NDArray[Any], places: Sequence[int]
) -> NDArray[Any]:
    """What a function tells of each item, a row each, as `default` where it tells nothing.

    It is called with the arguments `before`, the item, and the addresses to write to: the bytes `places` of its room.
    """
    rows = np.empty((len(items), *default.shape), default.dtype)
    room = _ROOM.view(default.dtype)[:, : len(default)]
    for first in range(0, len(items), len(room)):
        some = items[first : first + len(room)]
        room[: len(some)] = default
        deque(map(call, *map(repeat, before), some, *map(_slots, places)), maxlen=0)
        rows[first : first + len(room)] = room[: len(some)]
    return rows


@cache
def _slots(place: int) -> list[Argument]:
    """The addresses of one of the bytes of each row of the room, made ready once."""
    start, row = _ROOM.ctypes.data + place, _ROOM.shape[1]
    return [argument(at) for at in range(start, start + _ROOM.size, row)]


_get_fill = _bind("FPDFPageObj_GetFillColor", ctypes.c_int)
_get_stroke = _bind("FPDFPageObj_GetStrokeColor", ctypes.c_int)
_get_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t)
font_weight = _bind("FPDFFont_GetWeight", ctypes.c_int)
_get_bounds = _bind("FPDFPageObj_GetBounds", ctypes.c_int)
_get_width = _bind("FPDFPageObj_GetStrokeWidth", ctypes.c_int)
_get_draw = _bind("FPDFPath_GetDrawMode", ctypes.c_int)
_get_matrix = _bind("FPDFPageObj_GetMatrix", ctypes.c_int)
_get_point = _bind("FPDFPathSegment_GetPoint", ctypes.c_int)

_COLOUR = (ctypes.c_uint * 4)()
_CHANNELS = tuple(argument(ctypes.addressof(_COLOUR) + 4 * i) for i in range(4))
_FLOATS = (ctypes.c_float * 6)()
_FLOAT_SLOTS = tuple(argument(ctypes.addressof(_FLOATS) + 4 * i) for i in range(6))
_BOX_SLOTS, _POINT_SLOTS = _FLOAT_SLOTS[:4], _FLOAT_SLOTS[:2]
_INTS = (ctypes.c_int * 2)()
_INT_SLOTS = tuple(argument(ctypes.addressof(_INTS) + 4 * i) for i in range(2))
_NAME = ctypes.create_string_buffer(256)


def fill_colour(item: Argument) -> tuple[int, int]:
    """An object's fill colour as 0xRRGGBB and its alpha; black where the file does not say."""
    if not _get_fill(item, *_CHANNELS):
        return 0, 255
    red, green, blue, alpha = _COLOUR
    return red << 16 | green << 8 | blue, alpha


def fill_colours(items: Sequence[Argument]) -> tuple[list[int], list[int]]:
    """Objects' fill colours and their alphas, as `fill_colour` tells one's."""
    found = _told(_get_fill, (), items, np.array((0, 0, 0, 255), np.uint32), (0, 4, 8, 12))
    return (found[:, 0] << 16 | found[:, 1] << 8 | found[:, 2]).tolist(), found[:, 3].tolist()


def stroke_alpha(item: Argument) -> int:
    """How opaque an object's stroke is, 0 to 255."""
    return _COLOUR[3] if _get_stroke(item, *_CHANNELS) else 255


def font_name(font: Argument) -> str:
    """The base font name, with its subset prefix; empty where there is none."""
    _NAME.raw = b"\0" * len(_NAME)
    _get_name(font, _NAME, len(_NAME))
    return _NAME.value.decode("utf-8", errors="replace")


def bounds(item: Argument) -> tuple[float, float, float, float] | None:
    """An object's bounding box in its container's coordinates: left, bottom, right, top; strokes included."""
    return tuple(_FLOATS[:4]) if _get_bounds(item, *_BOX_SLOTS) else None  # type: ignore[return-value]


def stroke_width(item: Argument) -> float:
    return float(_FLOATS[0]) if _get_width(item, _FLOAT_SLOTS[0]) else 0.0


def draw_mode(item: Argument) -> tuple[bool, bool]:
    """Whether a path is filled, whether it is stroked."""
    return (bool(_INTS[0]), bool(_INTS[1])) if _get_draw(item, *_INT_SLOTS) else (False, False)


def matrix(item: Argument) -> tuple[float, ...]:
    """An object's matrix a, b, c, d, e, f to its container."""
    return tuple(_FLOATS) if _get_matrix(item, _FLOAT_SLOTS[0]) else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def point(segment: Argument) -> tuple[float, float]:
    """A segment's end point in its path's own coordinates."""
    return (_FLOATS[0], _FLOATS[1]) if _get_point(segment, *_POINT_SLOTS) else (0.0, 0.0)


def clip_paths(item: Argument, most: int) -> list[list[tuple[float, float]]]:
    """The points of the paths that an object is clipped to, of those with `most` segments at the most."""
    clip = argument(_get_clip(item))
    counts = [_count_clip_segments(clip, i) for i in range(max(0, _count_clips(clip)))] if clip else []
    return [
        [point(argument(_clip_segment(clip, i, k))) for k in range(count)]
        for i, count in enumerate(counts)
        if 0 < count <= most
    ]

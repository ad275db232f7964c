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

_NAME = ctypes.create_string_buffer(256)
_BLACK = np.array((0, 0, 0, 255), np.uint32)
_UNTURNED = np.array((1, 0, 0, 1, 0, 0), np.float32)


def fill_colours(items: Sequence[Argument]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Objects' fill colours as 0xRRGGBB and their alphas, 0 to 255; opaque black where the file does not say."""
    red, green, blue, alpha = _told(_get_fill, (), items, _BLACK, (0, 4, 8, 12)).T
    return red << 16 | green << 8 | blue, alpha


def stroke_alphas(items: Sequence[Argument]) -> NDArray[np.uint32]:
    """How opaque objects' strokes are, 0 to 255."""
    return np.asarray(_told(_get_stroke, (), items, _BLACK, (0, 4, 8, 12))[:, 3])


def font_name(font: Argument) -> str:
    """The base font name, with its subset prefix; empty where there is none."""
    _NAME.raw = b"\0" * len(_NAME)
    _get_name(font, _NAME, len(_NAME))
    return _NAME.value.decode("utf-8", errors="replace")


def bounds_of(items: Sequence[Argument]) -> NDArray[np.float64]:
    """Objects' bounding boxes in their container's coordinates, strokes included: (n, 4) left, bottom, right, top;
    not numbers where there is none.
    """
    boxes = _told(_get_bounds, (), items, np.full(4, np.nan, np.float32), (0, 4, 8, 12))
    return np.asarray(boxes, dtype=np.float64)


def stroke_widths(items: Sequence[Argument]) -> NDArray[np.float64]:
    widths = _told(_get_width, (), items, np.zeros(1, np.float32), (0,))[:, 0]
    return np.asarray(widths, dtype=np.float64)


def draw_modes(items: Sequence[Argument]) -> NDArray[np.bool_]:
    """Whether paths are filled, whether they are stroked: (n, 2)."""
    return np.asarray(_told(_get_draw, (), items, np.zeros(2, np.int32), (0, 4)) != 0)


def matrix(item: Argument) -> tuple[float, ...]:
    """An object's matrix a, b, c, d, e, f to its container."""
    return tuple(_told(_get_matrix, (), [item], _UNTURNED, (0,))[0].tolist())


def points_of(segments: Sequence[Argument]) -> list[tuple[float, float]]:
    """Segments' end points in their path's own coordinates."""
    found = _told(_get_point, (), segments, np.zeros(2, np.float32), (0, 4))
    return list(map(tuple, found.tolist()))


def segments_of(path: Argument, most: int) -> list[Argument]:
    """The segments of a path, `most` of them at the most."""
    count = min(count_segments(path), most)
    return list(map(argument, map(path_segment, repeat(path), range(count))))


def clip_paths(item: Argument, most: int) -> list[list[tuple[float, float]]]:
    """The points of the paths that an object is clipped to, of those with `most` segments at the most."""
    clip = argument(_get_clip(item))
    counts = [_count_clip_segments(clip, i) for i in range(max(0, _count_clips(clip)))] if clip else []
    return [
        points_of([argument(_clip_segment(clip, i, k)) for k in range(count)])
        for i, count in enumerate(counts)
        if 0 < count <= most
    ]

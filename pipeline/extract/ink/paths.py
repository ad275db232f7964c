"""Ruling lines and fills of a page, from its path objects, those inside of forms as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, Literal, NamedTuple

import numpy as np

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.clips import clipped
from pipeline.extract.ink.holes import Four, without_holes
from pipeline.extract.ink.pdfium import raw
from pipeline.extract.ink.subpaths import rectangles, rounded, sides
from pipeline.extract.ink.tints import with_tints
from pipeline.extract.ink.view import View, seen_boxes
from pipeline.extract.sheet import THIN, Rule

_MOST_RULES = 20_000  # a map or a vector picture; no table has as many lines
_DEEPEST = 32  # forms within forms; pdfium itself stops before 40, and no program nests ten
_SIMPLE = 5  # segments of a rectangle: what has more is looked at segment by segment

_PATH, _IMAGE, _FORM = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM

Matrix = tuple[float, ...]
_RULES = ("line", "fill", "round")
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Shape(NamedTuple):
    box: Four
    kind: Literal["line", "fill", "round", "picture", "deep"]
    colour: int = 0
    alpha: int = 255


class Drawn(NamedTuple):
    """The rules of a page in drawing order, the share of it that pictures cover, whether forms are too deep
    to read.
    """

    rules: list[Rule]
    pictures: float
    deep: bool = False


def read_paths(page: Any, view: View) -> Drawn:
    """Every straight line and filled rectangle of a pdfium page; curves and slanted lines are left out."""
    shapes: list[_Shape] = []
    for shape in _shapes(page):
        shapes.append(shape)
        if len(shapes) > _MOST_RULES:
            return Drawn([], 0.0)
    if not shapes:
        return Drawn([], 0.0)
    boxes = seen_boxes(view, np.array([shape.box for shape in shapes]))
    boxes[:, :2] = np.maximum(boxes[:, :2], 0.0)
    boxes[:, 2:] = np.minimum(boxes[:, 2:], (view.width, view.height))
    on_page = ((boxes[:, 0] <= boxes[:, 2]) & (boxes[:, 1] <= boxes[:, 3])).tolist()
    seen = [found for found, on in zip(zip(shapes, boxes.tolist(), strict=True), on_page, strict=True) if on]
    ruled = [(shape, box) for shape, box in seen if shape.kind in _RULES]
    rules = [Rule._make((*box, shape.kind, shape.colour)) for shape, box in ruled]
    whole = view.width * view.height or 1.0
    pictures = sum((x1 - x0) * (low - high) / whole for shape, (x0, high, x1, low) in seen if shape.kind == "picture")
    tinted = with_tints(rules, [shape.alpha for shape, _ in ruled])
    return Drawn(tinted, min(1.0, pictures), any(shape.kind == "deep" for shape in shapes))


def _shapes(page: Any) -> Iterator[_Shape]:
    items = map(pdfium.page_object, repeat(pdfium.argument(page)), range(raw.FPDFPage_CountObjects(page)))
    return _objects(items, _SAME, 0)


def _objects(items: Iterable[int], outer: Matrix, depth: int) -> Iterator[_Shape]:
    """The shapes of a page's or a form's objects; most objects are text, and are passed over in bulk."""
    some = list(map(pdfium.argument, filter(None, items)))
    for item, kind in zip(some, map(pdfium.object_kind, some), strict=True):
        if kind == _PATH:
            yield from _path(item, outer)
        elif kind == _IMAGE:
            box = pdfium.bounds(item)
            if box:
                yield _Shape(_moved(box, outer), "picture")
        elif kind == _FORM and depth >= _DEEPEST:
            yield _Shape((0.0, 0.0, 0.0, 0.0), "deep")
        elif kind == _FORM:
            inside = map(pdfium.form_object, repeat(item), range(pdfium.count_form_objects(item)))
            yield from _objects(inside, _times(pdfium.matrix(item), outer), depth + 1)


def _path(item: pdfium.Argument, outer: Matrix) -> Iterable[_Shape]:
    filled, stroked = pdfium.draw_mode(item)
    box = pdfium.bounds(item) if filled or stroked else None
    if box is None:
        return ()
    colour, alpha = pdfium.fill_colour(item) if filled else (0, 0)
    stroked = stroked and pdfium.stroke_alpha(item) > 0
    segments = pdfium.count_segments(item)
    if segments > _SIMPLE:
        return _bits(item, outer, alpha, stroked, colour)
    inner = _shrunk(box, pdfium.stroke_width(item) / 2) if stroked else box
    if segments == 2:
        return _strip(inner, outer) if stroked else ()
    fill = (_Shape(_moved(clipped(item, inner), outer), "fill", colour, alpha),) if alpha > 0 else ()
    return (*fill, *_frame(inner, outer)) if stroked and segments >= 4 else fill


def _strip(box: Four, outer: Matrix) -> tuple[_Shape, ...]:
    return (_Shape(_moved(box, outer), "line"),) if min(box[2] - box[0], box[3] - box[1]) < THIN else ()


def _frame(box: Four, outer: Matrix) -> tuple[_Shape, ...]:
    left, low, right, high = box
    if min(right - left, high - low) < THIN:
        return _strip(box, outer)
    sides = (
        (left, low, right, low),
        (left, high, right, high),
        (left, low, left, high),
        (right, low, right, high),
    )
    return tuple(_Shape(_moved(side, outer), "line") for side in sides)


def _bits(item: pdfium.Argument, outer: Matrix, alpha: int, stroked: bool, colour: int) -> Iterator[_Shape]:
    """A path of many segments: its lines, or its rectangles one by one where it is filled; one with round corners is
    alone, as two are a border."""
    inner = _times(pdfium.matrix(item), outer)
    if alpha > 0:
        yield from (_Shape(_moved(box, inner), "fill", colour, alpha) for box in without_holes(rectangles(item)))
        round_ = list(rounded(item))
        yield from (_Shape(_moved(box, inner), "round", colour, alpha) for box in round_ if len(round_) == 1)
    if stroked:
        yield from (_Shape(_moved(side, inner), "line") for side in sides(item, alpha > 0))


def _shrunk(box: Four, half: float) -> Four:
    """A box without the width of its stroke; a line's box keeps no width at all."""
    left, low, right, high = box
    x, y = min(half, (right - left) / 2), min(half, (high - low) / 2)
    return left + x, low + y, right - x, high - y


def _moved(box: Four, by: Matrix) -> Four:
    if by is _SAME:
        return box
    a, b, c, d, e, f = by
    xs = [a * x + c * y + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [b * x + d * y + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)


def _times(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that applies `one`, then `two`."""
    a, b, c, d, e, f = one
    k, m, n, p, q, r = two
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r

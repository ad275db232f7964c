"""Ruling lines and fills of a page, from its path objects, those inside of forms as well."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import numpy as np

from pipeline.extract import pdfium
from pipeline.extract.pdfium import raw
from pipeline.extract.sheet import Rule
from pipeline.extract.view import View, seen_boxes

THIN = 3.0  # points: a filled rectangle thinner than this is drawn to be a line
_MOST_RULES = 20_000  # a map or a vector picture; no table has as many lines
_DEEPEST = 32  # forms within forms; pdfium itself stops before 40, and no program nests ten
_SIMPLE = 5  # segments of a rectangle: what has more is looked at segment by segment

Four = tuple[float, float, float, float]
Matrix = tuple[float, ...]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Shape(NamedTuple):
    box: Four
    kind: Literal["line", "fill", "picture", "deep"]
    colour: int = 0


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
    whole = view.width * view.height or 1.0
    rules, pictures = [], 0.0
    for shape, (x0, top, x1, bottom) in zip(shapes, boxes.tolist(), strict=True):
        left, right = max(0.0, x0), min(view.width, x1)
        high, low = max(0.0, top), min(view.height, bottom)
        if left > right or high > low:
            continue
        if shape.kind == "picture":
            pictures += (right - left) * (low - high) / whole
        elif shape.kind != "deep":
            rules.append(Rule(left, high, right, low, shape.kind, shape.colour))
    return Drawn(rules, min(1.0, pictures), any(shape.kind == "deep" for shape in shapes))


def _shapes(page: Any) -> Iterator[_Shape]:
    start = pdfium.address(page)
    for i in range(raw.FPDFPage_CountObjects(page)):
        yield from _object(pdfium.page_object(start, i), _SAME, 0)


def _object(item: int | None, outer: Matrix, depth: int) -> Iterator[_Shape]:
    kind = pdfium.object_kind(item) if item else 0
    if not item or kind == raw.FPDF_PAGEOBJ_TEXT:
        return
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield from _path(item, outer)
    elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
        box = pdfium.bounds(item)
        if box and kind == raw.FPDF_PAGEOBJ_IMAGE:
            yield _Shape(_moved(box, outer), "picture")
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth >= _DEEPEST:
        yield _Shape((0.0, 0.0, 0.0, 0.0), "deep")
    elif kind == raw.FPDF_PAGEOBJ_FORM:
        inner = _times(pdfium.matrix(item), outer)
        for i in range(pdfium.count_form_objects(item)):
            yield from _object(pdfium.form_object(item, i), inner, depth + 1)


def _path(item: int, outer: Matrix) -> Iterator[_Shape]:
    filled, stroked = pdfium.draw_mode(item)
    box = pdfium.bounds(item)
    if box is None or not (filled or stroked):
        return
    colour, alpha = pdfium.fill_colour(item)
    filled, stroked = filled and alpha > 0, stroked and pdfium.stroke_alpha(item) > 0
    segments = pdfium.count_segments(item)
    half = pdfium.stroke_width(item) / 2 if stroked else 0.0
    if segments > _SIMPLE:
        yield from _bits(item, outer, filled, colour)
    elif segments == 2:
        if stroked:
            yield from _strip(_shrunk(box, half), outer)
    else:
        if filled:
            yield _Shape(_moved(_shrunk(box, half), outer), "fill", colour)
        if stroked and segments >= 4:
            yield from _frame(_shrunk(box, half), outer)


def _strip(box: Four, outer: Matrix) -> Iterator[_Shape]:
    if min(box[2] - box[0], box[3] - box[1]) < THIN:
        yield _Shape(_moved(box, outer), "line")


def _frame(box: Four, outer: Matrix) -> Iterator[_Shape]:
    left, low, right, high = box
    if min(right - left, high - low) < THIN:
        yield from _strip(box, outer)
        return
    for side in (
        (left, low, right, low),
        (left, high, right, high),
        (left, low, left, high),
        (right, low, right, high),
    ):
        yield _Shape(_moved(side, outer), "line")


def _bits(item: int, outer: Matrix, filled: bool, colour: int) -> Iterator[_Shape]:
    """A path of many segments: its straight strokes, or its rectangles one by one where it is filled."""
    inner = _times(pdfium.matrix(item), outer)
    for points, straight in _strokes(item):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if filled and len(points) >= 4:
            if straight or max(box[2] - box[0], box[3] - box[1]) < THIN:  # a dot of a dotted line is a circle
                yield _Shape(_moved(box, inner), "fill", colour)
        elif straight and not filled:
            for (x, y), (u, v) in itertools.pairwise(points):
                if abs(x - u) < 0.5 or abs(y - v) < 0.5:
                    yield _Shape(_moved((min(x, u), min(y, v), max(x, u), max(y, v)), inner), "line")


def _strokes(item: int) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The subpaths of a path: their points, and whether all of their segments are straight."""
    points: list[tuple[float, float]] = []
    straight = True
    for i in range(min(pdfium.count_segments(item), 4 * _MOST_RULES)):
        segment = pdfium.path_segment(item, i)
        kind = pdfium.segment_kind(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, straight
            points, straight = [], True
        points.append(pdfium.point(segment))
        straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
        if pdfium.segment_closes(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points, straight


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

"""What paths draw: lines and fills, of all paths at once where they are lines and rectangles, as most are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.clips import clipped
from pipeline.extract.ink.holes import without_holes
from pipeline.extract.ink.objects import moved
from pipeline.extract.ink.subpaths import rectangles, rounded, sides, strokes_of
from pipeline.extract.sheet import THIN

KINDS = ("line", "fill", "round")
_LINE, _FILL, _ROUND = range(3)
_SIMPLE = 5  # segments of a rectangle: what has more is looked at segment by segment
_SIDES = ((0, 1, 2, 1), (0, 3, 2, 3), (0, 1, 0, 3), (2, 1, 2, 3))  # of a box left, low, right, high
_OPAQUE = 255


class Shapes(NamedTuple):
    """A row a shape: the number of the path that draws it, its box left, low, right, high in the coordinates of the
    path's container, its place in `KINDS`, its colour 0xRRGGBB and its alpha.
    """

    owners: NDArray[np.int64]
    boxes: NDArray[np.float64]
    kinds: NDArray[np.int64]
    colours: NDArray[np.int64]
    alphas: NDArray[np.int64]


class _Paints(NamedTuple):
    """How paths are painted, a row each; one that is not filled has the alpha 0."""

    alphas: NDArray[np.int64]
    colours: NDArray[np.int64]
    stroked: NDArray[np.bool_]


def shapes_of(paths: Sequence[pdfium.Argument], most: int) -> Shapes:
    """The straight lines and filled rectangles of paths, in drawing order; curves and slanted lines are left out.

    Paths of many segments are passed over once there are more shapes than `most`, which is a map or a drawing.
    """
    boxes, paints = pdfium.bounds_of(paths), _paints(paths)
    counts = np.fromiter(map(pdfium.count_segments, paths), np.int64, len(paths))
    is_drawn = ~np.isnan(boxes[:, 0]) & (paints.stroked | (paints.alphas > 0))
    simple = _simple(paths, boxes, paints, np.where(is_drawn, counts, 0))
    many = _many(paths, np.flatnonzero(is_drawn & (counts > _SIMPLE)).tolist(), paints, most - len(simple.owners))
    columns = [np.concatenate(parts) for parts in zip(simple, *many, strict=True)]
    order = np.argsort(columns[0], kind="stable")
    return Shapes(*(column[order] for column in columns))


def _paints(paths: Sequence[pdfium.Argument]) -> _Paints:
    filled, stroked = pdfium.draw_modes(paths).T
    colours, alphas = pdfium.fill_colours(paths)
    return _Paints(
        np.where(filled, alphas, 0).astype(np.int64),
        np.where(filled, colours, 0).astype(np.int64),
        stroked & (pdfium.stroke_alphas(paths) > 0),
    )


def _simple(
    paths: Sequence[pdfium.Argument], boxes: NDArray[np.float64], paints: _Paints, counts: NDArray[np.int64]
) -> Shapes:
    """The shapes of the paths with as many segments as a rectangle has at the most: a fill, then a line or a frame of
    four."""
    inner = np.where(paints.stroked[:, None], _shrunk(boxes, pdfium.stroke_widths(paths) / 2), boxes)
    thin = np.minimum(inner[:, 2] - inner[:, 0], inner[:, 3] - inner[:, 1]) < THIN
    is_some = (counts > 0) & (counts <= _SIMPLE)
    fills = is_some & (counts != 2) & (paints.alphas > 0)
    lines = is_some & paints.stroked & ((counts == 2) & thin | (counts >= 4))
    frames = lines & ~thin
    drawn = np.column_stack((fills, lines, frames, frames, frames))
    places = np.stack((inner, *(inner[:, side] for side in _SIDES)), axis=1)
    places[thin, 1] = inner[thin]
    for at in np.flatnonzero(fills).tolist():
        places[at, 0] = clipped(paths[at], tuple(inner[at].tolist()))
    owners, slots = np.nonzero(drawn)
    is_fill = slots == 0
    kinds = np.where(is_fill, _FILL, _LINE)
    colours, alphas = np.where(is_fill, paints.colours[owners], 0), np.where(is_fill, paints.alphas[owners], _OPAQUE)
    return Shapes(owners, places[drawn], kinds, colours, alphas)


def _shrunk(boxes: NDArray[np.float64], halves: NDArray[np.float64]) -> NDArray[np.float64]:
    """Boxes without the width of their strokes; a line's box keeps no width at all."""
    margins = np.minimum(halves[:, None], (boxes[:, 2:] - boxes[:, :2]) / 2)
    return np.hstack((boxes[:, :2] + margins, boxes[:, 2:] - margins))


def _many(paths: Sequence[pdfium.Argument], places: Sequence[int], paints: _Paints, room: int) -> Iterator[Shapes]:
    for at in places:
        if room < 0:
            return
        bits = _bits(paths[at], at, paints)
        room -= len(bits.owners)
        yield bits


def _bits(path: pdfium.Argument, owner: int, paints: _Paints) -> Shapes:
    """A path of many segments: its lines, or its rectangles one by one where it is filled; one with round corners is
    alone, as two are a border."""
    found = list(_pieces(path, bool(paints.alphas[owner]), bool(paints.stroked[owner])))
    kinds = np.array([kind for kind, _ in found], np.int64)
    boxes = np.array([box for _, box in found], np.float64).reshape(-1, 4)
    is_line = kinds == _LINE
    return Shapes(
        np.full(len(found), owner),
        moved(boxes, np.array([pdfium.matrix(path)])),
        kinds,
        np.where(is_line, 0, paints.colours[owner]),
        np.where(is_line, _OPAQUE, paints.alphas[owner]),
    )


def _pieces(path: pdfium.Argument, filled: bool, stroked: bool) -> Iterator[tuple[int, tuple[float, ...]]]:
    strokes = strokes_of(path)
    if filled:
        yield from ((_FILL, box) for box in without_holes(rectangles(strokes)))
        round_ = list(rounded(strokes))
        yield from ((_ROUND, box) for box in round_ if len(round_) == 1)
    if stroked:
        yield from ((_LINE, side) for side in sides(strokes, filled))

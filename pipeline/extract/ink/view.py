"""From a PDF's own coordinates to what a reader sees: cropped, turned, measured from the top left."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ink.pdfium import raw


@dataclass(frozen=True, slots=True)
class View:
    """Reader's (x, top) = linear @ (X, Y) + shift, on a page of width x height points."""

    linear: tuple[tuple[float, float], tuple[float, float]]
    shift: tuple[float, float]
    width: float
    height: float


def view_of(page: Any) -> View:
    """The view of a loaded pdfium page, from its visible box and its /Rotate."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    wide, high = right - left, top - bottom
    return (
        View(((1, 0), (0, -1)), (-left, top), wide, high),
        View(((0, 1), (1, 0)), (-bottom, -left), high, wide),
        View(((-1, 0), (0, 1)), (right, -bottom), wide, high),
        View(((0, -1), (-1, 0)), (top, right), high, wide),
    )[raw.FPDFPage_GetRotation(page) % 4]


def held_upright(view: View, angle: int) -> View:
    """The view of a reader who turns the sheet so that text which runs at `angle` (90, 180, 270) runs to the right."""
    wide, high = view.width, view.height
    linear, shift, size = {
        90: (((0, 1), (-1, 0)), (0, wide), (high, wide)),
        180: (((-1, 0), (0, -1)), (wide, high), (wide, high)),
        270: (((0, -1), (1, 0)), (high, 0), (high, wide)),
    }[angle]
    turn = np.array(linear, dtype=np.float64)
    (a, b), (c, d) = (turn @ np.array(view.linear, dtype=np.float64)).tolist()
    x, y = (turn @ np.array(view.shift, dtype=np.float64) + shift).tolist()
    return View(((a, b), (c, d)), (x, y), *size)


def seen_boxes(view: View, boxes: NDArray[Any]) -> NDArray[np.float64]:
    """(n, 4) boxes by any two opposite corners, as (n, 4) x0, top, x1, bottom of the reader."""
    corners = seen_points(view, boxes.reshape(-1, 2)).reshape(-1, 4)
    one, two = corners[:, :2], corners[:, 2:]
    return np.hstack((np.minimum(one, two), np.maximum(one, two)))


def seen_points(view: View, points: NDArray[Any]) -> NDArray[np.float64]:
    """(n, 2) points, as the reader's (x, top)."""
    return np.asarray(points @ np.array(view.linear, dtype=np.float64).T + view.shift)


def seen_angles(view: View, directions: NDArray[Any]) -> NDArray[np.int64]:
    """(n, 2) directions, as degrees clockwise from the reader's left to right, to the nearest right angle."""
    turned = directions @ np.array(view.linear, dtype=np.float64).T
    quarters = np.rint(np.arctan2(turned[:, 1], turned[:, 0]) / (np.pi / 2))
    return (quarters.astype(np.int64) % 4) * 90

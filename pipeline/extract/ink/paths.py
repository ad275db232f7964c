"""Ruling lines and fills of a page, from its path objects."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.objects import SAME, Matrix, Placed, moved, objects_of
from pipeline.extract.ink.shapes import KINDS, shapes_of
from pipeline.extract.ink.tints import with_tints
from pipeline.extract.ink.view import View, seen_boxes
from pipeline.extract.sheet import Rule

_MOST_RULES = 20_000  # a map or a vector picture; no table has as many lines


class Drawn(NamedTuple):
    """The rules of a page in drawing order, the share of it that pictures cover, whether forms are too deep
    to read.
    """

    rules: list[Rule]
    pictures: float
    deep: bool = False


def read_paths(page: Any, view: View) -> Drawn:
    """Every straight line and filled rectangle of a pdfium page; curves and slanted lines are left out."""
    found = objects_of(page)
    return Drawn(_rules(found.paths, view), _pictures(found.pictures, view), bool(found.deep.items))


def _rules(paths: Placed, view: View) -> list[Rule]:
    if not paths.items:
        return []
    owners, boxes, *looks = shapes_of(paths.items, _MOST_RULES)
    if len(owners) > _MOST_RULES:
        return []
    places, on_page = _seen(boxes, [paths.outers[at] for at in owners.tolist()], view)
    kinds, colours, alphas = (look[on_page].tolist() for look in looks)
    columns = (*places[on_page].T.tolist(), [KINDS[kind] for kind in kinds], colours)
    return with_tints(list(map(Rule._make, zip(*columns, strict=True))), alphas)


def _pictures(pictures: Placed, view: View) -> float:
    boxes = pdfium.bounds_of(pictures.items)
    places, on_page = _seen(boxes, pictures.outers, view)
    sizes = places[on_page, 2:] - places[on_page, :2]
    whole = view.width * view.height or 1.0
    return min(1.0, float(sizes.prod(axis=1).sum()) / whole)


def _seen(
    boxes: NDArray[np.float64], outers: list[Matrix], view: View
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Boxes in their containers as the reader's x0, top, x1, bottom, no farther than the page, and which lie on it."""
    if any(outer is not SAME for outer in outers):
        boxes = moved(boxes, np.array(outers))
    places = seen_boxes(view, boxes)
    places[:, :2] = np.maximum(places[:, :2], 0.0)
    places[:, 2:] = np.minimum(places[:, 2:], (view.width, view.height))
    return places, (places[:, 0] <= places[:, 2]) & (places[:, 1] <= places[:, 3])

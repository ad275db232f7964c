"""The objects of a page that are no text, those inside of forms as well, in drawing order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.pdfium import raw

_DEEPEST = 32  # forms within forms; pdfium itself stops before 40, and no program nests ten
_PATH, _IMAGE, _FORM = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
_DRAWN = frozenset((_PATH, _IMAGE, _FORM))

Matrix = tuple[float, ...]
"""a, b, c, d, e, f, as in a PDF: x' = a x + c y + e, y' = b x + d y + f."""
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Placed(NamedTuple):
    """Objects, and the matrix of each one's container to the page."""

    items: list[pdfium.Argument]
    outers: list[Matrix]

    def add(self, item: pdfium.Argument, outer: Matrix) -> None:
        self.items.append(item)
        self.outers.append(outer)


class Objects(NamedTuple):
    """The paths and the pictures of a page, and those forms that are too deep to be read."""

    paths: Placed
    pictures: Placed
    deep: Placed


def objects_of(page: Any) -> Objects:
    found = Objects(Placed([], []), Placed([], []), Placed([], []))
    count = raw.FPDFPage_CountObjects(page)
    _gather(map(pdfium.page_object, repeat(pdfium.argument(page)), range(count)), SAME, 0, found)
    return found


def _gather(items: Iterable[int], outer: Matrix, depth: int, found: Objects) -> None:
    some = list(map(pdfium.argument, filter(None, items)))
    kinds = map(pdfium.object_kind, some)
    for item, kind in [one for one in zip(some, kinds, strict=True) if one[1] in _DRAWN]:
        if kind == _PATH:
            found.paths.add(item, outer)
        elif kind == _IMAGE:
            found.pictures.add(item, outer)
        elif depth >= _DEEPEST:
            found.deep.add(item, outer)
        else:
            inside = map(pdfium.form_object, repeat(item), range(pdfium.count_form_objects(item)))
            _gather(inside, times(pdfium.matrix(item), outer), depth + 1, found)


def times(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that applies `one`, then `two`."""
    a, b, c, d, e, f = one
    k, m, n, p, q, r = two
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r


def moved(boxes: NDArray[np.float64], matrices: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 4) boxes left, low, right, high by a matrix each, (n, 6): the hulls of their moved corners."""
    a, b, c, d, e, f = matrices.T[:, :, None]
    x, y = boxes[:, (0, 0, 2, 2)], boxes[:, (1, 3, 1, 3)]
    xs, ys = a * x + c * y + e, b * x + d * y + f
    return np.column_stack((xs.min(1), ys.min(1), xs.max(1), ys.max(1)))

"""The pieces of a path: its rectangles one by one, and its lines that run across or down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.ink import pdfium
from pipeline.extract.ink.holes import Four
from pipeline.extract.ink.pdfium import raw

Point = tuple[float, float]

_MOST = 80_000  # segments: a map or a vector picture
_DOT = 3.0  # points: a dot of a dotted line is a circle
_SIDE = 24.0  # points: a line between curves that is as long is the side of a frame with round corners
_SLANT = 0.5  # points
_SIDED = 0.4  # of a rectangle's border: as much is straight where its corners are round


class Stroke(NamedTuple):
    """A subpath: its points, its lines from point to point, and whether it has nothing else."""

    points: list[Point]
    lines: list[tuple[Point, Point]]
    straight: bool


def rectangles(strokes: Sequence[Stroke]) -> Iterator[Four]:
    """The hulls of the subpaths that are rectangles or dots."""
    for stroke in strokes:
        box = _hull(stroke.points)
        dot = max(box[2] - box[0], box[3] - box[1]) < _DOT
        if len(stroke.points) >= 4 and (stroke.straight or dot):
            yield box


def rounded(strokes: Sequence[Stroke]) -> Iterator[Four]:
    """The hulls of the subpaths that are rectangles with round corners."""
    for stroke in strokes:
        box = _hull(stroke.points)
        if not stroke.straight and _are_sides(stroke.lines, box):
            yield box


def _are_sides(lines: Sequence[tuple[Point, Point]], box: Four) -> bool:
    """Whether lines run across and down only, and along much of a box's border."""
    spans = [(abs(two[0] - one[0]), abs(two[1] - one[1])) for one, two in lines]
    around = 2 * (box[2] - box[0] + box[3] - box[1])
    return all(min(span) < _SLANT for span in spans) and sum(map(sum, spans)) >= _SIDED * around > 4 * _DOT


def sides(strokes: Sequence[Stroke], filled: bool) -> Iterator[Four]:
    """The lines that run across or down; between curves, the long ones. The edges of a filled rectangle are known."""
    for stroke in strokes:
        if filled and stroke.straight:
            continue
        least = 0.0 if stroke.straight else _SIDE
        for side in map(_hull, stroke.lines):
            short, long = sorted((side[2] - side[0], side[3] - side[1]))
            if short < _SLANT and long >= least:
                yield side


def strokes_of(path: pdfium.Argument) -> list[Stroke]:
    """The subpaths of a path that have more than a point."""
    return [stroke for stroke in _strokes(path) if len(stroke.points) > 1]


def _strokes(path: pdfium.Argument) -> Iterator[Stroke]:
    segments = pdfium.segments_of(path, _MOST)
    kinds, closes = map(pdfium.segment_kind, segments), map(pdfium.segment_closes, segments)
    points: list[Point] = []
    lines: list[tuple[Point, Point]] = []
    straight = True
    for kind, point, close in zip(kinds, pdfium.points_of(segments), closes, strict=True):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield Stroke(points, lines, straight)
            points, lines, straight = [], [], True
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            straight = False
        elif points:
            lines.append((points[-1], point))
        points.append(point)
        if close:
            lines.append((point, points[0]))
            points.append(points[0])
    yield Stroke(points, lines, straight)


def _hull(points: Sequence[Point]) -> Four:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)

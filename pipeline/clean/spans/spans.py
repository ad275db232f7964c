"""Which rows a label governs where no ruling proves it: labels at the top, middle or bottom of their span.

How an edition sets its labels is decided for each role over the whole edition: every way of setting is tried, the
rows of each panel are shared out among its labels in order so that the labels stand where that way puts them, and
the way with the best fit is taken. Names that speak for a country and printed counts break ties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline import knowledge as know
from pipeline.clean.align.decode import SlipCost, Slot, decode
from pipeline.clean.parts import Labelled, Part, Role
from pipeline.clean.spans.panels import Extent, Panel, extent_of, has_place, panels
from pipeline.knowledge import Lexicon

Anchor = Literal["top", "middle", "bottom"]

_ANCHORS: tuple[Anchor, ...] = ("top", "middle", "bottom")
_INWARD: tuple[Role, ...] = ("country", "zone", "department")
_SIGMA = 0.25  # rows by which a label may be off its place
_FREE = SlipCost(0.0, 0.0, 0.0)
_LEAD = 3.0  # nats by which another way must be better than labels at the top
_EMPTY = 20.0
_COUNT = 2.0  # nats for a run that is as long as its label's printed count says
_NAMES = 0.25  # weight of what names say: geometry comes first, facts are not cured
_SAMPLE = 12  # panels that decide how labels are set


@dataclass(frozen=True, slots=True)
class Fit:
    """A share-out of one panel: the first item of each label's run, and how well it fits, in nats."""

    starts: tuple[int, ...]
    score: float


def infer(rows: Sequence[Labelled], lexicon: Lexicon) -> tuple[Labelled, ...]:
    """The rows with `Part.rows` set for the labels of tables that govern rows above the one they stand in."""
    found = list(panels(rows))
    bounds: list[frozenset[int] | None] = [None] * len(found)
    spans: dict[tuple[int, Role], tuple[int, int]] = {}
    for role in _INWARD:
        anchor = _anchor(found, role, bounds, lexicon)
        for i, panel in enumerate(found):
            labels = panel.labels(role)
            if not labels:
                continue
            starts: Sequence[int] = _printed(panel, labels)
            if anchor != "top" and all(map(has_place, labels)):
                starts = _fit(panel, role, anchor, bounds[i], lexicon).starts
                spans |= _spans(panel, role, labels, starts)
            bounds[i] = frozenset((0, *starts))
    return tuple(_with_rows(row, spans) for row in rows) if spans else tuple(rows)


def _with_rows(row: Labelled, spans: dict[tuple[int, Role], tuple[int, int]]) -> Labelled:
    parts = tuple(replace(part, rows=spans.get((part.row, part.role), part.rows)) for part in row.parts)
    return replace(row, parts=parts)


def _spans(
    panel: Panel, role: Role, labels: Sequence[Part], starts: Sequence[int]
) -> dict[tuple[int, Role], tuple[int, int]]:
    index = [item.entry.index for item in panel.items]
    ends = [*starts[1:], len(index)]
    return {
        (label.row, role): (index[begin], index[end - 1])
        for label, begin, end in zip(labels, starts, ends, strict=True)
        if label.rows is None and end > begin
    }


def _anchor(found: Sequence[Panel], role: Role, bounds: Sequence[frozenset[int] | None], lexicon: Lexicon) -> Anchor:
    """How the edition sets the labels of a role."""
    open_ = [
        (panel, bound)
        for panel, bound in zip(found, bounds, strict=True)
        if (labels := panel.labels(role))
        and any(label.rows is None for label in labels)
        and all(map(has_place, labels))
    ][:_SAMPLE]
    if all(_clearly_top(panel, role) for panel, _ in open_) and any(_ends_below(panel, role) for panel, _ in open_):
        return "top"
    scores = {
        anchor: sum(_fit(panel, role, anchor, bound, lexicon).score for panel, bound in open_) for anchor in _ANCHORS
    }
    scores["top"] += _LEAD
    return max(_ANCHORS, key=lambda anchor: scores[anchor])


def _clearly_top(panel: Panel, role: Role) -> bool:
    """The first row has a label, and every label stands level with its row and with the labels inside it."""
    labels = panel.labels(role)
    places = _printed(panel, labels)
    inner = _INWARD[: _INWARD.index(role)]
    complete = all(row.one(each) for row in panel.rows if row.one(role) for each in inner if panel.labels(each))
    level = all(
        at < len(panel.items) and abs(extent_of(label).first - panel.extents[at].first) < _SIGMA * panel.pitch
        for label, at in zip(labels, places, strict=True)
    )
    return complete and level and (panel.carry or places[0] == 0)


def _ends_below(panel: Panel, role: Role) -> bool:
    """The last row has no label: a label that closes its span would stand there."""
    return panel.items[-1].one(role) is None


def _printed(panel: Panel, labels: Sequence[Part]) -> list[int]:
    """The item beside which, or above which, each label is printed."""
    index = [item.entry.index for item in panel.items]
    return [sum(row < label.row for row in index) for label in labels]


def _fit(panel: Panel, role: Role, anchor: Anchor, bounds: frozenset[int] | None, lexicon: Lexicon) -> Fit:
    """The best share-out of a panel's items among its labels, set by `anchor`, within the spans of outer labels."""
    labels = panel.labels(role)
    places = [extent_of(label) for label in labels]

    def shape(slot: int, begin: int, end: int) -> float:
        if slot == 0:
            return 0.0 if panel.carry or begin == end else -_EMPTY
        if begin == end:
            return 0.0
        off = _off(places[slot - 1], panel.extents[begin], panel.extents[end - 1], anchor) / panel.pitch
        return -0.5 * (off / _SIGMA) ** 2 + _COUNT * (labels[slot - 1].count == end - begin)

    def gain(slot: int, item: int) -> float:
        return _names(labels[slot - 1], panel.items[item], role, lexicon) if slot else 0.0

    slots = [Slot((0,), 0), *_slots(panel, labels, bounds)]
    reading = decode(slots, len(panel.items), gain, [_FREE] * len(slots), shape)
    return Fit(reading.starts[1:], reading.score)


def _off(label: Extent, first: Extent, last: Extent, anchor: Anchor) -> float:
    """How far a label is off the place where `anchor` puts it in its run, in points."""
    if anchor == "top":
        return label.first - first.first
    if anchor == "bottom":
        return label.last - last.last
    return label.centre - (first.top + last.bottom) / 2


def _slots(panel: Panel, labels: Sequence[Part], bounds: frozenset[int] | None) -> list[Slot]:
    """Where each label's run may begin: below the label above it, not below itself, where an inner label's run does."""
    index = [item.entry.index for item in panel.items]
    printed = _printed(panel, labels)
    slots, low = [], 0
    for label, at in zip(labels, printed, strict=True):
        wanted = [start for start in range(low, at + 1) if bounds is None or start in bounds] or [max(low, at)]
        if label.rows is not None and label.rows[0] in index:
            wanted = [index.index(label.rows[0])]
        slots.append(Slot(tuple(start for start in wanted if start >= low) or (low,), max(low, at), _EMPTY))
        low = max(low, at + (label.row in index))
        if label.rows is not None and label.rows[1] in index:
            low = index.index(label.rows[1]) + 1
    return slots


def _names(label: Part, item: Labelled, role: Role, lexicon: Lexicon) -> float:
    name = item.one("institution")
    if role != "country" or label.code is None or name is None:
        return 0.0
    return max(-1.0, min(1.0, _NAMES * know.evidence(lexicon, name.text, label.code)))

"""Tables of figures, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.mutations.kinds import KINDS, by_kind
from benchmarks.mutations.score import Score, f1, total

HEADER = ("rows", "right", "F1", "F1 decidable", "asked", "of these right", "wrong in silence",
          "of these undecidable", "silent rate", "lost")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)


def table(first: str, header: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """A Markdown table; numbers to the right."""
    lines = [(first, *header), ("---", *("---:" for _ in header)), *((name, *cells) for name, cells in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def outcome(scores: Iterable[Score]) -> list[str]:
    """The cells of `HEADER` for some editions."""
    counts = total(scores)
    asked = counts["asked_right"] + counts["asked_wrong"]
    share = 100 * counts["silent"] / max(1, counts["got"])
    measures = [f"{f1(counts):.3f}", f"{f1(counts, decidable=True):.3f}", str(asked)]
    first, then = (("truth", "right"), ("asked_right", "silent", "u_silent"))
    numbers = [*(str(counts[name]) for name in first), *measures, *(str(counts[name]) for name in then)]
    return [*numbers, f"{share:.2f} %", str(counts["lost"])]


def outcomes(first: str, groups: Mapping[str, Sequence[Score]]) -> str:
    """A table with a row a group of editions."""
    return table(first, HEADER, ((name, outcome(scores)) for name, scores in groups.items()))


def kinds(scores: Iterable[Score]) -> str:
    """Wrong rows by what is wrong with them."""
    rows = ((f"{name}: {KINDS[name]}", [str(counts["silent"]), str(counts["asked"])])
            for name, counts in by_kind(scores).items())
    return table("wrong rows", ("in silence", "asked"), rows)


def calibration(scores: Iterable[Score]) -> str:
    """How many of the rows of each confidence are right: it ought to be as many as the confidence says."""
    rows = [judged for score in scores for judged in score.rows]
    bins = []
    for low, high in zip(BINS, (*BINS[1:], 1.01), strict=True):
        held = [judged for judged in rows if low <= judged.row.confidence < high]
        if held:
            name = "1.00" if low == 1.0 else f"{low:.2f} to {high:.2f}"
            mean = sum(judged.row.confidence for judged in held) / len(held)
            right = sum(judged.right for judged in held) / len(held)
            bins.append((name, [str(len(held)), f"{mean:.3f}", f"{right:.3f}"]))
    return table("confidence", ("rows", "mean confidence", "share right"), bins)

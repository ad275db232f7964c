"""python -m benchmarks.fit_splits [--fit]: how well cells of names run together are cut up, and weights for it.

Cells are made of names of the registry's records (fit_splits_cells.py): half of the records gave the counts of words
(fit_positions.py), a quarter fits the weights, and a quarter measures. With --fit the weights of
pipeline/clean/names/weights.py are fitted anew and printed, and measured beside those in force.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise

from benchmarks.fit_splits_cells import Cell, cut, editions, known, lexicon
from benchmarks.fit_splits_model import fit, lattice
from benchmarks.fit_splits_prior import PRIOR
from benchmarks.fit_splits_units import LANGUAGES
from pipeline.clean.names.weights import DEFAULT, Weights
from pipeline.clean.names.whole import Known
from pipeline.knowledge import Lexicon

_BANDS = (0.5, 1.0, 2.0, 3.0, 5.0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One cell: how many names it has, whether it was cut right, and by how many nats the cutting won."""

    language: str
    names: int
    lines: int
    right: bool
    margin: float


def read(held_out: bool, count: int, weights: Weights, words: Lexicon) -> Iterator[tuple[Cell, Known]]:
    """Cells with what their editions say elsewhere, `count` editions a language."""
    for language in LANGUAGES:
        for cells in editions(language, count, held_out, 0):
            yield from zip(cells, known(cells, weights, words), strict=True)


def outcome(cell: Cell, elsewhere: Known, words: Lexicon) -> Outcome:
    """Cut one cell up and compare."""
    firsts, margin = cut(cell, elsewhere, words)
    return Outcome(cell.language, len(cell.firsts), len(cell.lines), firsts == cell.firsts, margin)


def table(outcomes: Sequence[Outcome]) -> str:
    """Shares by language, then how often cuttings are right by the nats they won by."""
    lines = ["language   cells  exact  single cut  several right  wrong, 2 nats ahead"]
    for language in (*LANGUAGES, "one line", "lines", "all"):
        own = [one for one in outcomes if language in (one.language, "lines" if one.lines > 1 else "one line", "all")]
        single, several = [o for o in own if o.names == 1], [o for o in own if o.names > 1]
        silent = sum(not one.right and one.margin >= 2 for one in own)
        lines.append(f"{language:9} {len(own):6} {_share(own):6.3f} {1 - _share(single):11.4f} "
                     f"{_share(several):14.3f} {silent / len(own):20.4f}")
    bands = pairwise((0.0, *_BANDS, 1e9))
    return "\n".join([*lines, "nats ahead  " + "  ".join(_band(outcomes, a, b) for a, b in bands)])


def _share(outcomes: Sequence[Outcome]) -> float:
    return sum(one.right for one in outcomes) / max(1, len(outcomes))


def _band(outcomes: Sequence[Outcome], least: float, most: float) -> str:
    own = [one for one in outcomes if least <= one.margin < most]
    return f"{least:g}+: {_share(own):.2f} of {len(own)}"


def measure(name: str, weights: Weights, held_out: bool, count: int, words: Lexicon) -> None:
    """Print how the weights do on one half of the records."""
    print(f"\n{name}, {'held-out' if held_out else 'fitted'} records")
    print(table([outcome(cell, elsewhere, words) for cell, elsewhere in read(held_out, count, weights, words)]))


def main() -> None:
    """Measure the weights in force; with --fit, fit and measure others."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--fit", action="store_true", help="fit weights and print them")
    asked.add_argument("--editions", type=int, default=4, help="editions of 40 cells a language (4)")
    options = asked.parse_args()
    words, count = lexicon(), options.editions
    measure("weights set by hand", PRIOR, True, count, words)
    measure("weights in force", DEFAULT, True, count, words)
    if options.fit:
        fitted = fit(PRIOR, lattice(list(read(False, 3 * count, DEFAULT, words)), words))
        print("\n".join(f"    {name}: float = {value}" for name, value in asdict(fitted).items()))
        measure("fitted weights", fitted, False, count, words)
        measure("fitted weights", fitted, True, count, words)


if __name__ == "__main__":
    main()

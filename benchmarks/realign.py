"""python -m benchmarks.realign: damages clean editions, reads them, and writes docs/mutations.md.

With `--failures N` it prints the first N failures at the samples' rates instead.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.mutations import bench, figures, naive, plan
from benchmarks.mutations.damage import Damaged
from benchmarks.mutations.failures import describe
from benchmarks.mutations.score import Score, score
from benchmarks.mutations.wording import LANGUAGES

REPORT = Path(__file__).parents[1] / "docs" / "mutations.md"
BLOCKS = (125, 250, 500, 1000)
Section = tuple[str, str]  # heading and Markdown


def judged(damaged: Sequence[Damaged]) -> list[Score]:
    """Scores of damaged editions, in order."""
    return [bench.judge(one) for one in damaged]


def curve(seeds: Sequence[int]) -> dict[float, dict[str, list[Score]]]:
    """Scores by factor of the fault rates and by language."""
    return {factor: {language: judged(plan.all_faults(plan.editions(seeds, [language]), factor))
                     for language in LANGUAGES} for factor in plan.FACTORS}


def languages_and_rates(seeds: Sequence[int]) -> list[Section]:
    """Every fault at once: by language at the samples' rates, and the curve as the rates grow."""
    by_factor = curve(seeds)
    pooled = {f"{factor:g}x": [score for scores in by_language.values() for score in scores]
              for factor, by_language in by_factor.items()}
    return [("Languages, all faults at the samples' rates", figures.outcomes("language", by_factor[1.0])),
            ("All faults, as the rates grow", figures.outcomes("rates", pooled)),
            ("What went wrong at the samples' rates", figures.kinds(pooled["1x"])),
            ("Calibration at the samples' rates", figures.calibration(pooled["1x"]))]


def fill_down(seeds: Sequence[int]) -> Section:
    """The peer on the same damaged editions."""
    scores = {}
    for factor in plan.FACTORS:
        editions = plan.editions(seeds)
        pairs = zip(editions, plan.all_faults(editions, factor), strict=True)
        scores[f"{factor:g}x"] = [score(naive.tabular(one.truth), one.undecidable,
                                        naive.fill_down(edition, one.text)) for edition, one in pairs]
    return "The tables alone, by their tabs and a fill-down", figures.outcomes("rates", scores)


def each_fault(seeds: Sequence[int]) -> Section:
    """Each fault alone."""
    found = plan.one_fault(plan.editions(seeds))
    by_fault = {name: judged(damaged) for name, damaged in found.items()}
    return "Each fault alone, at twice its rate", figures.outcomes("fault", by_fault)


def golden() -> Section:
    """The real edition, printed clean and damaged anew."""
    scores = {f"{factor:g}x": [bench.judge(plan.golden_damaged(factor))] for factor in plan.FACTORS}
    return "The 2008 edition printed clean and damaged anew", figures.outcomes("rates", scores)


def blocks() -> Section:
    """How long one block takes, and how that grows."""
    timings = [bench.block_timing(rows) for rows in BLOCKS]
    cells = [(str(one.rows), [f"{one.decoding:.2f}", f"{one.seconds:.2f}", f"{1000 * one.seconds / one.rows:.2f}"])
             for one in timings]
    return "One block of many rows", figures.table(
        "rows", ("seconds of the decoder", "of all of clean", "ms a row of clean"), cells)


def report(seeds: Sequence[int]) -> str:
    """The whole of docs/mutations.md."""
    start = perf_counter()
    sections = [*languages_and_rates(seeds), fill_down(seeds), each_fault(seeds[:1]), golden(), blocks()]
    body = "\n\n".join(f"## {title}\n\n{text}" for title, text in sections)
    return f"{PREFACE}\n{body}\n\nMeasured in {perf_counter() - start:.0f} s.\n"


PREFACE = """# Damaged editions

Written by `python -m benchmarks.realign`. Clean editions in ten languages are damaged with seeded faults at
the rates counted in real dumps (benchmarks/mutations/README.md has the catalogue) and read again.

- *right*: level, department, country and institution all are;
- *asked*: says `needs_review`; *wrong in silence*: a wrong row that does not;
- *lost*: a row of the truth with a word that stands in no output row and no reject;
- *undecidable*: damage that no careful reader could undo. Asking is right there, silence is not.
"""


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2, help="editions a language")
    parser.add_argument("--failures", type=int, default=0, help="print so many failures and write nothing")
    parser.add_argument("--factor", type=float, default=1.0, help="with --failures: times the samples' rates")
    given = parser.parse_args()
    seeds = range(1, given.seeds + 1)
    if given.failures:
        damaged = plan.all_faults(plan.editions(seeds), given.factor)
        found = [text for one in damaged for text in describe(one, bench.judge(one))]
        print("\n".join(found[:given.failures]))
        return
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(seeds), encoding="utf-8")
    print(f"wrote {REPORT.name}")


if __name__ == "__main__":
    main()

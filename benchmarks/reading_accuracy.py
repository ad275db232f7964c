"""Exact-row F1 on the PDF designs: this program and its peers in the same run, on the same files.

python -m benchmarks.reading_accuracy [--seed N] [--write docs/designs.md] [--alone] [NAME ...]
"""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Any

from pipeline import clean, extract
from pipeline.settings import Settings

from .designs import NAMES, make, missing
from .designs.catalogue import DESIGNS
from .grids import rows
from .peers import installed
from .score import Score, details, score, silent

OURS = "this program"
Found = Iterable[Mapping[str, Any]]


@dataclass(slots=True)
class Table:
    """F1 per design and reader, seconds per reader, and what our rows got wrong."""

    f1: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    silent: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def ours(path: Path) -> Found:
    """The agreements that the pipeline reads from one file."""
    settings = Settings()
    return [dataclasses.asdict(a) for a in clean.clean(extract.read(path, settings), settings).agreements]


def measure(names: Iterable[str], seed: int, alone: bool) -> Table:
    """Makes each design, gives it to every reader and scores the rows."""
    table = Table()
    readers = [(OURS, "", ours)]
    if not alone:
        readers += [(n, v, lambda path, read=read: rows(read(path))) for n, v, read in installed()]
    table.versions = {name: version for name, version, _ in readers if version}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            if why := missing(name):
                table.skipped.append(why)
                continue
            data, truth = make(name, seed)
            path = Path(folder) / f"{name}.pdf"
            path.write_bytes(data)
            for reader, _, read in readers:
                found = _timed(table, reader, read, path)
                result = score(found, truth)
                table.f1[name][reader] = result.f1
                if reader == OURS:
                    table.silent[name] = silent(found, result)
                    report(name, result, table.silent[name], details(list(found), truth))
    return table


def _timed(table: Table, reader: str, read: Any, path: Path) -> Found:
    """What the reader finds; a reader that fails has found nothing, and says so."""
    start = time.perf_counter()
    try:
        found: Found = read(path)
    except Exception as error:  # a peer's failure is a result
        table.failed.append(f"{path.stem}: {reader} failed: {error}")
        print(table.failed[-1])
        found = []
    table.seconds[reader] += time.perf_counter() - start
    return found


def report(name: str, result: Score, unflagged: int, others: Mapping[str, float]) -> None:
    """Our rows in one design, with the first few that are missing (-) and wrong (+)."""
    rest = "  ".join(f"{column} {share:.2f}" for column, share in others.items())
    rows = f"{result.exact}/{result.rows} (found {result.found}, wrong unflagged {unflagged})"
    print(f"{name:32} {result.f1:.3f}  {rows}  {rest}", flush=True)
    for sign, keys in (("-", result.missing), ("+", result.wrong)):
        for key in keys[:3]:
            print(f"    {sign} {' | '.join(key)}")


def markdown(table: Table, seed: int) -> str:
    """The page of the documentation."""
    readers = list(table.seconds)
    lines = [
        "# PDF designs: exact rows, this program and its peers",
        "",
        f"Written by `python -m benchmarks.reading_accuracy --seed {seed} --write docs/designs.md`. F1 of"
        " exact rows: level, department, country and institution all right. The peers' tables are read by"
        " `benchmarks/grids.py`: known heading words name the columns, blank labels are filled down."
        " The last column counts this program's wrong rows that carry no `needs_review`.",
        "",
        "Versions: " + ", ".join(f"{n} {v}" for n, v in table.versions.items()) + ".",
        "",
        "| design | language | renderer | " + " | ".join(readers) + " | wrong, not flagged |",
        "|---|---|---|" + "---:|" * (len(readers) + 1),
    ]
    for name, values in table.f1.items():
        design = DESIGNS[name]
        cells = " | ".join(f"{values[r]:.2f}" for r in readers)
        lines.append(f"| {name} | {design.language} | {design.renderer} | {cells} | {table.silent[name]} |")
    means = " | ".join(f"**{mean(v[r] for v in table.f1.values()):.3f}**" for r in readers)
    times = " | ".join(f"{table.seconds[r]:.1f}" for r in readers)
    unflagged = sum(table.silent.values())
    lines.append(f"| **mean of {len(table.f1)}** | | | {means} | {unflagged} in all |")
    lines += [f"| seconds for all | | | {times} | |", ""]
    return "\n".join([*lines, *(f"- {line}" for line in [*table.failed, *table.skipped]), ""])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_accuracy", description=__doc__)
    parser.add_argument("names", nargs="*", default=list(NAMES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--alone", action="store_true", help="without the peers")
    options = parser.parse_args()
    table = measure(options.names, options.seed, options.alone)
    print("\n".join(table.skipped))
    for reader in table.seconds:
        f1 = mean(values[reader] for values in table.f1.values())
        print(f"{reader:16} mean F1 {f1:.3f}  {table.seconds[reader]:.1f} s")
    if options.write:
        options.write.write_text(markdown(table, options.seed), encoding="utf8")


if __name__ == "__main__":
    main()

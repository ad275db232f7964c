"""Writes designs and their truth into a folder: NAME.pdf and NAME.tsv."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from . import NAMES, make, missing
from .model import TRUTH


def write(out: Path, name: str, seed: int) -> None:
    """One design's PDF and its truth."""
    data, rows = make(name, seed)
    (out / f"{name}.pdf").write_bytes(data)
    with (out / f"{name}.tsv").open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, TRUTH, delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.designs", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", default=list(NAMES))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names:
        why = missing(name)
        print(f"skipped: {why}" if why else name)
        if not why:
            write(options.out, name, options.seed)


main()

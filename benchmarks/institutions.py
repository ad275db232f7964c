"""Matching of institutions against the peers, and its speed: `python -m benchmarks.institutions [--many] [--slow]`.

Accuracy is pairwise: of all pairs of names that a program puts together, which are of one record, and of all pairs of
one record, which it puts together. University names are measured by the pairs that touch a record nothing was fitted on
(`fit_institutions.part`); the peers' thresholds are set on the other records, where ours are fitted too. On the Leipzig
affiliations nothing of ours is fitted: the peers get the best threshold there is for them.
Peers that are not installed are left out, and said so. `--many` measures a million names too.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import institution_peers as peers
from benchmarks.fit_institutions import part
from benchmarks.noisy_names import noisy_names
from pipeline.sameness import model
from pipeline.sameness.engine import Clusters, Name, cluster

NAMES = Path(__file__).parent / "data" / "institution-names.csv"
Labels = NDArray[np.int64]


def universities() -> tuple[list[Name], Labels, NDArray[np.bool_]]:
    """The names, their records, and whether a record is for measuring."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    record = np.unique([row["record"] for row in rows], return_inverse=True)[1]
    names = [Name(row["name"], row["country_code"] or None) for row in rows]
    return names, record, np.array([part(row["record"]) == 0 for row in rows])


def leipzig() -> tuple[list[Name], Labels] | None:
    """The affiliations that ship in the package mismo (CC BY 4.0), None where it is not installed."""
    found = find_spec("mismo")
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).parent / "_data" / "_datasets" / "leipzig" / "affiliations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [Name(row["affiliation"]) for row in rows], np.unique([r["label_true"] for r in rows], return_inverse=True)[
        1
    ]


def accuracy(label: Labels, record: Labels, held: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs that touch a name of `held`."""
    together, one, both = (_pairs(keys, held) for keys in (label, record, label * (record.max() + 1) + record))
    precision, recall = both / max(together, 1), both / max(one, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _pairs(keys: Labels, held: NDArray[np.bool_]) -> int:
    every, rest = Counter(keys.tolist()), Counter(keys[~held].tolist())
    return sum(n * (n - 1) // 2 for n in every.values()) - sum(n * (n - 1) // 2 for n in rest.values())


def by_name(found: Clusters, label: Labels) -> Labels:
    return label[found.place][found.of]


def say(what: str, figures: tuple[float, float, float], seconds: float) -> None:
    print(
        f"  {what:<46} precision {figures[0]:.3f}  recall {figures[1]:.3f}  F1 {figures[2]:.3f}  {seconds:6.1f} s",
        flush=True,
    )


def ours(names: Sequence[Name], record: Labels, held: NDArray[np.bool_]) -> None:
    start = time.perf_counter()
    found = cluster(names, model.shipped())
    seconds = time.perf_counter() - start
    say("pipeline, likely (institution_id)", accuracy(by_name(found, found.likely), record, held), seconds)
    say("pipeline, answer same", accuracy(by_name(found, found.sure), record, held), seconds)


def theirs(
    names: Sequence[Name], record: Labels, held: NDArray[np.bool_], tuned: NDArray[np.bool_], slow: bool
) -> None:
    """Each peer at its best threshold on the names of `tuned`."""
    for peer in peers.ALL:
        if peer.slow and not slow:
            print(f"  {peer.name}: takes minutes, left out without --slow")
            continue
        if not peer.installed():
            print(f"  {peer.name}: not installed, left out")
            continue
        start = time.perf_counter()
        labels = peer.run(names)
        best = max(labels, key=lambda cut: accuracy(labels[cut], record, tuned)[2])
        say(f"{peer.name} at {best:g}", accuracy(labels[best], record, held), time.perf_counter() - start)


def speed(count: int, task: str = "many") -> None:
    """Time and memory of a whole process that makes `count` noisy names and does the task with them."""
    start = time.perf_counter()
    code = f"from benchmarks.institutions import {task}; {task}({count})"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    print(f"  {count:>9,} names: {time.perf_counter() - start:6.1f} s; {said}", flush=True)


def noisy(count: int) -> list[Name]:
    names, _, _ = universities()
    plain = [(name.text, name.country_code or "") for name in names]
    return [Name(text, country or None) for text, country in noisy_names(plain, count)]


def many_by_tfidf(count: int) -> None:
    """The peer's pairs alone, without clusters."""
    made, start = noisy(count), time.perf_counter()
    pairs = peers.tfidf_pairs(made)
    print(f"TF-IDF words, pairs alone {time.perf_counter() - start:.1f} s, {peak_memory():,.0f} MB, {pairs:,} pairs")


def many(count: int) -> None:
    made = noisy(count)
    start, cpu = time.perf_counter(), time.process_time()
    found = cluster(made, model.shipped())
    memory = peak_memory()
    print(
        f"clustering {time.perf_counter() - start:.1f} s ({time.process_time() - cpu:.1f} s of processor), "
        f"{memory:,.0f} MB, {len(found.names):,} distinct, {len(found.pairs.left):,} pairs, "
        f"{len(set(found.likely.tolist())):,} institutions"
    )


def peak_memory() -> float:
    """Megabytes this process held at most; Linux's ru_maxrss would count what its parent held before it too."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", action="store_true", help="a million names too")
    parser.add_argument("--slow", action="store_true", help="peers that take minutes too")
    given = parser.parse_args()
    names, record, held = universities()
    print("University names, pairs that touch a record nothing was fitted on")
    ours(names, record, held)
    theirs(names, record, held, ~held, given.slow)
    print("Leipzig affiliations")
    if found := leipzig():
        everything = np.ones(len(found[1]), bool)
        ours(*found, everything)
        theirs(*found, everything, everything, given.slow)
    else:
        print("  the package mismo is not installed, left out")
    print("Noisy names, half of them distinct")
    steps: tuple[Callable[[], None], ...] = tuple(
        lambda count=count: speed(count)
        for count in ((10_000, 100_000, 1_000_000) if given.many else (10_000, 100_000))
    )
    for step in steps:
        step()
    for count in (10_000, 100_000, 1_000_000) if given.many else (10_000, 100_000):
        speed(count, "many_by_tfidf")


if __name__ == "__main__":
    main()

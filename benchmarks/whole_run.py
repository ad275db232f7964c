"""A whole run on the editions in raw/, as a process of its own: seconds and memory.

Each round begins with an empty output, so that the run has everything to do; one more run follows on an
output that is up to date.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock seconds and the peak of resident memory in MiB of one process."""

    seconds: float
    mebibytes: float


def cost(command: list[str]) -> Cost:
    """Runs a command to its end. Raises `CalledProcessError` where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.perf_counter() - start, used.ru_maxrss / 1024)


def measure(raw: Path, rounds: int) -> tuple[list[Cost], Cost]:
    """The costs of runs with everything to do, and of one with nothing."""
    fresh = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            command = [
                sys.executable,
                "-m",
                "pipeline",
                "run",
                "--raw",
                str(raw),
                "--output",
                f"{folder}/output",
            ]
            fresh.append(cost(command))
            again = cost(command)
    return fresh, again


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.whole_run", description=__doc__)
    parser.add_argument("--raw", type=Path, default=ROOT / "raw")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    fresh, again = measure(options.raw, options.rounds)
    seconds = [one.seconds for one in fresh]
    print(
        f"whole run: median {median(seconds):.2f} s of {len(fresh)}, slowest {max(seconds):.2f} s,", end=" "
    )
    print(f"at most {max(one.mebibytes for one in fresh):.0f} MiB")
    print(f"with nothing changed: {again.seconds:.2f} s, {again.mebibytes:.0f} MiB")


if __name__ == "__main__":
    main()

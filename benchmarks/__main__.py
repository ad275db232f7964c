"""`python -m benchmarks`: every benchmark, one after another, each a process of its own."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.setting_up import install

BENCHMARKS = (
    ("whole_run",),
    ("reading",),
    ("reading_accuracy", "--write", "docs/designs.md"),
    ("brochures", "--write", "docs/brochures.md"),
    ("realign",),
    ("institutions",),
)


def main() -> int:
    """Runs them all, whatever fails; the number of those that did is the exit status."""
    install()
    failed = 0
    for name, *options in BENCHMARKS:
        print(f"== {name}", flush=True)
        failed += (
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *options], check=False).returncode
            != 0
        )
    return failed


if __name__ == "__main__":
    sys.exit(main())

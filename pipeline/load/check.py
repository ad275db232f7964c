"""Whether an output is whole, fits its input, and waits for a person."""

from __future__ import annotations

from pathlib import Path

from pipeline.load.account import hashes, whole
from pipeline.load.read import NoOutput, read_run
from pipeline.load.summary import waits


def checked(raw: Path, output: Path) -> list[str]:
    """What waits for a person, in words; none where the output is clean.

    Raises `NoOutput` where there is no output, part of it is changed or gone, or `raw` holds others by now.
    """
    told = read_run(output)
    if not whole(output, told):
        raise NoOutput(f"{output} is not as the last run wrote it: files are changed or gone. Run again.")
    if raw.is_dir():
        found = hashes(path for path in raw.iterdir() if not path.name.startswith("."))
        if found != told["signature"]["inputs"]:
            raise NoOutput(f"{output} was not made from what lies in {raw} now. Run the pipeline again.")
    return list(waits(told["counts"]["needs_person"]))

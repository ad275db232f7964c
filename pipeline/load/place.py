"""The output folder: one run at a time, and either the last complete output or the next, never half of one.

A run writes all its files into a hidden folder inside, brings them to disk, and then renames that folder
to `READY`: that is the moment from which the new output counts. The files then move over the old ones, one
atomic rename each. A run killed before the moment leaves the old output, one killed after it leaves moves
that the next run finishes. Files that are not ours are never touched, and the folder itself stays (it may
be a mount).
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DRAFT = ".draft"
READY = ".ready"


class Busy(Exception):
    """Another run is at work on the folder."""


@contextmanager
def claim(output: Path) -> Iterator[None]:
    """Makes the folder, keeps other runs out while in use, and finishes what a killed run left.

    Raises `Busy` where another run holds it, `OSError` where it cannot be written.
    """
    output.mkdir(parents=True, exist_ok=True)
    handle = os.open(output, os.O_RDONLY)
    try:
        _lock(handle, output)
        settle(output)
        yield
    finally:
        os.close(handle)


def draft(output: Path) -> Path:
    """A new empty folder for the files of the next output."""
    folder = output / DRAFT
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def publish(output: Path) -> None:
    """Puts what the draft holds in the place of the last output."""
    for path in (output / DRAFT).iterdir():
        _to_disk(path)
    _to_disk(output / DRAFT)
    (output / DRAFT).rename(output / READY)
    _to_disk(output)
    settle(output)


def settle(output: Path) -> None:
    """Finishes the moves of a killed run, and clears the draft of one that never was complete."""
    shutil.rmtree(output / DRAFT, ignore_errors=True)
    if not (output / READY).is_dir():
        return
    for path in sorted((output / READY).iterdir()):
        path.replace(output / path.name)
    (output / READY).rmdir()
    _to_disk(output)


def _lock(handle: int, output: Path) -> None:
    """Held until the handle is closed, or its process ends in whatever way."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise Busy(str(output)) from error


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

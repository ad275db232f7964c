"""The process that reads PDFs: a copy of this one, ready in a hundredth of a second, or one that is started anew.

A copy has all modules loaded already, and what an interpreter needs to load them takes as long as seven pages. It has
locks, too, as they were held by other threads, of libraries or of whoever calls: one that is caught in such a lock does
not say that it is there, and a process is started anew in its place. On other systems than Linux none is copied, as
their own libraries forbid it.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple, NoReturn

from pipeline.extract.ink.packing import receive, send

_PATIENCE = 5.0  # seconds in which a copy says that it is there; it takes a thousandth
_ROOT = os.fspath(Path(__file__).resolve().parents[3])

Work = Callable[[IO[bytes], IO[bytes]], None]
"""What the process does: it reads orders and writes answers."""


class Process(NamedTuple):
    """A process by its number, the pipe with what it is told, and the one with what it says."""

    number: int
    orders: IO[bytes]
    answers: IO[bytes]


def start(work: Work, module: str) -> Process:
    """A process at `work`, which `module` does as a program where it is started anew."""
    copy = _copied(work) if sys.platform == "linux" else None
    return copy or _piped(lambda *ends: _started(module, *ends))


def _copied(work: Work) -> Process | None:
    """A copy of this process, at work; None where it is caught."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of the locks
        copy = _piped(lambda *ends: os.fork() or _work(work, *ends))
    if select.select([copy.answers], [], [], _PATIENCE)[0]:
        with contextlib.suppress(EOFError):
            receive(copy.answers)
            return copy
    kill(copy)
    return None


def _piped(made: Callable[[int, int, int, int], int]) -> Process:
    """The process that is `made` with two pipes: their ends for it, and for us."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    number = made(theirs_in, theirs_out, ours_in, ours_out)
    os.close(theirs_in)
    os.close(theirs_out)
    return Process(number, os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb"))


def _work(work: Work, orders: int, answers: int, *ours: int) -> NoReturn:
    """Work as the copy, and end without what this process does at its end."""
    try:
        silence = os.open(os.devnull, os.O_RDWR)
        for end in ours:
            os.close(end)  # or it would not see them closed on our side
        for stream in range(3):
            os.dup2(silence, stream)
        out = os.fdopen(answers, "wb")
        send(out, b"")  # it is there
        work(os.fdopen(orders, "rb"), out)
    finally:
        os._exit(0)


def _started(module: str, orders: int, answers: int, *_: int) -> int:
    """An interpreter of its own that runs a module; it finds what this one finds, and need not search (-S)."""
    path = os.pathsep.join([_ROOT, *filter(None, sys.path)])
    streams = [
        (os.POSIX_SPAWN_DUP2, orders, 0),
        (os.POSIX_SPAWN_DUP2, answers, 1),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    command = [sys.executable, "-S", "-P", "-m", module]
    settings = {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"}
    return os.posix_spawn(sys.executable, command, settings, file_actions=streams)


def kill(process: Process) -> None:
    close(process)
    with contextlib.suppress(ProcessLookupError):
        os.kill(process.number, signal.SIGKILL)
    ended(process)


def ended(process: Process) -> int:
    """Wait for its end; the signal that ended it, 0 where none did."""
    try:
        _, status = os.waitpid(process.number, 0)
    except ChildProcessError:  # whoever runs this program does not wait for its processes
        return 0
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def close(process: Process) -> None:
    for pipe in (process.orders, process.answers):
        with contextlib.suppress(OSError):  # an order that it did not live to hear
            pipe.close()

"""Starts the process that reads PDFs, listens to it, and turns its death into a fault of one page."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.extract.packing import unpack
from pipeline.extract.reader import Order
from pipeline.extract.sheet import Fault, Sheet
from pipeline.settings import Settings

_OPENING = 3.0  # opening a file may take as long as this many pages
_ROOT = os.fspath(Path(__file__).resolve().parents[2])
_MOST_DEATHS = 25  # pages of one file that may kill the reader before the file is given up


@dataclass(frozen=True, slots=True)
class _Reader:
    process: subprocess.Popen[bytes]
    orders: Connection
    answers: Connection


_idle: list[_Reader] = []  # one reader is kept for the next file: to start one takes as long as twenty pages


def read_sheets(path: Path, settings: Settings) -> Iterator[Sheet | Fault]:
    """The pages of a PDF in order, a sheet or a fault each; a fault with page 0 speaks of the whole file."""
    done, deaths = 0, 0
    while True:
        ended = yield from _attempt(path, done, settings)
        if ended is None:
            return
        done, code, opened = ended
        deaths += 1
        if not opened:
            yield Fault("damaged", "Opening it took too long." if code == "page_timeout" else "Opening it failed.")
            return
        yield Fault(code, f"Page {done}.", done)
        if deaths >= _MOST_DEATHS:
            yield Fault("damaged", f"The pages after page {done} were not read: {deaths} pages could not be.")
            return


def _attempt(path: Path, done: int, settings: Settings) -> Generator[Sheet | Fault, None, tuple[int, str, bool] | None]:
    """Read on from the page after `done`; returns None at the end, or the page that ended the reader and
    why.
    """
    reader = _idle.pop() if _idle else _start()
    seconds = settings.page_seconds
    order = Order(os.fspath(path), done + 1, settings.max_pages, _OPENING * seconds, seconds)
    count: int | None = None
    try:
        reader.orders.send(order)
        while (message := unpack(reader.answers.recv_bytes())) is not None:
            if isinstance(message, int):
                count = message
                yield from _counted(count, settings) if done == 0 else ()
            else:
                done = getattr(message, "number", 0) or getattr(message, "page", 0)
                yield message
    except (EOFError, OSError):
        return done + 1, _cause(reader), count is not None
    except GeneratorExit:
        _stop(reader)
        raise
    _idle.append(reader)
    return None


def _counted(count: int, settings: Settings) -> Iterator[Fault]:
    if count == 0:
        yield Fault("no_pages", "")
    if count > settings.max_pages:
        yield Fault("too_many_pages", f"It has {count} pages, and {settings.max_pages} were read.")


def _start() -> _Reader:
    process = subprocess.Popen(
        [sys.executable, "-S", "-P", "-m", "pipeline.extract.reader"],  # -S: what site.py finds is on the path below
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([_ROOT, *filter(None, sys.path)]),
            "OPENBLAS_NUM_THREADS": "1",
        },
    )
    assert process.stdin is not None
    assert process.stdout is not None
    orders = Connection(os.dup(process.stdin.fileno()), readable=False)
    answers = Connection(os.dup(process.stdout.fileno()), writable=False)
    process.stdin.close()
    process.stdout.close()
    return _Reader(process, orders, answers)


def _cause(reader: _Reader) -> str:
    _close(reader)
    return "page_timeout" if reader.process.wait() == -signal.SIGALRM else "page_damaged"


def _stop(reader: _Reader) -> None:
    _close(reader)
    reader.process.kill()
    reader.process.wait()


def _close(reader: _Reader) -> None:
    reader.orders.close()
    reader.answers.close()


@atexit.register
def stop_idle() -> None:
    while _idle:
        _stop(_idle.pop())

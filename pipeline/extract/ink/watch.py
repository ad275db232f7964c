"""Starts the process that reads PDFs, listens to it, and turns its death into a fault of one page."""

from __future__ import annotations

import atexit
import marshal
import os
import signal
from collections.abc import Generator, Iterator
from pathlib import Path

from pipeline.extract.ink import process, reader
from pipeline.extract.ink.packing import receive, send, unpack
from pipeline.extract.ink.process import Process
from pipeline.extract.ink.reader import Order
from pipeline.extract.sheet import Fault, Sheet
from pipeline.settings import Settings

_OPENING = 3.0  # opening a file may take as long as this many pages
_MOST_DEATHS = 25  # pages of one file that may kill the reader before the file is given up

_idle: list[Process] = []  # one reader is kept for the next file
os.register_at_fork(after_in_child=_idle.clear)  # it has another master


def read_sheets(path: Path, settings: Settings) -> Iterator[Sheet | Fault]:
    """The pages of a PDF in order, a sheet or a fault each; a fault with page 0 speaks of the whole file."""
    done, deaths = 0, 0
    while True:
        ended = yield from _attempt(path, done, settings)
        if ended is None:
            return
        code, opened, done = ended
        if not opened:
            yield Fault("damaged", "Opening it took too long." if code == "page_timeout" else "Opening it failed.")
            return
        done += 1
        deaths += 1
        yield Fault(code, f"Page {done}.", done)
        if deaths >= _MOST_DEATHS:
            yield Fault("damaged", f"The pages after page {done} were not read: {deaths} pages could not be.")
            return


def _attempt(path: Path, done: int, settings: Settings) -> Generator[Sheet | Fault, None, tuple[str, bool, int] | None]:
    """Read on from the page after `done`; returns None at the end, else why the reader ended, whether it had
    opened the file, and the last page it sent.
    """
    found = _idle.pop() if _idle else process.start(reader.run, reader.__name__)
    seconds = settings.page_seconds
    order = Order(os.fspath(path), done + 1, settings.max_pages, _OPENING * seconds, seconds)
    opened = False
    try:
        for message in _answers(found, order):
            if isinstance(message, int):
                opened = True
                yield from _counted(message, settings) if done == 0 else ()
            else:
                done = getattr(message, "number", 0) or getattr(message, "page", 0)
                yield message
    except (EOFError, OSError):
        return _cause(found), opened, done
    except GeneratorExit:
        process.kill(found)
        raise
    _idle.append(found)
    return None


def _answers(found: Process, order: Order) -> Iterator[Sheet | Fault | int]:
    """What a reader says to an order; EOFError or OSError where it ends before it has said all."""
    send(found.orders, marshal.dumps([*order]))
    while True:
        message = unpack(receive(found.answers))
        if message is None:
            return
        yield message


def _counted(count: int, settings: Settings) -> Iterator[Fault]:
    if count == 0:
        yield Fault("no_pages", "")
    if count > settings.max_pages:
        yield Fault("too_many_pages", f"It has {count} pages, and {settings.max_pages} were read.")


def _cause(found: Process) -> str:
    process.close(found)
    return "page_timeout" if process.ended(found) == signal.SIGALRM else "page_damaged"


@atexit.register
def stop_idle() -> None:
    while _idle:
        process.kill(_idle.pop())

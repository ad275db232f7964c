"""What the process does that reads PDFs with pdfium, a page at a time, and sends each page's ink up a pipe.

pdfium is C: a file made to hang or to crash it would take the whole run along. Here it takes along one
process, which the kernel ends by itself: an alarm is set before each page (SIGALRM's default action needs no
help from Python), and the address space is limited. `pipeline.extract.ink.process` makes it, and `watch` says what
became of the page.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import marshal
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from pipeline.extract.ink import standin
from pipeline.extract.ink.background import seen_states
from pipeline.extract.ink.chars import Written, read_words
from pipeline.extract.ink.looks import forget_fonts
from pipeline.extract.ink.packing import Leaf, pack, receive, send
from pipeline.extract.ink.paths import read_paths
from pipeline.extract.ink.pdfium import raw
from pipeline.extract.ink.view import View, held_upright, view_of
from pipeline.extract.sheet import Fault, Ink

_MEMORY = 2 * 2**30
_MMAP_THRESHOLD, _LARGEST_BUFFER = -3, 32 * 2**20  # mallopt's M_MMAP_THRESHOLD, bytes
_WIDEST = 3_400.0  # points: the long side of A0 is 3,370
_MOST_CHARACTERS = 200_000  # a page of nothing but 2-point text holds fewer
_SCAN = 0.5  # of a page: a picture as large under unseen text alone is a scan, and the text is what it says
_ANGLE = Ink._fields.index("angle")
_ERRORS = {raw.FPDF_ERR_PASSWORD: "encrypted", raw.FPDF_ERR_SECURITY: "encrypted"}


class Order(NamedTuple):
    """Which file to read from which page on, how many pages of it, and the seconds for opening it and for a
    page.
    """

    path: str
    first: int
    most: int
    opening: float
    seconds: float


def read_file(path: str, first: int, most: int) -> Iterator[Leaf | Fault | int]:
    """The number of pages, then a sheet or a fault a page from page `first` on, at most `most` pages in
    all.
    """
    document = raw.FPDF_LoadDocument(os.fsencode(path), None)
    if not document:
        code = _ERRORS.get(raw.FPDF_GetLastError(), "damaged")
        yield Fault(code, "")
        return
    try:
        count = raw.FPDF_GetPageCount(document)
        yield count
        for number in range(first, min(count, most) + 1):
            yield _page(document, number)
    finally:
        raw.FPDF_CloseDocument(document)
        forget_fonts()


def _page(document: Any, number: int) -> Leaf | Fault:
    page = raw.FPDF_LoadPage(document, number - 1)
    if not page:
        return Fault("page_damaged", f"Page {number}.", number)
    try:
        view = view_of(page)
        if max(view.width, view.height) > _WIDEST:
            return Fault("page_too_large", f"Page {number} is {view.width:.0f} x {view.height:.0f} points.", number)
        return _sheet(page, view, number)
    except Exception as error:  # one page that nobody foresaw must not cost the others
        return Fault("page_damaged", f"Page {number}: {type(error).__name__}: {error}.", number)
    finally:
        raw.FPDF_ClosePage(page)


def _sheet(page: Any, view: View, number: int) -> Leaf | Fault:
    text_page = raw.FPDFText_LoadPage(page)
    try:
        if raw.FPDFText_CountChars(text_page) > _MOST_CHARACTERS:
            return Fault("page_damaged", f"Page {number} claims more characters than fit on paper.", number)
        written, view, turned = _upright(text_page, view)
    finally:
        raw.FPDFText_ClosePage(text_page)
    drawn = read_paths(page, view)
    *looks, _ = written.columns
    states = seen_states(written, drawn.rules)
    if drawn.pictures > _SCAN and "seen" not in states:
        states = ["seen" if state == "invisible" else state for state in states]
    size = (view.width, view.height)
    told = (drawn.pictures, written.doubled, drawn.deep, False, turned)
    return Leaf([*looks, states], drawn.rules, (number, *size, *told))


def _upright(text_page: Any, view: View) -> tuple[Written, View, int]:
    """The words of a page; of one whose words mostly run down, up or upside down, as the reader sees it who turns the
    sheet, and the angle at which they run.
    """
    written = read_words(text_page, view)
    angles = Counter(written.columns[_ANGLE])
    angle = max(angles, key=lambda one: angles[one], default=0)
    if not angle or 2 * angles[angle] <= angles.total():
        return written, view, 0
    view = held_upright(view, angle)
    return read_words(text_page, view), view, angle


def serve(orders: IO[bytes], answers: IO[bytes]) -> None:
    """Read file after file until the other end closes; None ends each file's messages."""
    raw.FPDF_InitLibraryWithConfig(ctypes.byref(raw.FPDF_LIBRARY_CONFIG(version=2)))
    standin.install()
    while True:
        try:
            order = Order(*marshal.loads(receive(orders)))
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, order.opening)
        for message in read_file(order.path, order.first, order.most):
            signal.setitimer(signal.ITIMER_REAL, 0)  # the other end may take its time
            send(answers, pack(message))
            signal.setitimer(signal.ITIMER_REAL, order.seconds)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(answers, pack(None))


def run(orders: IO[bytes], answers: IO[bytes]) -> None:
    """Serve in a process of its own, until the other end closes."""
    most = _held() + _MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    gc.disable()  # nothing here makes cycles
    _keep_buffers()
    with contextlib.suppress(BrokenPipeError):
        serve(orders, answers)


def _keep_buffers() -> None:
    """Have large buffers used again and not given back to the system each time, which takes 4 % of the reader's time;
    glibc can be told."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:
        mallopt(_MMAP_THRESHOLD, _LARGEST_BUFFER)


def _held() -> int:
    """The bytes of address space that a process has before it reads anything; a copy has those of the whole program."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


if __name__ == "__main__":
    run(sys.stdin.buffer, sys.stdout.buffer)

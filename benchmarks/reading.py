"""How fast PDFs are read, against pdfplumber's extract_tables on the same files in the same run, and in what
memory.

    python -m benchmarks.reading [FOLDER | FILE ...] [--long PAGES]

Figures are pages a second of processor time (which on one idle core is wall clock), all processes counted,
the best of `ROUNDS` rounds in turns. Without files it prints a brochure of its own. Memory is the peak of this process
and of the reading process.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.extract.ink.watch import stop_idle
from pipeline.extract.pdf import read_pdf
from pipeline.settings import Settings

ROUNDS = 3
Reader = Callable[[Sequence[Path]], int]
COLUMNS = (40, 130, 210, 300, 555)


def brochure(pages: int, rows: int = 50) -> bytes:
    """A ruled table of four columns over `pages` pages, about 500 words in 50 rows on each."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in range(pages):
        canvas.setFont("Helvetica", 8)
        for row in range(rows):
            _row(canvas, 780 - 14 * row, page * rows + row)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _row(canvas: Canvas, y: float, number: int) -> None:
    name = f"University of the Northern Province {number} of Region {number % 97}"
    texts = (f"Faculty {number // 40}", f"Area {number // 10}", f"Country {number // 4}", name)
    for x, text in zip(COLUMNS, texts, strict=False):
        canvas.rect(x, y, COLUMNS[-1] - x, 14)
        canvas.drawString(x + 4, y + 4, text)


def expanded(paths: Sequence[Path]) -> list[Path]:
    """Files as they are, folders as the PDFs in them."""
    return [file for path in paths for file in (sorted(path.glob("*.pdf")) if path.is_dir() else [path])]


def ours(files: Sequence[Path]) -> int:
    return sum(len(read_pdf(file, Settings(max_pages=100_000, ocr=False)).pages) for file in files)


def plumber(files: Sequence[Path]) -> int:
    pages = 0
    for file in files:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages:
                page.extract_tables()
                page.close()
                pages += 1
    return pages


def seconds_a_page(readers: Sequence[Reader], files: Sequence[Path], rounds: int) -> list[float]:
    """For each reader the best of some rounds in seconds of processor time a page, the reading process too; they
    take turns, as the speed of a machine that others share changes within a minute."""
    best = [float("inf")] * len(readers)
    for read in readers:
        read(files[:1])
    for _ in range(rounds):
        for i, read in enumerate(readers):
            stop_idle()
            start = processor_seconds()
            pages = read(files)
            stop_idle()
            best[i] = min(best[i], (processor_seconds() - start) / pages)
    return best


def starting() -> float:
    """The seconds it takes to start the reading process, with a page that is empty."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.pdf"
        path.write_bytes(brochure(1, rows=0))
        return seconds_a_page([ours], [path], ROUNDS)[0]


def processor_seconds() -> float:
    """What this process, and those it started and waited for, have used."""
    used = [resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def peak_megabytes() -> tuple[float, float]:
    """The peak memory of this process, and of the largest process it started and waited for."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return tuple(resource.getrusage(kind).ru_maxrss / 1024 for kind in kinds)  # type: ignore[return-value]


def memory(pages: int) -> str:
    """The peak memory of a process of its own that reads a brochure of `pages` pages."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(brochure(pages))
        command = [sys.executable, "-m", "benchmarks.reading", "--one", str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def one(path: Path) -> str:
    start = time.perf_counter()
    document = read_pdf(path, Settings(max_pages=100_000, max_bytes=2**30, ocr=False))
    seconds = time.perf_counter() - start
    stop_idle()  # the reader has to end for its memory to be known
    own, reader = peak_megabytes()
    return (
        f"{len(document.pages)} pages, {len(document.words)} words: {own:.0f} MB, reader {reader:.0f} MB, "
        f"{len(document.pages) / seconds:.0f} pages/s"
    )


def compare(files: Sequence[Path]) -> None:
    pages = ours(files)
    fast, slow = seconds_a_page([ours, plumber], files, ROUNDS)
    started = fast - starting() / pages
    print(f"{len(files)} files, {pages} pages; processor time")
    print(f"pdfplumber extract_tables                 {1 / slow:7.1f} pages/s")
    print(f"read_pdf (words, rules, layout, records)  {1 / fast:7.1f} pages/s, {slow / fast:.1f} times as fast")
    print(f"  without the start of its process        {1 / started:7.1f} pages/s, {slow / started:.1f} times as fast")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--long", type=int, default=0, help="also read a brochure of so many pages, for its memory")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(one(options.one))
        return
    files = expanded(options.files)
    with TemporaryDirectory() as folder:
        if not files:
            files = [Path(folder) / "brochure.pdf"]
            files[0].write_bytes(brochure(20))
        compare(files)
    if options.long:
        print(memory(options.long))


if __name__ == "__main__":
    main()

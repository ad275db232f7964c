"""What grouping pdfium's characters into words, and rules into tables, costs: pdfplumber's functions against ours
on the same characters and rules of the same pages, in one process.

    python -m benchmarks.geometry FOLDER | FILE ...

Figures are pages a second of processor time, the best of `ROUNDS` rounds. Characters are fetched from pdfium for
both; words by `WordExtractor`, in its own order and in the file's; tables by the steps of `TableFinder`
(merge_edges, edges_to_intersections, intersections_to_cells, cells_to_tables); with pdfplumber's own settings.
Where a file's truth stands beside it (.tsv), the share of its institutions' words that were found whole is told.
"""

from __future__ import annotations

import argparse
import csv
import ctypes
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from pdfplumber import table
from pdfplumber.utils.geometry import rect_to_edges
from pdfplumber.utils.text import WordExtractor

from benchmarks.reading import ROUNDS, expanded
from pipeline.extract.ink import pdfium
from pipeline.extract.ink.chars import read_words
from pipeline.extract.ink.paths import read_paths
from pipeline.extract.ink.pdfium import raw
from pipeline.extract.ink.view import View, seen_boxes, view_of
from pipeline.extract.rules import edges_of, grids
from pipeline.extract.sheet import Rule

Characters = list[dict[str, Any]]


class Opened(NamedTuple):
    """A page's text as pdfium holds it, its view, its rules, and the truth that stands beside its file."""

    text_page: Any
    view: View
    rules: Sequence[Rule]
    truth: Path


def opened(files: Sequence[Path]) -> Iterator[Opened]:
    """The pages of files, left open."""
    for file in files:
        document = raw.FPDF_LoadDocument(str(file).encode() + b"\0", None)
        for number in range(raw.FPDF_GetPageCount(document)):
            page = raw.FPDF_LoadPage(document, number)
            view = view_of(page)
            yield Opened(raw.FPDFText_LoadPage(page), view, read_paths(page, view).rules, file.with_suffix(".tsv"))


def characters(page: Opened) -> Characters:
    """A page's characters as pdfplumber's records."""
    text_page, count = pdfium.argument(page.text_page), raw.FPDFText_CountChars(page.text_page)
    boxes = seen_boxes(page.view, pdfium.boxes_of(text_page, list(range(count)))).tolist()
    return [
        {"text": letter, "x0": x0, "top": top, "x1": x1, "bottom": bottom, "doctop": top, "upright": True}
        for letter, (x0, top, x1, bottom) in zip(pdfium.text_of(text_page, count), boxes, strict=True)
    ]


def plumber_words(page: Opened, in_file_order: bool = False) -> list[str]:
    extractor = WordExtractor(use_text_flow=in_file_order)
    return [word["text"] for word in extractor.extract_words(characters(page))]


def our_words(page: Opened) -> list[str]:
    return list(read_words(page.text_page, page.view).columns[0])


def plain(words: Iterable[str]) -> set[str]:
    """Words without the marks around them, in one normal form."""
    return {unicodedata.normalize("NFKC", word).strip("*()（）.,;:・•-") for word in words}


def found_truth(words: Callable[[Opened], list[str]], pages: Sequence[Opened]) -> float:
    """The share of the words of true institutions, file by file, that stand among a file's words."""
    found = total = 0
    for truth, group in groupby(pages, key=lambda page: page.truth):
        if truth.exists():
            with truth.open(encoding="utf-8", newline="") as file:
                names = [row["institution"] for row in csv.DictReader(file, delimiter="\t")]
            meant = plain(word for name in names for word in name.split())
            total += len(meant)
            found += len(meant & plain(word for page in group for word in words(page)))
    return found / total if total else 0.0


def plumber_tables(page: Opened) -> int:
    """Tables with two cells or more, as pdfplumber counts them."""
    edges = [edge for rule in page.rules for edge in rect_to_edges(_rect(rule))]
    merged = table.merge_edges(edges, 3, 3, 3, 3)
    crossings = table.edges_to_intersections(merged, 3, 3)
    return len(table.cells_to_tables(table.intersections_to_cells(crossings)))


def _rect(rule: Rule) -> dict[str, Any]:
    """A rule as pdfplumber's record of a rectangle."""
    sizes = {"width": rule.x1 - rule.x0, "height": rule.bottom - rule.top}
    return {**rule._asdict(), **sizes, "y0": -rule.bottom, "y1": -rule.top, "doctop": rule.top}


def our_tables(page: Opened) -> int:
    """Grids of lines that cross."""
    found = grids(edges_of(page.rules, page.view.width * page.view.height))
    return sum(bool(grid.edges.across and grid.edges.down) for grid in found)


def pages_per_second(read: Callable[[Opened], object], pages: Sequence[Opened]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for page in pages:
            read(page)
        best = min(best, time.process_time() - start)
    return len(pages) / best


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.geometry", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    raw.FPDF_InitLibraryWithConfig(ctypes.byref(raw.FPDF_LIBRARY_CONFIG(version=2)))
    pages = list(opened(expanded(parser.parse_args().files)))
    in_order = partial(plumber_words, in_file_order=True)
    for name, words in (("WordExtractor", plumber_words), ("in file order", in_order), ("ours", our_words)):
        share = found_truth(words, pages)
        print(f"words   {name:14} {pages_per_second(words, pages):6.0f} pages/s  {share:.1%} of true words")
    for name, tables in (("TableFinder", plumber_tables), ("ours", our_tables)):
        count = sum(map(tables, pages))
        print(f"tables  {name:14} {pages_per_second(tables, pages):6.0f} pages/s  {count} of lines that cross")


if __name__ == "__main__":
    main()

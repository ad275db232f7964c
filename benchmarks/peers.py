"""The table extractors that people use, each with its defaults, giving grids of text in reading order."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .grids import Grid

Reader = Callable[[Path], list[Grid]]


def pdfplumber_tables(path: Path) -> list[Grid]:
    import pdfplumber  # noqa: PLC0415  (each peer is optional)

    with pdfplumber.open(path) as document:
        return [table for page in document.pages for table in page.extract_tables()]


def camelot_lattice(path: Path) -> list[Grid]:
    return _camelot(path, "lattice")


def camelot_stream(path: Path) -> list[Grid]:
    return _camelot(path, "stream")


def _camelot(path: Path, flavor: str) -> list[Grid]:
    import camelot  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = camelot.read_pdf(str(path), pages="all", flavor=flavor, suppress_stdout=True)
    return [table.df.values.tolist() for table in found]


def pymupdf_tables(path: Path) -> list[Grid]:
    import pymupdf  # noqa: PLC0415

    with pymupdf.open(path) as document:
        return [table.extract() for page in document for table in page.find_tables().tables]


def tabula_tables(path: Path) -> list[Grid]:
    import tabula  # noqa: PLC0415

    options = {"header": None, "dtype": str}
    found = tabula.read_pdf(path, pages="all", multiple_tables=True, pandas_options=options, silent=True)
    return [frame.fillna("").values.tolist() for frame in found]


PEERS: dict[str, tuple[str, Reader]] = {
    "pdfplumber": ("pdfplumber", pdfplumber_tables),
    "camelot lattice": ("camelot-py", camelot_lattice),
    "camelot stream": ("camelot-py", camelot_stream),
    "PyMuPDF": ("pymupdf", pymupdf_tables),
    "tabula": ("tabula-py", tabula_tables),
}


def installed() -> Iterator[tuple[str, str, Reader]]:
    """Name, version and reader of each peer that this environment has."""
    for name, (package, reader) in PEERS.items():
        try:
            yield name, version(package), reader
        except PackageNotFoundError:
            print(f"{name} is left out: {package} is not installed (pip install '.[bench]')")

"""Paper, not meaning: a file becomes blocks of rows of cells, each with its words and where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the reading process imports this package too, and starts a tenth sooner without records
    from pipeline.records import Document
    from pipeline.settings import Settings


def read(path: Path, settings: Settings) -> Document:
    """Read one edition by its ending; ValueError for an ending that is neither .pdf nor .txt."""
    ending = path.suffix.lower()
    if ending == ".txt":
        from pipeline.extract.text import read_text  # noqa: PLC0415 - a text edition needs no PDF library

        return read_text(path, settings)
    if ending == ".pdf":
        from pipeline.extract.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(path, settings)
    raise ValueError(f"{path.name}: only .pdf and .txt files are read")

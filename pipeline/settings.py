"""One frozen record of everything that can be set; the defaults are what `make all` uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Folders, limits and thresholds of a run."""

    raw: Path = Path("raw")
    output: Path = Path("output")
    corrections: Path = Path("corrections")
    authority: Path | None = None
    languages: tuple[str, ...] = ()  # () means: every language that has a data file

    max_bytes: int = 32 * 2**20  # a larger file is refused: no brochure is, and a slip of the hand often is
    max_pages: int = 2_000
    page_seconds: float = 10.0  # a page that takes longer is a reject
    ocr: bool = True  # used where the optional extra is installed

    align_window: int = 6  # rows a label may have slipped up or down
    review_margin: float = 3.5  # nats between the best reading and the runner-up under which a person is asked
    row_duplicate: float = 92.0  # rapidfuzz token_sort_ratio over which a doubled row is looked at

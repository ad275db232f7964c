"""Pages that are pictures, read by OCRmyPDF with Tesseract where the optional extra is installed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.settings import Settings

_PAGE_SECONDS = 60.0  # recognising a page of small print takes some seconds; this is for slow machines


def available(settings: Settings) -> bool:
    """Whether pictures can be read: wanted, and OCRmyPDF and Tesseract are there."""
    return settings.ocr and importlib.util.find_spec("ocrmypdf") is not None and shutil.which("tesseract") is not None


def recognised(path: Path, pages: Sequence[int], folder: Path) -> Path | None:
    """A copy of a PDF in `folder` with a text layer on `pages` (from 1); None where OCR fails."""
    out = folder / "recognised.pdf"
    command = [
        *(sys.executable, "-m", "ocrmypdf", "--quiet", "--skip-text", "--output-type", "pdf"),
        *("--optimize", "0", "--rotate-pages", "--language", "+".join(_languages())),
        *("--pages", ",".join(str(page) for page in pages), str(path), str(out)),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PAGE_SECONDS * len(pages), check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return out if done.returncode == 0 and out.exists() else None


def _languages() -> list[str]:
    """The languages that Tesseract has data for here."""
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    names = [line.strip() for line in listed.stdout.splitlines()[1:]]
    return [name for name in names if name and name != "osd"] or ["eng"]

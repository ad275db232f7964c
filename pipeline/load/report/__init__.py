"""`report.html`: all of a run on one page for a person; no script, font or picture from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.load.report.view import Pictures, shown
from pipeline.load.rows import Rows

__all__ = ["Pictures", "write_report"]


def write_report(made: Rows, found: Mapping[str, Any], pictures: Pictures, path: Path) -> None:
    """Writes the page; `found` are the run's counts, `pictures` are JPEGs of pages by edition and number."""
    environment = Environment(
        loader=PackageLoader("pipeline.load.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("page.html").render(shown(made, found, pictures))
    path.write_text(page, encoding="utf-8", errors="backslashreplace")

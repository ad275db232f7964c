"""Brochures in many designs with their truth: `make(name, seed)` prints one, `NAMES` lists them.

python -m benchmarks.designs OUT [--seed N] [NAME ...]
"""

from __future__ import annotations

import importlib
import shutil
import subprocess
from functools import cache
from random import Random

from . import canvas, html, typesetting
from .catalogue import DESIGNS
from .content import entries
from .layout import sheet
from .model import TRUTH
from .paper import finish
from .words import CODEC

NAMES: tuple[str, ...] = tuple(DESIGNS)
RENDERERS = {"html": html.render, "typst": typesetting.render, "canvas": canvas.render}


def make(name: str, seed: int) -> tuple[bytes, list[dict[str, str]]]:
    """One edition in the named design: PDF bytes and the truth, one dict an agreement with the keys `TRUTH`.

    The same name and seed give the same truth and the same pages. Raises KeyError for an unknown name.
    """
    design = DESIGNS[name]
    rng = Random(f"{name}/{seed}")
    rows = entries(design, rng)
    data = RENDERERS[design.renderer](design, sheet(design, rows, rng))
    return finish(design, data), [{k: str(getattr(row, k)) for k in TRUTH} for row in rows]


def missing(name: str) -> str:
    """Why this machine cannot print the design, "" if it can: Pango or a CJK font may be missing."""
    design = DESIGNS[name]
    if design.renderer == "html" and (why := _weasyprint()):
        return f"{name} needs WeasyPrint with Pango (Debian: libpango-1.0-0, libpangoft2-1.0-0): {why}"
    if design.renderer == "canvas" or design.language not in CODEC or _cjk():
        return ""
    return f"{name} needs the font family Noto Sans CJK (Debian: fonts-noto-cjk)"


@cache
def _weasyprint() -> str:
    """What importing WeasyPrint fails with; without Pango it raises OSError."""
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        return str(error).splitlines()[0]
    return ""


@cache
def _cjk() -> bool:
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    found = subprocess.run([lister, ":", "family"], capture_output=True, text=True, check=False)
    return "Noto Sans CJK" in found.stdout

"""Pictures of the pages that could not be read, for the report: `{(edition, page): JPEG bytes}`.

Drawing is left to a process of its own, since a page that cannot be read may well be one that never ends.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.records import Result
from pipeline.settings import Settings

Pictures = dict[tuple[str, int], bytes]

CODES = ("no_text_layer", "layout_unclear")
MOST = 24
"""So many pages of an edition are drawn: a scanned book would make the report too large to open."""
_LONG_SIDE = 1000  # pixels
_STARTING = 5.0  # seconds


def pictures(result: Result, settings: Settings) -> Pictures:
    """A picture of each page with a reject of `CODES`, the first `MOST` of an edition."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for cleaned in result.cleaned:
        wanted[cleaned.edition] |= {one.page for one in cleaned.rejects if one.code in CODES and one.page}
    drawn: Pictures = {}
    for document in result.documents:
        pages = sorted(wanted[document.edition])[:MOST]
        if document.format == "pdf" and pages:
            source = settings.raw / Path(document.path).name
            found = _drawn(source, pages, _STARTING + settings.page_seconds * len(pages))
            drawn |= {(document.edition, page): jpeg for page, jpeg in found.items()}
    return drawn


def _drawn(source: Path, pages: list[int], seconds: float) -> dict[int, bytes]:
    """What the other process has drawn when it ends, or when its time is up."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pipeline.pictures", str(source), folder, *map(str, pages)]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, timeout=seconds, check=False, capture_output=True)
        made = ((page, Path(folder) / f"{page}.jpg") for page in pages)
        return {page: path.read_bytes() for page, path in made if path.is_file()}


def _draw(source: str, folder: str, pages: list[int]) -> None:
    import pypdfium2  # noqa: PLC0415  (the run itself draws nothing)

    pdf = pypdfium2.PdfDocument(source)  # type: ignore[no-untyped-call]
    for page in pages:
        sheet = pdf[page - 1]
        scale = _LONG_SIDE / max(*sheet.get_size(), 1.0)
        unfinished = Path(folder) / f"{page}.part"
        sheet.render(scale=scale).to_pil().convert("L").save(unfinished, format="JPEG", quality=60)
        unfinished.rename(unfinished.with_suffix(".jpg"))


if __name__ == "__main__":
    _draw(sys.argv[1], sys.argv[2], [int(page) for page in sys.argv[3:]])

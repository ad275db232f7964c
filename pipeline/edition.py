"""One file through extract and clean. A failure stays with its edition, and becomes a reject of it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from pipeline import clean, extract, knowledge
from pipeline.clean.corrections import Ruling, apply
from pipeline.records import Cleaned, Document, Reject
from pipeline.settings import Settings
from pipeline.unread import failed_edition, failed_file, unread_file
from pipeline.watch import Watch

ENDINGS = (".pdf", ".txt")


def read_edition(
    path: Path, known: Container[str], rulings: Iterable[Ruling], settings: Settings, watch: Watch
) -> tuple[Document, Cleaned] | Reject:
    """What one file prints and means; `known` are the editions read before it."""
    if path.suffix.lower() not in ENDINGS or path.is_dir():
        return unread_file(path, "unsupported_ending")
    if path.stem in known:
        return unread_file(path, "same_edition")
    try:
        with watch.stage("extract"):
            document = extract.read(path, settings)
    except OSError as error:
        return unread_file(path, "unreadable", f"{error.strerror}.")
    except Exception as error:
        watch.note()
        return failed_file(path, error)
    try:
        with watch.stage("clean"):
            meaning = clean.clean(document, settings)
            return document, apply(meaning, rulings, knowledge.load(settings.languages))
    except Exception as error:
        watch.note()
        return document, failed_edition(document, error)

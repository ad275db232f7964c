"""Rejects of whole files and editions: those that are not read, and those on which the program failed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from pipeline.codes import message
from pipeline.records import Cleaned, Document, Reject, WordFate


def unread_file(path: Path, code: str, detail: str = "") -> Reject:
    """The reject of a file that was not read; `code` stands in codes.py."""
    said = " ".join(part for part in (f"The file is {path.name}.", detail) if part)
    return _reject(path.stem, path.name, code, said)


def failed_file(path: Path, error: Exception) -> Reject:
    """The reject of a file whose reading failed within the program."""
    return unread_file(path, "internal_error", _named(error))


def failed_edition(document: Document, error: Exception) -> Cleaned:
    """The meaning of an edition on which the program failed: one reject that holds every word."""
    words = tuple(word.index for word in document.words)
    text = "\n".join(line.text for line in document.lines)
    whole = _reject(document.edition, Path(document.path).name, "internal_error", _named(error))
    reject = replace(whole, text=text, words=words)
    fates = (WordFate("reject", (reject.reject_id,)),) * len(words)
    return Cleaned(edition=document.edition, rejects=(reject,), fates=fates)


def _reject(edition: str, named: str, code: str, detail: str) -> Reject:
    name = hashlib.sha256(f"{named}\x1f{code}".encode("utf-8", "backslashreplace")).hexdigest()[:12]
    return Reject(
        reject_id=f"reject-{name}",
        edition=edition,
        page=0,
        lines=None,
        boxes=None,
        code=code,
        message=message(code, detail),
        text="",
    )


def _named(error: Exception) -> str:
    return f"It said: {type(error).__name__}: {error}".rstrip(": ") + "."

"""Stages that read every line of a text as one institution, for tests of what goes on around the stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.records import Agreement, Cleaned, Document, Institution, WordFate
from pipeline.settings import Settings


def clean(document: Document, settings: Settings) -> Cleaned:
    if any(word.text == "CRASH" for word in document.words):
        raise ZeroDivisionError("a stage fell over")
    lines = [line for line in document.lines if line.text.strip()]
    fates = tuple(WordFate("agreement", (f"{document.edition}-{word.line}",)) for word in document.words)
    if any(word.text == "FORGET" for word in document.words):
        fates = fates[:-1]
    return Cleaned(document.edition, tuple(_agreement(document, line.number) for line in lines), fates=fates)


def _agreement(document: Document, line: int) -> Agreement:
    words = [word for word in document.words if word.line == line]
    unsure = any(word.text.endswith("?") for word in words)
    return Agreement(
        agreement_id=f"{document.edition}-{line}",
        edition=document.edition,
        level="university",
        department=None,
        zone=None,
        zone_code=None,
        country=None,
        country_code=None,
        institution=" ".join(word.text for word in words),
        unit=None,
        organisation=None,
        line_first=line,
        line_last=line,
        words=tuple(word.index for word in words),
        needs_review=unsure,
        review_reason="It ends in a question mark." if unsure else None,
    )


def identify(
    agreements: Sequence[Agreement], corrections: Path, authority: Path | None, settings: Settings
) -> tuple[tuple[Agreement, ...], tuple[Institution, ...], tuple[()], tuple[()]]:
    named = tuple(replace(one, institution_id=f"i-{one.institution}") for one in agreements)
    names = sorted({one.institution for one in agreements})
    return named, tuple(Institution(f"i-{name}", name, None, (), (), 1) for name in names), (), ()


@pytest.fixture
def stubs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.clean.clean", clean, raising=False)
    monkeypatch.setattr("pipeline.sameness.identify", identify, raising=False)

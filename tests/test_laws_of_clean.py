"""What holds of every edition, however damaged: nothing lost, nothing invented, nothing changed unsaid."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from fixtures_text import FIXTURES, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.mutations import plan
from benchmarks.mutations.bench import document
from benchmarks.mutations.damage import damage
from benchmarks.mutations.faults import SAMPLES
from benchmarks.mutations.generate import generate
from benchmarks.mutations.wording import LANGUAGES
from pipeline import clean, extract
from pipeline.clean.normalise import BULLETS, MARKS
from pipeline.load.faithful import nothing_invented, nothing_unsaid
from pipeline.load.lossless import nothing_lost
from pipeline.records import Agreement, Cleaned, Document
from pipeline.settings import Settings

FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def ids(found: Cleaned) -> frozenset[str]:
    return frozenset(
        [one.agreement_id for one in found.agreements]
        + [one.reject_id for one in found.rejects]
        + [one.merged_id for one in found.merges]
    )


def breaches(printed: Document) -> list[str]:
    found = clean.clean(printed, Settings())
    return [
        *nothing_lost(printed, found, ids(found)),
        *nothing_invented(printed, found),
        *nothing_unsaid(found),
    ]


@given(language=st.sampled_from(LANGUAGES), seed=st.integers(10, 10_000), factor=st.sampled_from((1.0, 2.0, 4.0)))
@FEW
def test_laws_hold_of_damaged_editions(language: str, seed: int, factor: float) -> None:
    damaged = damage(generate(language, seed), SAMPLES.times(factor), seed)
    assert breaches(document(damaged.text)) == []


@given(st.lists(st.lists(st.text(max_size=30), max_size=5).map("\t".join), max_size=12).map("\n".join))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_laws_hold_of_any_text(text: str) -> None:
    assert breaches(document(text.encode("utf-8", "replace").decode("utf-8"))) == []


@given(language=st.sampled_from(LANGUAGES), seed=st.integers(10, 10_000))
@FEW
def test_the_same_text_gives_the_same_meaning(language: str, seed: int) -> None:
    printed = document(damage(generate(language, seed), SAMPLES.times(2.0), seed).text)
    assert clean.clean(printed, Settings()) == clean.clean(printed, Settings())


def letters(text: str) -> Counter[str]:
    """What a name is made of, white space and the marks around it apart."""
    return Counter("".join(char for char in text if not char.isspace() and char not in MARKS + BULLETS + "/,，、;"))


def undone(one: Agreement, found: Cleaned) -> dict[str, str]:
    """The row's values with its repairs taken back, last first."""
    values = {
        "institution": one.institution,
        "country": one.country or "",
        "zone": one.zone or "",
        "department": one.department or "",
    }
    for repair in reversed([r for r in found.repairs if r.agreement_id == one.agreement_id]):
        if repair.code != "shifted_cell":
            assert values[repair.field] == repair.after
            values[repair.field] = repair.before
    return values


@pytest.mark.parametrize("language", LANGUAGES)
def test_undoing_repairs_restores_the_print(language: str) -> None:
    printed = document(plan.all_faults(plan.editions([11], [language]), 1.0)[0].text)
    found = clean.clean(printed, Settings())
    for one in found.agreements:
        back, words = undone(one, found), " ".join(printed.words[i].text for i in one.words)
        if "split_cell" not in one.repairs:
            assert letters(back["institution"]) == letters(words)
        else:
            assert not letters(words) - letters(back["institution"])


@pytest.mark.parametrize("name", [name for name in FIXTURES if name != "fifty-megabytes"])
def test_bytes_as_they_arrive(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, [name])[name]
    found = clean.clean(extract.read(path, Settings()), Settings())
    wanted = FIXTURES[name]
    codes = {one.code for one in found.rejects}
    read = [one.institution for one in found.agreements]
    assert codes & wanted.codes or (wanted.institutions and read == list(wanted.institutions)), (codes, read)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"Universit\xc3\xa9 de Rennes\n" * 100)
    found = clean.clean(extract.read(path, replace(Settings(), max_bytes=1000)), Settings())
    assert [one.code for one in found.rejects] == ["too_large"]

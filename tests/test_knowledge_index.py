"""The compiled index: complete, packed without loss, compiled anew where out of date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.knowledge import index, tables
from pipeline.knowledge.packed import Packed, pack

KEYS = st.text(st.characters(exclude_characters="\t\n\r"), min_size=1, max_size=6)


@given(st.dictionaries(KEYS, KEYS, max_size=30), KEYS)
def test_packed_answers_like_the_dict(entries: dict[str, str], other: str) -> None:
    packed = Packed(pack(entries))
    assert {name: packed.get(name) for name in entries} == entries
    assert packed.get(other) == entries.get(other)


def test_an_index_out_of_date_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "folders", lambda: (tmp_path,))
    monkeypatch.setattr(index, "compile_index", lambda: {"stamp": index.stamp(), "new": True})
    (tmp_path / index.NAME).write_text(json.dumps({"stamp": "old"}))
    assert index.read()["new"] is True
    assert json.loads((tmp_path / index.NAME).read_text())["new"] is True


def test_a_damaged_index_is_compiled_anew_and_kept_in_memory_at_worst(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(index, "folders", lambda: (blocked / "compiled",))
    monkeypatch.setattr(index, "compile_index", lambda: {"stamp": index.stamp(), "new": True})
    assert index.read()["new"] is True


def test_malformed_data_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text("name = ")
    with pytest.raises(ValueError, match=r"xx\.toml is not valid TOML"):
        tables.read(path)


def test_every_language_file_has_the_same_sections() -> None:
    languages = tables.languages()
    assert len(languages) >= 10
    for code, table in languages.items():
        assert set(table) == set(languages["en"]), code
        assert {"department", "zone", "country", "institution", "year", "waiver"} <= set(table["headings"]), (
            code
        )


def test_no_two_languages_name_two_countries_alike() -> None:
    seen: dict[str, tuple[str, str]] = {}
    for language, table in tables.languages().items():
        for country, names in table["countries"].items():
            for name in names:
                other = seen.setdefault(index.key(name), (country, language))
                assert other[0] == country, f"{name}: {other} and {(country, language)}"

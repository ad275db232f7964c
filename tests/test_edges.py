"""What stands at the edges of names: small words of any language, brackets and quotations."""

from __future__ import annotations

import pytest

from pipeline.clean.names.edges import depth, ends_open, links


@pytest.mark.parametrize("word", ["of", "für", "de", "v", "u", "имени", "της", "ve", "vid", "med", "&", "l'"])
def test_small_words_of_any_language_link(word: str) -> None:
    assert links(word)


@pytest.mark.parametrize("word", ["University", "Praha", "Graz", "имение", "Âu", "x"])
def test_other_words_do_not(word: str) -> None:
    assert not links(word)


@pytest.mark.parametrize(
    ("name", "open_"),
    [
        ("Московски държавен университет „М. В. Ломоносов“", False),
        ("Московски държавен университет „М. В.", True),
        ("Université “Babeş-Bolyai” de Cluj", False),
        ("Université “Babeş-Bolyai", True),
        ("Université de Lyon (France", True),
    ],
)
def test_quotations_that_are_not_closed(name: str, open_: bool) -> None:
    assert (depth(name.split()) > 0) == open_


def test_a_line_that_ends_with_a_small_word_goes_on() -> None:
    assert ends_open(["Univerzita", "Tomáše", "Bati", "ve"])
    assert not ends_open(["Univerzita", "Tomáše", "Bati"])

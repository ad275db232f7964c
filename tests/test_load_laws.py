"""The laws: each is broken once here, and says where."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_edition import cleaned, document, result

from pipeline.load.characters import characters
from pipeline.load.laws import LawBroken, hold
from pipeline.records import Agreement, Cleaned, Document, Repair, WordFate


def broken(meaning: Cleaned, printed: Document | None = None) -> str:
    whole = replace(result(), cleaned=(meaning,), documents=(printed or document(),))
    with pytest.raises(LawBroken) as caught:
        hold(whole)
    return "\n".join(caught.value.breaches)


def with_first(**changed: object) -> Cleaned:
    first, *others = cleaned().agreements
    return replace(cleaned(), agreements=(replace(first, **changed), *others))


def test_the_small_edition_holds() -> None:
    hold(result())


def test_a_word_without_a_fate() -> None:
    assert "small: 24 words, but 23 fates" in broken(replace(cleaned(), fates=cleaned().fates[:-1]))


def test_a_fate_that_names_no_row() -> None:
    fates = (WordFate("agreement", ("a9",)), *cleaned().fates[1:])
    said = broken(replace(cleaned(), fates=fates))
    assert "small, page 1, line 1, word “Faculty”: it is said to stand in a9, which is not there" in said


def test_a_word_in_an_agreement_without_saying_which() -> None:
    assert "its fate is agreement, but no row holds it" in broken(
        replace(cleaned(), fates=(WordFate("agreement"), *cleaned().fates[1:]))
    )


def test_an_agreement_that_no_fate_names() -> None:
    fates = tuple(
        replace(fate, ids=tuple(one for one in fate.ids if one != "a2")) for fate in cleaned().fates
    )
    assert "no word's fate names a2" in broken(replace(cleaned(), fates=fates))


def test_a_character_of_a_line_that_no_word_holds() -> None:
    printed = document()
    first = printed.lines[0]._replace(text="Faculty of Letters (5) *")
    said = broken(cleaned(), replace(printed, lines=(first, *printed.lines[1:])))
    assert "small, page 1, line 1: no word holds “*”" in said


def test_drawn_lines_of_a_text_table_are_no_words() -> None:
    printed = document()
    first = printed.lines[0]._replace(text="| Faculty of Letters | (5) |-----+---|")
    hold(replace(result(), documents=(replace(printed, lines=(first, *printed.lines[1:])),)))


def test_a_letter_that_neither_words_nor_repairs_have() -> None:
    assert "neither its words nor its repairs have “!”" in broken(
        with_first(institution="Tsinghua University!")
    )


def test_a_letter_that_a_repair_brings() -> None:
    repair = Repair(
        "r2",
        "a1",
        "small",
        "corrected",
        "institution",
        "Tsinghua University",
        "Tsinghua University!",
        "A person said so.",
        "correction:x",
    )
    meaning = with_first(institution="Tsinghua University!", repairs=("dehyphenated", "corrected"))
    hold(replace(result(), cleaned=(replace(meaning, repairs=(*meaning.repairs, repair)),)))


def test_a_move_brings_no_letters() -> None:
    move = Repair(
        "r2", "a1", "small", "shifted_cell", "institution", "column 3", "institution!", "So.", "rule:x"
    )
    meaning = with_first(institution="Tsinghua University!", repairs=("dehyphenated", "shifted_cell"))
    assert "have “!”" in broken(replace(meaning, repairs=(*meaning.repairs, move)))


def test_accents_in_standard_form_are_no_invention() -> None:
    printed = document()
    word = replace(printed.words[5], text="Université")
    line = printed.lines[1]._replace(text="Asia\tUniversité\tTsinghua Uni-")
    words = tuple(word if one.index == 5 else one for one in printed.words)
    printed = replace(printed, words=words, lines=(printed.lines[0], line, *printed.lines[2:]))
    first, second, *others = cleaned().agreements
    second = replace(second, institution="Université", words=(5,))
    hold(
        replace(
            result(), documents=(printed,), cleaned=(replace(cleaned(), agreements=(first, second, *others)),)
        )
    )


def test_a_row_that_no_word_stands_behind() -> None:
    assert "no word of the edition stands behind it" in broken(with_first(words=()))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"needs_review": True}, "needs_review is True, its reason “None”"),
        ({"review_reason": "Why?"}, "needs_review is False, its reason “Why?”"),
        ({"repairs": ()}, "it does not say its repairs dehyphenated"),
        ({"repairs": ("dehyphenated", "split_cell")}, "no row of repairs says split_cell"),
        ({"confidence": 1.5}, "a confidence of 1.5"),
        ({"agreement_id": "a2"}, "the id a2 is given 2 times"),
    ],
)
def test_what_an_agreement_must_say(changed: dict[str, object], said: str) -> None:
    assert said in broken(with_first(**changed))


def test_a_code_that_no_catalogue_has() -> None:
    reject = replace(cleaned().rejects[0], code="bad_luck")
    assert "the code bad_luck stands in no catalogue" in broken(replace(cleaned(), rejects=(reject,)))


def test_many_breaches_are_told_in_part_and_counted() -> None:
    agreements: tuple[Agreement, ...] = tuple(
        replace(cleaned().agreements[0], agreement_id=f"x{number}", words=()) for number in range(50)
    )
    with pytest.raises(LawBroken, match=r"and \d+ more") as caught:
        hold(replace(result(), cleaned=(replace(cleaned(), agreements=agreements),)))
    assert len(str(caught.value).splitlines()) == 22


@given(st.integers(0, len(cleaned().fates) - 1), st.sampled_from(["lost", "unknown", "nowhere"]))
def test_whatever_befalls_a_word_is_found(at: int, harm: str) -> None:
    fates = list(cleaned().fates)
    if harm == "lost":
        del fates[at]
    elif harm == "unknown":
        fates[at] = replace(fates[at], ids=("nobody",))
    else:
        fates[at] = WordFate("agreement")
    assert "small" in broken(replace(cleaned(), fates=tuple(fates)))


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_is_added_to_a_name_is_found_unless_the_print_has_it(more: str) -> None:
    name = cleaned().agreements[0].institution
    printed = characters("".join(document().words[at].text for at in cleaned().agreements[0].words))
    meaning = with_first(institution=f"{name} {more}")
    if characters(name + more) - printed:
        assert "neither its words nor its repairs have" in broken(meaning)
    else:
        hold(replace(result(), cleaned=(meaning,)))

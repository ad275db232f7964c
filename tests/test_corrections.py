"""People's rulings: applied where they fit, loud where they do not, and on record either way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_edition import cleaned, document, result

from pipeline.clean.corrections.applied import apply, unknown_editions
from pipeline.clean.corrections.rulings import COLUMNS, NoRulings, Ruling, read_rulings
from pipeline.knowledge import load
from pipeline.load.counts import counts
from pipeline.load.laws import hold
from pipeline.load.report.view import shown
from pipeline.load.rows import rows
from pipeline.records import Agreement, Cleaned, Reject

PEKING = "=Peking <b>University</b>"


def ruling(**values: str) -> Ruling:
    """A ruling on the second row, as a person would write it."""
    usual = dict.fromkeys(COLUMNS, "") | {
        "edition": "small",
        "department": "Faculty of Letters",
        "country": "China",
        "institution": PEKING,
        "action": "confirm",
        "reason": "The source says so.",
        "author": "M. Martin",
        "date": "2026-01-31",
    }
    return Ruling(**(usual | values))


def applied(*rulings: Ruling) -> Cleaned:
    """The edition as ruled; it must hold every law of the output."""
    now = apply(cleaned(), rulings, load(("en",)))
    hold(replace(result(), cleaned=(now,), documents=(document(),)))
    return now


def row(now: Cleaned, identity: str) -> Agreement:
    (found,) = (one for one in now.agreements if one.agreement_id == identity)
    return found


def complaint(now: Cleaned) -> Reject:
    (found,) = (one for one in now.rejects if one.code == "stale_correction")
    return found


def test_no_rulings_change_nothing() -> None:
    assert applied() == cleaned()


def test_a_value_is_set_with_its_repair() -> None:
    now = applied(ruling(action="set", field="country", expected="China", value="Japan"))
    changed = row(now, "a2")
    assert (changed.country, changed.country_code, changed.zone_code) == ("Japan", "JP", "142")
    assert (changed.needs_review, changed.review_reason, changed.repairs) == (False, None, ("corrected",))
    repair = now.repairs[-1]
    assert (repair.agreement_id, repair.code, repair.field) == ("a2", "corrected", "country")
    assert (repair.before, repair.after) == ("China", "Japan")
    assert (repair.evidence, repair.by) == ("The source says so.", "correction:M. Martin, 2026-01-31")
    assert [one for one in now.agreements if one.agreement_id != "a2"] == [
        one for one in cleaned().agreements if one.agreement_id != "a2"
    ]


@pytest.mark.parametrize(
    ("field", "expected", "value", "result"),
    [
        ("tuition_waiver", "true", "false", False),
        ("tuition_waiver", "true", "", None),
        ("year", "1998", "2001", 2001),
        ("zone", "Asia", "East Asia", "East Asia"),
        ("institution", PEKING, "Peking University", "Peking University"),
        ("department", "Faculty of Letters", "", None),
    ],
)
def test_values_take_the_type_of_their_column(field: str, expected: str, value: str, result: object) -> None:
    now = applied(ruling(action="set", field=field, expected=expected, value=value))
    assert getattr(row(now, "a2"), field) == result


def test_rulings_name_the_row_as_printed_whatever_was_ruled_before() -> None:
    now = applied(
        ruling(action="set", field="country", expected="China", value="Japan"),
        ruling(action="set", field="year", expected="1998", value="1999"),
    )
    assert (row(now, "a2").country, row(now, "a2").year) == ("Japan", 1999)


def test_a_row_is_confirmed_as_it_is() -> None:
    now = applied(ruling())
    before, after = row(cleaned(), "a2"), row(now, "a2")
    assert (after.needs_review, after.review_reason, after.confidence) == (False, None, 1.0)
    assert after.institution == before.institution
    assert now.repairs[-1].field == "needs_review"


def test_a_row_is_dropped_and_its_words_are_accounted_for() -> None:
    now = applied(ruling(action="drop"))
    assert [one.agreement_id for one in now.agreements] == ["a1", "a3"]
    repair = now.repairs[-1]
    words = row(cleaned(), "a2").words
    assert {now.fates[index].fate for index in words} == {"note"}
    assert {now.fates[index].ids for index in words} == {(repair.repair_id,)}
    (count,) = now.reconciliation
    assert (count.found, count.status) == (2, "short")


def test_a_row_is_added_from_nothing() -> None:
    now = applied(ruling(action="add", institution="Fudan University"))
    (added,) = (one for one in now.agreements if one.institution == "Fudan University")
    assert (added.country_code, added.zone, added.level) == ("CN", "Asia", "department")
    assert (added.words, added.repairs) == ((), ("corrected",))
    assert now.reconciliation[0].found == 4


def test_a_row_is_added_from_a_reject() -> None:
    text = cleaned().rejects[0].text
    now = applied(ruling(action="add", institution="Lorem University", expected=text))
    (added,) = (one for one in now.agreements if one.institution == "Lorem University")
    assert added.words == cleaned().rejects[0].words
    assert now.rejects == ()
    assert {now.fates[index].ids for index in added.words} == {(added.agreement_id,)}


def test_an_added_row_can_be_set_further() -> None:
    now = applied(
        ruling(action="add", institution="Fudan University"),
        ruling(action="set", institution="Fudan University", field="year", value="2003"),
    )
    assert [one.year for one in now.agreements if one.institution == "Fudan University"] == [2003]


def test_a_reject_is_settled() -> None:
    now = applied(ruling(action="drop", institution="", expected=cleaned().rejects[0].text))
    assert now.rejects == ()
    assert {now.fates[index].fate for index in cleaned().rejects[0].words} == {"note"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"institution": "Gone University"}, "No row has this department, country and institution"),
        ({"action": "set", "field": "year", "expected": "1990", "value": "1991"}, "expects year “1990”, but"),
        ({"field": "country", "expected": "Japan"}, "expects country “Japan”, but the edition has “China”"),
        ({"action": "set", "field": "page", "expected": "1", "value": "2"}, "Its field is “page”"),
        ({"action": "set", "field": "year", "expected": "1998", "value": "soon"}, "must be a year"),
        ({"action": "set", "field": "year", "expected": "1998", "value": "99999999999"}, "must be a year"),
        (
            {"action": "set", "field": "tuition_waiver", "expected": "true", "value": "x"},
            "must be true, false",
        ),
        ({"action": "set", "field": "institution", "expected": PEKING, "value": ""}, "cannot be empty"),
        ({"action": "add"}, "has this row already"),
        ({"action": "add", "institution": "New", "expected": "no such text"}, "No rejects have the text"),
        ({"action": "remove"}, "Its action is “remove”"),
        ({"author": "", "reason": ""}, "It has no reason and no author"),
        ({"date": "31.1.2026"}, "must be as 2008-06-30"),
    ],
)
def test_a_ruling_that_does_not_fit_changes_nothing_and_says_so(values: dict[str, str], said: str) -> None:
    now = applied(ruling(**values))
    assert now.agreements == cleaned().agreements
    assert now.repairs == cleaned().repairs
    assert said in complaint(now).message
    assert "M. Martin" in complaint(now).text or "author" in values


def test_a_ruling_twice_is_stale_the_second_time() -> None:
    change = ruling(action="set", field="year", expected="1998", value="1999")
    now = applied(change, change)
    assert row(now, "a2").year == 1999
    assert "expects year “1998”, but the edition has “1999”" in complaint(now).message


def test_a_ruling_that_fits_two_rows_is_told() -> None:
    twice = replace(cleaned().agreements[1], agreement_id="a9")
    edition = replace(cleaned(), agreements=(*cleaned().agreements, twice))
    now = apply(edition, (ruling(),), load(("en",)))
    assert "2 rows have this department" in complaint(now).message


def test_a_ruling_on_another_edition_is_left_to_it() -> None:
    other = ruling(edition="other")
    assert applied(other) == cleaned()
    (reject,) = unknown_editions((other, ruling()), ("small",))
    assert (reject.edition, reject.code) == ("other", "stale_correction")
    assert "There is no edition other" in reject.message


def test_rulings_are_read_in_order(tmp_path: Path) -> None:
    lines = [
        ",".join(COLUMNS),
        *(f'small,"Letters, Arts",China,{name},drop,,,,why,me,2026-01-31' for name in "ab"),
    ]
    (tmp_path / "agreements.csv").write_text("\n\n".join(lines), encoding="utf-8-sig")
    assert [(one.department, one.institution) for one in read_rulings(tmp_path)] == [
        ("Letters, Arts", "a"),
        ("Letters, Arts", "b"),
    ]


def test_no_file_is_no_rulings(tmp_path: Path) -> None:
    assert read_rulings(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"edition;action\n", "must have the columns .* it has edition, action"),
        (b"\xff\xfe", "is not UTF-8"),
        (",".join(COLUMNS).encode() + b"\nsmall,a,b\n", "row 2: 3 values for 11 columns"),
        (",".join(COLUMNS).encode() + b'\n"small', "is no CSV"),
    ],
)
def test_a_file_that_is_none_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "agreements.csv").write_bytes(content)
    with pytest.raises(NoRulings, match=said):
        read_rulings(tmp_path)


def test_semicolons_are_read_too(tmp_path: Path) -> None:
    row = ["small", "Letters", "China", "a, b", "drop", "", "", "", "why", "me", "2026-01-31"]
    (tmp_path / "agreements.csv").write_text("\n".join([";".join(COLUMNS), ";".join(row)]), encoding="utf-8")
    assert [one.institution for one in read_rulings(tmp_path)] == ["a, b"]


def test_the_reports_lines_are_rulings_that_fit(tmp_path: Path) -> None:
    made = rows(result())
    page = shown(made, counts(made, ["small"]), {})
    lines = [one["confirm"] for one in page["reviews"]] + [one["rulings"][1] for one in page["rejects"]]
    content = "\n".join([",".join(COLUMNS), *lines]).replace("DATE", "2026-01-31")
    (tmp_path / "agreements.csv").write_text(content, encoding="utf-8")
    now = applied(*read_rulings(tmp_path))
    assert not any(one.needs_review for one in now.agreements)
    assert now.rejects == ()

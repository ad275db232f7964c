"""The mutation suite: that its truth is the truth, that its measure measures, and a small fixed run of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from benchmarks.mutations import lines, lists, naive, sideways
from benchmarks.mutations.bench import judge
from benchmarks.mutations.damage import Damaged, damage
from benchmarks.mutations.edition import CleanEdition, Record
from benchmarks.mutations.fair import unread
from benchmarks.mutations.faults import FAULTS, SAMPLES, Applied, Faults
from benchmarks.mutations.generate import generate
from benchmarks.mutations.golden import golden
from benchmarks.mutations.kinds import kind
from benchmarks.mutations.printed import Slot, render, slots
from benchmarks.mutations.score import Judged, f1, fold, score, total
from benchmarks.mutations.wording import LANGUAGES
from pipeline.records import Agreement, Cleaned, Reject


def small() -> CleanEdition:
    """Two departments, three countries, five institutions."""
    law, arts = ("Law", 3, "Europe"), ("Arts", 2, "Asia")
    rows = ((*law, "Spain", "ES", "University of Vigo"), (*law, "Spain", "ES", "Cadiz College"),
            (*law, "Italy", "IT", "University of Pisa"),
            (*arts, "Japan", "JP", "Kobe University"), (*arts, "Japan", "JP", "Gifu University"))
    records = tuple(Record(i, "department", *row) for i, row in enumerate(rows))
    header = ("School", "Area", "Country", "Institution")
    return CleanEdition("small", "en", "Agreements", header, ("(May 2012)",), records)


def names(rows: tuple[Slot, ...]) -> list[str]:
    """Department, country and names of each printed row."""
    return [f"{slot.labels[0]}|{slot.labels[2]}|{slot.text}" for slot in rows]


def perfect(truth: tuple[Record, ...]) -> Cleaned:
    """What a pipeline without a fault would give."""
    return Cleaned("perfect", tuple(
        Agreement(str(record.id), "perfect", record.level, record.department, record.zone, None,
                  record.country, record.iso2, record.institution, None, None) for record in truth))


def test_clean_edition_prints_each_label_where_it_changes() -> None:
    body = render(small(), slots(small())).split("\n")[5:-3]
    assert body == ["Law (3)\tEurope\tSpain\tUniversity of Vigo", "\t\t\tCadiz College",
                    "\t\tItaly\tUniversity of Pisa",
                    "Arts (2)\tAsia\tJapan\tKobe University", "\t\t\tGifu University"]


def test_slide_pushes_names_down_and_the_last_one_into_the_next_department() -> None:
    slid = [lines.slide(slots(small()), 0.5, Random(seed))[0] for seed in range(60)]
    assert ["Law (3)|Spain|University of Vigo", "||Cadiz", "|Italy|College",
            "Arts (2)|Japan|University of Pisa", "||Kobe University",
            "||Gifu University"] in [names(rows) for rows in slid]


def test_squeeze_takes_the_empty_cells_away() -> None:
    rows, _ = sideways.squeeze(slots(small()), 1.0, Random(0))
    assert [line for line in render(small(), rows).split("\n") if line.startswith("\t")] == []


def test_double_prints_the_country_again() -> None:
    rows, applied = lines.double(slots(small()), 1.0, Random(0))
    assert len(rows) == 2 * len(small().records) == 2 * len(applied)
    assert [slot.labels for slot in rows[2:4]] == [("", "", ""), ("", "", "Spain")]


def test_lose_takes_only_what_stands_alone_under_its_country() -> None:
    damaged = damage(small(), Faults(lose=1.0), 0)
    gone = [record.institution for record in small().records if record not in damaged.truth]
    assert gone == ["University of Pisa"]
    assert "\t\tItaly\t\n" in damaged.text
    assert "Pisa" not in damaged.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_truth_is_printed_and_counts_are_those_of_before(language: str) -> None:
    edition = generate(language, 7)
    damaged = damage(edition, SAMPLES.times(2), 7)
    printed = fold(damaged.text)
    assert all(fold(word) in printed for record in damaged.truth for word in record.institution.split())
    table = [record for record in edition.records if record.level == "department"]
    sizes = Counter(record.department for record in table)
    assert all(record.declared == sizes[record.department] for record in table)
    struck = {fault.fault for fault in damaged.applied}
    assert struck >= {"push", "squeeze", "join", "slide", "double", "page"}


def test_damage_is_the_same_twice_and_another_with_another_seed() -> None:
    one, two, other = (damage(generate("pl", 3), SAMPLES, seed) for seed in (5, 5, 6))
    assert one == two
    assert one.text != other.text


def test_a_slide_of_names_that_tell_nothing_is_undecidable() -> None:
    dumb = tuple(replace(record, institution=f"Saint Mary College {record.id}") for record in small().records)
    pisa = 2
    assert pisa not in slid(small()).undecidable
    assert pisa in slid(replace(small(), records=dumb)).undecidable


def slid(edition: CleanEdition) -> Damaged:
    """The edition with the second name cut and the third pushed into the next department."""
    tries = (damage(edition, Faults(slide=0.5), seed) for seed in range(60))
    return next(found for found in tries if [fault.records[0] for fault in found.applied] == [1])


def test_perfect_output_scores_perfect() -> None:
    truth = small().records
    counts = total([score(truth, frozenset(), perfect(truth))])
    assert counts["right"] == counts["zone_right"] == 5
    assert counts["wrong"] == counts["missed"] == counts["lost"] == 0


def test_wrong_rows_are_told_apart_by_whether_they_ask() -> None:
    truth = small().records
    rows = list(perfect(truth).agreements)
    rows[0] = replace(rows[0], country_code="IT")
    rows[1] = replace(rows[1], institution="Cadiz", needs_review=True)
    counts = total([score(truth, frozenset({1}), Cleaned("wrong", tuple(rows)))])
    assert (counts["right"], counts["silent"], counts["asked_wrong"], counts["u_wrong"]) == (3, 1, 1, 1)
    assert (counts["missed"], counts["lost"]) == (2, 1)  # `College` stands nowhere


def test_words_in_a_reject_are_not_lost() -> None:
    truth = small().records
    reject = Reject("r", "wrong", 1, None, None, "unplaced", "", "University of Vigo")
    kept = Cleaned("wrong", perfect(truth).agreements[1:], rejects=(reject,))
    assert not score(truth, frozenset(), kept).lost
    assert score(truth, frozenset(), replace(kept, rejects=())).lost == truth[:1]


def test_golden_edition_is_whole() -> None:
    levels = Counter(record.level for record in golden().records)
    assert levels["university"] == 127
    assert levels["department"] >= 281


def test_the_catalogue_names_every_fault() -> None:
    catalogue = Path(__file__).parents[1] / "benchmarks" / "mutations" / "README.md"
    text = catalogue.read_text(encoding="utf-8")
    assert all(f"| {fault} |" in text for fault in FAULTS)


def test_a_lost_row_in_a_slide_asks_for_another_telling_name() -> None:
    moved = {1: True, 2: False, 4: False, 5: True}
    slide_ = Applied("slide", (0, 1, 2, 4, 5))
    assert unread(slide_, moved, set()) == []
    assert unread(slide_, moved, {3}) == [4]
    assert unread(replace(slide_, hidden=True), {1: False, 2: True, 4: False}, set()) == [1]


def test_lines_of_the_list_break_and_stray_letters_stand_behind_the_star() -> None:
    pisa = Record(0, "university", "", None, "", "Italy", "IT", "University of Pisa", waiver=True)
    listed = lists.entries(replace(small(), records=(pisa,), list_title="Universities", legend="(*) free"))
    broken, _ = lists.break_lines(listed, 1.0, Random(1))
    assert [len(entry.lines) for entry in broken] == [2]
    spoilt, _ = lists.junk(listed, 1.0, Random(1))
    assert lists.render(small(), spoilt)[4:7] == ["Italy", "", f"*{spoilt[0].lines[0]}"]
    assert spoilt[0].lines[0][1:] == "University of Pisa"


def test_fill_down_reads_a_clean_table_and_no_damaged_one() -> None:
    edition = generate("es", 2)
    clean, damaged = (damage(edition, faults, 3) for faults in (Faults(), SAMPLES))
    f1s = [f1(total([score(naive.tabular(one.truth), one.undecidable, naive.fill_down(edition, one.text))]))
           for one in (clean, damaged)]
    assert f1s[0] == 1.0
    assert f1s[1] < 0.7


@pytest.mark.parametrize(("institution", "country", "said"), [
    ("University of Vigo Cadiz College", "ES", "names left together"),
    ("University of", "ES", "name cut"),
    ("College University of Pisa", "IT", "cut in the wrong place"),
    ("DUniversity of Vigo", "ES", "stray letter kept"),
    ("University of Vigo", "IT", "other country"),
    ("University of Vigo", "ES", "double kept"),
])
def test_wrong_rows_have_kinds(institution: str, country: str, said: str) -> None:
    truth = small().records
    row = replace(perfect(truth).agreements[0], institution=institution, country_code=country)
    assert kind(Judged(row, False, False, False), truth) == said


SIDEWAYS = Faults(push=0.19, pull=0.02, squeeze=0.09, stretch=0.07, trail=0.67, page=0.06)


def pooled(faults: Faults) -> Counter[str]:
    """One edition of each language, damaged and read."""
    return total(judge(damage(generate(language, 11), faults, 11)) for language in LANGUAGES)


def test_cells_moved_along_their_rows_are_read_right() -> None:
    counts = pooled(SIDEWAYS)
    assert f1(counts) >= 0.97
    assert counts["lost"] == 0


def test_all_damage_at_the_rates_of_the_samples() -> None:
    counts = pooled(SAMPLES)
    assert f1(counts) >= 0.97
    assert counts["lost"] == 0
    assert counts["silent"] <= 0.005 * counts["got"]

"""A small edition with what a clean stage would make of it, written by hand: every table has rows."""

from __future__ import annotations

from dataclasses import replace

from pipeline.records import (
    Agreement,
    Ask,
    Block,
    Box,
    Cell,
    Cleaned,
    Document,
    Institution,
    Line,
    Merge,
    Reconciliation,
    Reject,
    Repair,
    Result,
    Row,
    SourceLine,
    Word,
    WordFate,
)

PRINT = (
    "Faculty of Letters (5)",
    "Asia\tChina\tTsinghua Uni-",
    "\t\tversity",
    "\t\t=Peking <b>University</b>",
    "\tJapan\tUniversity of Tokyo",
    "\t\tUniversity of Tokyo",
    "lorem ipsum, “dolor”",
    "",
    "- 1 -",
)


def document() -> Document:
    words: list[Word] = []
    lines = []
    for number, text in enumerate(PRINT, 1):
        lines.append(SourceLine(1, number, text))
        words += [Word(len(words) + place, one, 1, number) for place, one in enumerate(text.split())]
    rows = tuple(
        Row((Cell(0, (Line(tuple(word for word in words if word.line == line.number)),)),)) for line in lines
    )
    return Document(
        "small",
        "small.txt",
        "0" * 64,
        "text",
        lines=tuple(lines),
        words=tuple(words),
        blocks=(Block("dump", 1, rows),),
    )


def _words(printed: Document, *lines: int, last: int = 99) -> tuple[int, ...]:
    return tuple(word.index for word in printed.words if word.line in lines)[-last:]


def cleaned() -> Cleaned:
    printed = document()
    tsinghua = agreement("a1", ("China", "CN"), "Tsinghua University", _words(printed, 2, 3, last=3), (2, 3))
    tsinghua = replace(tsinghua, repairs=("dehyphenated",), extras={"Term": "5 years", "Code": "x|1"})
    peking = agreement("a2", ("China", "CN"), "=Peking <b>University</b>", _words(printed, 4), (4, 4))
    peking = replace(
        peking,
        needs_review=True,
        review_reason="Two readings are about as good.",
        runner_up="It stands under Japan.",
        confidence=0.51,
        tuition_waiver=True,
        year=1998,
    )
    tokyo = agreement("a3", ("Japan", "JP"), "University of Tokyo", _words(printed, 5, last=3), (5, 5))
    tokyo = replace(tokyo, boxes=(Box(1.0, 2.5, 3.0, 4.0),), tuition_waiver=False, as_of="2008-06")
    repair = Repair(
        "r1",
        "a1",
        "small",
        "dehyphenated",
        "institution",
        "Tsinghua Uni- versity",
        "Tsinghua University",
        "The line ends in a hyphen.",
        "rule:dehyphenate",
    )
    reject = Reject(
        "j1",
        "small",
        1,
        (7, 7),
        None,
        "unplaced",
        "This text fits nowhere.",
        PRINT[6],
        department="Faculty of Letters",
        suggestion="It is a note.",
        words=_words(printed, 7),
    )
    merge = Merge(
        "row",
        "a3",
        "a4",
        "small",
        "University of Tokyo",
        "University of Tokyo",
        100.0,
        "The same name twice under Japan.",
        "rule:row",
        words=_words(printed, 6),
    )
    count = Reconciliation("small", "department", "Faculty of Letters", 5, 3, 1, "short", "One is not there.")
    return Cleaned(
        "small", (tsinghua, peking, tokyo), (repair,), (reject,), (merge,), (count,), fates(printed)
    )


def fates(printed: Document) -> tuple[WordFate, ...]:
    """Labels are headings; names belong to their agreements."""
    heading = WordFate("heading", ("a1", "a2"))
    of_line = {
        1: [heading] * 4,
        2: [heading, heading, *[WordFate("agreement", ("a1",))] * 2],
        3: [WordFate("agreement", ("a1",))],
        4: [WordFate("agreement", ("a2",))] * 2,
        5: [WordFate("heading", ("a3",)), *[WordFate("agreement", ("a3",))] * 3],
        6: [WordFate("agreement", ("a3", "a4"))] * 3,
        7: [WordFate("reject", ("j1",))] * 3,
        9: [WordFate("furniture")] * 3,
    }
    return tuple(fate for line in sorted(of_line) for fate in of_line[line])


def agreement(
    name: str, country: tuple[str, str], institution: str, words: tuple[int, ...], lines: tuple[int, int]
) -> Agreement:
    return Agreement(
        agreement_id=name,
        edition="small",
        level="department",
        department="Faculty of Letters",
        zone="Asia",
        zone_code="142",
        country=country[0],
        country_code=country[1],
        institution=institution,
        unit=None,
        organisation=institution,
        institution_id=f"i-{name}",
        line_first=lines[0],
        line_last=lines[1],
        words=words,
    )


def result() -> Result:
    meaning = cleaned()
    institutions = tuple(
        Institution(one.institution_id, one.institution, one.country_code, ("Tokyo Daigaku",), ("small",), 1)
        for one in meaning.agreements
    )
    spelling = Merge(
        "institution",
        "i-a3",
        "i-a3",
        "",
        "University of Tokyo",
        "Tokyo Daigaku",
        0.93,
        "Daigaku means university.",
        "rule:same",
    )
    ask = Ask("i-a1", "i-a2", "Tsinghua University", "Peking University", 0.4, "Both stand in China.")
    return Result((document(),), (meaning,), institutions, (spelling,), (ask,))

"""From agreements to a sheet: which pieces stand on the pages, in which order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from random import Random

from babel.dates import format_date

from .grid import Record, grid
from .labels import WIDE, Printer, nesting, odd, printer
from .model import Break, Columns, Design, Entry, Item, Piece, Sheet, Text, Twin
from .words import words

ASIAN_DATE = {"ja": "y年M月d日", "zh": "y年M月d日", "ko": "y년 M월 d일"}


def sheet(design: Design, entries: Sequence[Entry], rng: Random) -> Sheet:
    """The whole edition as pieces in order of print."""
    w = words(design.language)
    heads = {c: rng.choice(variants) for c, variants in w["heads"].items()}
    pieces: list[Piece] = []
    for level, part in groupby(entries, key=lambda e: e.level):
        rows = tuple(part)
        pieces += [Text(w["title"][level], "title"), *_date(design, rng)]
        pieces += _body(design, level, rows, printer(design, rows, rng), heads)
    return Sheet((*pieces, *_notes(design)), w["running"] if design.running else "", w["page"])


def _body(
    design: Design, level: str, rows: tuple[Entry, ...], labels: Printer, heads: dict[str, str]
) -> Iterator[Piece]:
    if design.body == "list" or (design.body == "both" and level == "university"):
        yield Columns(tuple(_items(design, rows, labels)), design.news)
        return
    for headings, part in _under_headings(design, rows, labels):
        yield from headings
        yield from _tables(design, tuple(part), labels, heads)


def _under_headings(
    design: Design, rows: tuple[Entry, ...], labels: Printer
) -> Iterator[tuple[list[Text], list[Entry]]]:
    columns = [c for c in nesting(design) if design.labels[c] == "heading"]
    before: tuple[str, ...] = ("",) * len(columns)
    for key, part in groupby(rows, key=lambda e: tuple(getattr(e, c) for c in columns)):
        found = list(part)
        new = next((i for i, (a, b) in enumerate(zip(before, key, strict=True)) if a != b), len(columns))
        yield [Text(labels.label(c, found[0]), "heading") for c in columns[new:]], found
        before = key


def _tables(
    design: Design, rows: tuple[Entry, ...], labels: Printer, heads: dict[str, str]
) -> Iterator[Piece]:
    pages = _pages(design, _records(design, rows))
    parts = pages if design.body != "twin" else _halves(pages)
    grids = []
    before: Record | None = None
    for number, part in enumerate(parts):
        grids.append(grid(design, part, before, labels, heads, first=number == 0))
        before = part[-1]
    if design.body == "twin":
        for number in range(0, len(grids) - 1, 2):
            yield from (Break(),) if number else ()
            yield Twin(grids[number], grids[number + 1])
        return
    for number, one in enumerate(grids):
        yield from _turn(design) if number else ()
        yield one


def _turn(design: Design) -> Iterator[Piece]:
    yield Break()
    if "title-again" in design.oddities:
        w = words(design.language)
        yield Text(w["continued"].format(label=w["title"]["department"]), "title")


def _halves(pages: list[list[Record]]) -> list[list[Record]]:
    """Each page's records as a left and a right table."""
    halves = []
    for page in pages:
        middle = (len(page) + 1) // 2
        halves += [page[:middle], page[middle:]]
    return halves


def _records(design: Design, rows: tuple[Entry, ...]) -> list[Record]:
    """What stands in one row of the table: one agreement, or all of a country."""
    if design.stack == "one":
        return [(entry,) for entry in rows]
    return [tuple(part) for _, part in groupby(rows, key=lambda e: (e.department, e.zone, e.country))]


def _pages(design: Design, records: list[Record]) -> list[list[Record]]:
    size = design.page_rows or len(records)
    return [records[at : at + size] for at in range(0, len(records), size)]


def _items(design: Design, rows: tuple[Entry, ...], labels: Printer) -> Iterator[Item]:
    """A list: headings where they change, then institutions with their marks."""
    headed = [c for c in ("department", "zone") if design.labels[c] == "heading" and getattr(rows[0], c)]
    before: tuple[str, ...] = ()
    for entry in rows:
        key = tuple(getattr(entry, c) for c in (*headed, "country"))
        new = next((i for i, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), len(before))
        if key != before:
            for column in (*headed, "country")[new if before else 0 :]:
                yield Item(labels.label(column, entry), column)  # type: ignore[arg-type]
        before = key
        bullet = design.separator if design.stack == "bullets" else ""
        yield Item(bullet + labels.institution(entry), "institution", entry.year if design.leaders else "")


def _date(design: Design, rng: Random) -> list[Text]:
    if not design.date:
        return []
    day = datetime.date(rng.randint(2004, 2016), rng.randint(4, 11), 1)
    text = format_date(day, ASIAN_DATE.get(design.language, "long"), locale=design.language)
    if design.date == "era":
        text = f"平成{day.year - 1988}年{day.month}月{day.day}日"
    if design.date == "wide":
        text = text.translate(WIDE)
    return [Text(words(design.language)["as_of"].format(date=text))]


def _notes(design: Design) -> Iterator[Text]:
    w = words(design.language)
    if design.waiver == "star":
        yield Text(w["waiver_legend"])
    if design.marks:
        yield Text(w["mark_legend"].format(mark=design.mark))
    if "footnote" in design.oddities:
        yield Text(odd(design, w["footnote"]))
    if "white" in design.oddities:
        yield Text("University of Hidden Text", "hidden")

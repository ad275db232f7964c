"""From agreements to a sheet: which pieces stand on the pages, in which order."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from random import Random

from babel.dates import format_date

from .grid import Part, Record, grid
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
    befores = [None, *(part[-1] for part in parts)]
    grids = [
        grid(labels, Part(part, before, first=number == 0), heads)
        for number, (part, before) in enumerate(zip(parts, befores, strict=False))
    ]
    twins: list[Piece] = [Twin(left, right) for left, right in zip(grids[::2], grids[1::2], strict=False)]
    pieces: Sequence[Piece] = twins if design.body == "twin" else grids
    for number, piece in enumerate(pieces):
        yield from _turn(design) if number else ()
        yield piece


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
    pages = [records[at : at + size] for at in range(0, len(records), size)]
    if len(pages) > 1 and len(pages[-1]) == 1:  # a lone row cannot be set in two tables side by side
        pages[-2:] = [pages[-2] + pages[-1]]
    return pages


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

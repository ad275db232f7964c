"""What a run found, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

COLUMNS = {
    "agreements": "agreements",
    "match": "counts matched",
    "short": "short",
    "over": "over",
    "review": "to review",
    "rejects": "rejects",
}
_WAITING = {
    "review": ("agreement to review", "agreements to review"),
    "rejects": ("reject", "rejects"),
    "counts": ("printed count that differs", "printed counts that differ"),
    "decisions": ("decision on institutions that does not fit", "decisions on institutions that do not fit"),
}


def show(told: Mapping[str, Any], output: Path, console: Console) -> None:
    """Prints the numbers of each edition, what waits for a person, and where to look."""
    found = told["counts"]
    if console.is_terminal:
        console.print(_table(found["editions"]))
    else:
        for line in _lines(found["editions"]):
            console.out(line, highlight=False)
    for line in closing(found, output):
        console.print(Text(line), soft_wrap=True)


def closing(found: Mapping[str, Any], output: Path) -> Iterator[str]:
    """The sentences under the numbers."""
    asked = f", {found['questions']} questions whether two names are one" if found["questions"] else ""
    yield f"{found['institutions']} institutions{asked}. Tables are in {output}."
    waiting = list(waits(found["needs_person"]))
    if not waiting:
        yield "Nothing needs a person."
        return
    yield f"Needs a person: {', '.join(waiting)}."
    yield f"Look in {output / 'report.html'}"


def waits(needs: Mapping[str, int]) -> Iterator[str]:
    """What waits for a person, as `3 rejects`."""
    for kind, (one, many) in _WAITING.items():
        if number := needs[kind]:
            yield f"{number} {one if number == 1 else many}"


def _table(editions: Mapping[str, Mapping[str, int]]) -> Table:
    table = Table(box=SIMPLE_HEAD)
    table.add_column("edition", overflow="fold", ratio=1)
    for title in COLUMNS.values():
        table.add_column(title, justify="right")
    for edition, numbers in editions.items():
        table.add_row(Text(edition), *(str(numbers[name]) for name in COLUMNS))
    return table


def _lines(editions: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    for edition, numbers in editions.items():
        yield f"{edition}: " + ", ".join(f"{numbers[name]} {title}" for name, title in COLUMNS.items())

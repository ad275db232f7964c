"""The commands: they read options, call one function each, and say what came of it. No logic lives here.

Heavy modules are imported inside the commands, so that help is there at once.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

DONE, NEEDS_PERSON, COULD_NOT = 0, 1, 2

app = typer.Typer(
    name="pipeline",
    help="Turns brochures of exchange agreements into clean tables, with proof that nothing was lost.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Raw = Annotated[Path, typer.Option(help="The folder of editions, one file each: .pdf or .txt.")]
Output = Annotated[Path, typer.Option(help="The folder of tables and report.")]
Corrections = Annotated[Path, typer.Option(help="The folder of what people ruled.")]
Authority = Annotated[Path | None, typer.Option(help="A ROR data dump (JSON), for ids of institutions.")]


@app.command()
def run(
    raw: Raw = Path("raw"),
    output: Output = Path("output"),
    corrections: Corrections = Path("corrections"),
    authority: Authority = None,
) -> None:
    """Read every edition into tables.

    Example: python -m pipeline run --raw raw --output output
    """
    from rich.console import Console

    from pipeline import run as stages
    from pipeline.load import LawBroken
    from pipeline.load.summary import show
    from pipeline.settings import Settings

    settings = Settings(raw=raw, output=output, corrections=corrections, authority=authority)
    console = Console()
    with _said(stages.CannotRun, LawBroken), console.status("Reading") as status:
        outcome = stages.run(settings, lambda edition: status.update(f"Reading {edition}"))
    if not outcome.worked:
        console.print("Nothing has changed since the last run: no work to do.")
    show(outcome.account, output, console)


@app.command()
def explain(
    identity: Annotated[str, typer.Argument(metavar="ID", help="An id of any table.")],
    output: Output = Path("output"),
) -> None:
    """Tell how a row, reject, repair or merge came about, back to the words on the page.

    Example: python -m pipeline explain agreement-0123456789ab
    """
    from pipeline.load.explain import Unknown, explained
    from pipeline.load.read import NoOutput

    with _said(NoOutput, Unknown):
        sys.stdout.write(explained(identity, output) + "\n")


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="The older edition's name, or an agreements.parquet.")],
    new: Annotated[str, typer.Argument(help="The newer edition's name, or an agreements.parquet.")],
    output: Output = Path("output"),
) -> None:
    """Tell what changed between two editions: added, gone, changed.

    Example: python -m pipeline diff conventions-2008-fr conventions-2009-fr
    """
    from pipeline.load.diff import NoEdition, compared, told
    from pipeline.load.read import NoOutput

    with _said(NoOutput, NoEdition):
        sys.stdout.write(told(compared(old, new, output)) + "\n")


@app.command()
def check(raw: Raw = Path("raw"), output: Output = Path("output")) -> None:
    """Say by the exit status whether a person is needed: 0 no, 1 yes, 2 could not tell.

    Example: python -m pipeline check --output output
    """
    from pipeline.load.check import checked
    from pipeline.load.read import NoOutput

    with _said(NoOutput):
        waiting = checked(raw, output)
    if waiting:
        sys.stdout.write(f"Needs a person: {', '.join(waiting)}. Look in {output / 'report.html'}\n")
        raise typer.Exit(NEEDS_PERSON)
    sys.stdout.write("Nothing needs a person.\n")


@app.command()
def look(
    file: Annotated[Path, typer.Argument(help="A PDF edition.")],
    page: Annotated[int | None, typer.Option(help="One page, from 1; all of them without it.")] = None,
    out: Annotated[Path, typer.Option(help="The folder for the pictures.")] = Path("output/look"),
) -> None:
    """Draw what was found on the pages of a PDF: rows, columns and spans.

    Example: python -m pipeline look raw/edition.pdf --page 1
    """
    from pipeline.look import look as draw
    from pipeline.settings import Settings

    with _said(OSError, ValueError):
        for picture in draw(file, page, out, Settings()):
            sys.stdout.write(f"{picture}\n")


@app.command()
def institutions(
    names: Annotated[Path, typer.Argument(metavar="NAMES.csv", help="A CSV with the column name.")],
    output: Annotated[Path, typer.Option(help="The CSV to write.")],
    authority: Authority = None,
) -> None:
    """Find which names of a CSV mean the same institution.

    Example: python -m pipeline institutions names.csv --output clusters.csv
    """
    from pipeline.sameness import institutions_command
    from pipeline.settings import Settings

    with _said(OSError, ValueError):
        sys.stdout.write(f"{institutions_command(names, output, authority, Settings())}\n")


@contextmanager
def _said(*expected: type[Exception]) -> Iterator[None]:
    """Failures that are expected are told in their own words; exit status 2."""
    try:
        yield
    except expected as error:
        _stop(_worded(error))


def _worded(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}."
    return str(error)


def _stop(words: str) -> NoReturn:
    sys.stderr.write(words.rstrip() + "\n")
    raise typer.Exit(COULD_NOT)

"""The run: every edition of a folder through extract, clean and load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline import load, sameness
from pipeline.clean.corrections import NoRulings, Ruling, read_rulings, unknown_editions
from pipeline.edition import ENDINGS, read_edition
from pipeline.pictures import pictures
from pipeline.records import Cleaned, Document, Reject, Result
from pipeline.settings import Settings
from pipeline.watch import Watch, logged

LOG = "errors.log"


class CannotRun(Exception):
    """Nothing was done; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The account of a run; `worked` is false where nothing had changed since the last one."""

    account: dict[str, Any]
    worked: bool


def run(settings: Settings, tell: Callable[[str], None] = lambda edition: None) -> Outcome:
    """Reads every edition of `settings.raw` into `settings.output`; `tell` hears of each as it begins.

    Raises `CannotRun` where there is nothing to read or nowhere to write, and `load.LawBroken` where a law of
    the output does not hold; the last output stays as it was then.
    """
    if settings.output.resolve().is_relative_to(settings.raw.resolve()):
        raise CannotRun(f"The output {settings.output} lies in {settings.raw}. Name a folder outside of it.")
    files = entries(settings.raw)
    with _claimed(settings.output):
        rulings = read_rulings(settings.corrections)
        signed = load.signature(settings, files)
        if last := load.unchanged(settings.output, signed):
            return Outcome(last, worked=False)
        with logged(settings.output / LOG) as watch:
            result = read_all(files, rulings, settings, watch, tell)
            drawn = pictures(result, settings)
            return Outcome(load.load(result, drawn, signed, watch.seconds, settings.output), worked=True)


def read_all(
    files: list[Path],
    rulings: tuple[Ruling, ...],
    settings: Settings,
    watch: Watch,
    tell: Callable[[str], None],
) -> Result:
    """All editions, each on its own, and then what they say of the same institutions."""
    documents: dict[str, Document] = {}
    cleaned: list[Cleaned] = []
    unread: list[Reject] = []
    for path in files:
        tell(path.name)
        match read_edition(path, documents.keys(), rulings, settings, watch):
            case Reject() as reject:
                unread.append(reject)
            case document, meaning:
                documents[document.edition] = document
                cleaned.append(meaning)
    unread += unknown_editions(rulings, {*documents, *(reject.edition for reject in unread)})
    with watch.stage("sameness"):
        return identified(tuple(documents.values()), cleaned, tuple(unread), settings)


def entries(raw: Path) -> list[Path]:
    """What lies in the folder of editions but for hidden files. Raises `CannotRun` for no edition."""
    if not raw.is_dir():
        raise CannotRun(f"There is no folder {raw}. Make it and put the editions (.pdf or .txt) into it.")
    found = sorted(path for path in raw.iterdir() if not path.name.startswith("."))
    if not any(path.suffix.lower() in ENDINGS for path in found):
        others = ", ".join(path.name for path in found[:5])
        held = f" It holds {others}, which are not read." if found else ""
        raise CannotRun(f"The folder {raw} holds no edition.{held} Put the editions (.pdf or .txt) into it.")
    return found


def identified(
    documents: tuple[Document, ...], cleaned: list[Cleaned], unread: tuple[Reject, ...], settings: Settings
) -> Result:
    """Everything of a run, with each agreement's institution known across editions."""
    every = [one for edition in cleaned for one in edition.agreements]
    named, institutions, merges, asks = sameness.identify(
        every, settings.corrections, settings.authority, settings
    )
    of = {one.agreement_id: one for one in named}
    known = (
        replace(one, agreements=tuple(of[row.agreement_id] for row in one.agreements)) for one in cleaned
    )
    return Result(documents, tuple(known), institutions, merges, asks, unread)


@contextmanager
def _claimed(output: Path) -> Iterator[None]:
    """The output folder for this run alone; whatever ends the run is said in words."""
    try:
        with load.claim(output):
            yield
    except load.Busy as error:
        raise CannotRun(
            f"Another run is at work on {output}. Wait for it, or name another folder."
        ) from error
    except OSError as error:
        what = error.filename or output
        raise CannotRun(f"{what} cannot be read or written: {error.strerror or error}.") from error
    except load.LawBroken:
        raise
    except (NoRulings, sameness.BadDecisions, sameness.BadAuthority) as error:
        raise CannotRun(str(error)) from error
    except Exception as error:
        said = f"The program failed: {type(error).__name__}: {error}."
        raise CannotRun(f"{said} Nothing was written. Please report it, with {output / LOG}.") from error

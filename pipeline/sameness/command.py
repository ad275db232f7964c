"""`python -m pipeline institutions NAMES.csv --output CLUSTERS.csv`: the engine for any list of names."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycountry

from pipeline.sameness.answers import Row, answers
from pipeline.sameness.authority import Record, read_authority
from pipeline.sameness.engine import Name, cluster
from pipeline.sameness.model import shipped
from pipeline.sameness.progress import watched
from pipeline.settings import Settings

ADDED = ("institution_id", "score", "answer", "evidence")
_LONG = 20_000  # names from which a progress bar is shown


class BadNames(ValueError):
    """The file cannot be read as a list of names; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: its values, its name (None where it cannot be used), and what is wrong with it."""

    values: tuple[str, ...]
    name: Name | None
    problem: str


def institutions_command(names_csv: Path, output: Path, authority: Path | None, settings: Settings) -> str:
    """Writes every row of `names_csv` with `institution_id`, `score`, `answer` and `evidence`; returns the summary.

    Raises `BadNames`, `BadAuthority` and OSError, whose words are for people. `settings` is not used yet but is what
    every command is given.
    """
    header, lines = read_names(names_csv)
    records = read_authority(authority) if authority else ()
    rows = _answered(lines, records)
    write(output, header, lines, rows, with_record=authority is not None)
    return summary(lines, rows, output)


def read_names(path: Path) -> tuple[list[str], list[Line]]:
    """The header and the rows of a CSV in UTF-8 with a column `name` and, where known, `country_code`."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            if "name" not in header:
                raise BadNames(f"{path} has no column “name”; its first line is “{','.join(header)[:100]}”.")
            return header, [_line(values, header) for values in reader if values]
    except UnicodeDecodeError as error:
        raise BadNames(f"{path} is not UTF-8 text (byte {error.start}). Save it as CSV in UTF-8.") from error
    except csv.Error as error:
        raise BadNames(f"{path} is no CSV: {error}.") from error


def _line(values: list[str], header: Sequence[str]) -> Line:
    given = dict(zip(header, values, strict=False))
    text, code = given.get("name", "").replace("\0", " ").strip(), given.get("country_code", "").strip().upper()
    problems = []
    if len(values) != len(header):
        problems.append(f"{len(values)} values for {len(header)} columns")
    if code and not _is_country(code):
        problems.append(f"“{code[:20]}” is no ISO 3166-1 code, so the country counts as unknown")
    if not text:
        problems.append("no name")
    name = Name(text, code if _is_country(code) else None) if text else None
    return Line(tuple(values), name, "; ".join(problems))


def _is_country(code: str) -> bool:
    return code == "XK" or (len(code) == 2 and pycountry.countries.get(alpha_2=code) is not None)


def _answered(lines: Sequence[Line], records: Sequence[Record]) -> list[Row | None]:
    """What is found for each line, None where it has no name."""
    names = [line.name for line in lines if line.name]
    with watched(len(names) >= _LONG) as tell:
        found = iter(answers(cluster(names, shipped(), tell=tell), records, tell))
    return [next(found) if line.name else None for line in lines]


def write(
    output: Path, header: Sequence[str], lines: Sequence[Line], rows: Sequence[Row | None], with_record: bool
) -> None:
    """All rows in their order, replaced as a whole; a column of the input that is named like ours keeps a prefix."""
    added = (*ADDED, "ror_id") if with_record else ADDED
    carried = [f"input_{name}" if name in added else name for name in header]
    part = output.with_name(f"{output.name}.{os.getpid()}.part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*carried, *added])
        for line, row in zip(lines, rows, strict=True):
            writer.writerow([*_carried(line.values, len(header)), *_found(line, row)[: len(added)]])
    part.replace(output)


def _carried(values: Sequence[str], width: int) -> list[str]:
    """The values in as many columns; what is too much stays in the last one."""
    kept = [*values[: width - 1], ",".join(values[width - 1 :])] if len(values) > width else list(values)
    return kept + [""] * (width - len(kept))


def _found(line: Line, row: Row | None) -> tuple[str, ...]:
    if row is None:
        return "", "", "", f"not read: {line.problem}", ""
    evidence = f"{row.evidence}; {line.problem}" if line.problem else row.evidence
    return row.institution_id, f"{row.score:.3f}", row.answer, evidence, row.ror_id


def summary(lines: Sequence[Line], rows: Sequence[Row | None], output: Path) -> str:
    """What was found, for a person."""
    held = [row for row in rows if row]
    counts = {answer: sum(row.answer == answer for row in held) for answer in ("same", "ask", "different")}
    return "\n".join(
        (
            f"{len(lines)} names, {len({row.institution_id for row in held})} institutions: {output}",
            f"{counts['same']} names are surely one of several, {counts['ask']} to be asked about, "
            f"{counts['different']} stand alone.",
            *_problems(lines),
        )
    )


def _problems(lines: Sequence[Line]) -> Iterator[str]:
    bad = [(at, line.problem) for at, line in enumerate(lines, 2) if line.problem]
    if bad:
        yield f"{len(bad)} rows have something wrong (said in their evidence):"
        yield from (f"  row {at}: {problem}" for at, problem in bad[:10])

"""Tables of an output folder, read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.load.arrow import rows_of
from pipeline.load.schema import Row


class NoOutput(Exception):
    """There is no complete output where one is wanted."""


def read_table(output: Path, name: str) -> list[Row]:
    """The rows of one table, as they were before they were written. Raises `NoOutput` where it is missing."""
    return read_parquet(output / f"{name}.parquet")


def read_parquet(path: Path) -> list[Row]:
    """The rows of one Parquet file. Raises `NoOutput` where it is missing or is no Parquet."""
    if not path.is_file():
        raise NoOutput(f"There is no {path}. Run the pipeline first: python -m pipeline run")
    try:
        return rows_of(path)
    except (OSError, ValueError) as error:
        raise NoOutput(f"{path} cannot be read as a table: {error}") from error


def read_run(output: Path) -> dict[str, Any]:
    """The account of the last run. Raises `NoOutput` where there is none."""
    path = output / "run.json"
    try:
        account = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NoOutput(f"There is no {path}. Run the pipeline first: python -m pipeline run") from error
    except (OSError, ValueError) as error:
        raise NoOutput(f"{path} is damaged: {error}. Run the pipeline again.") from error
    if not (isinstance(account, dict) and account.keys() >= {"signature", "counts", "outputs"}):
        raise NoOutput(f"{path} is not the account of a run. Run the pipeline again.")
    return account

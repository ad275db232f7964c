"""`run.json`: what went into a run, what came out, and how long it took.

The signature is everything that the output depends on: where it is the same as last time and the files
of last time are whole, there is nothing to do.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import pipeline
from pipeline.load.read import NoOutput, read_run
from pipeline.settings import Settings

ACCOUNT = "run.json"


def signature(settings: Settings, files: Iterable[Path]) -> dict[str, Any]:
    """Everything that the output depends on, as JSON has it."""
    corrections = settings.corrections
    authority = [settings.authority] if settings.authority else []
    return {
        "package": pipeline.__version__,
        "code": _digest_of_code(Path(pipeline.__file__).parent),
        "python": platform.python_version(),
        "libraries": _libraries(),
        "settings": _settings(settings),
        "inputs": hashes(files),
        "corrections": hashes(sorted(corrections.glob("*.csv"))) if corrections.is_dir() else {},
        "authority": hashes(authority),
    }


def account(
    signed: Mapping[str, Any], counts: Mapping[str, Any], timings: Mapping[str, float], folder: Path
) -> dict[str, Any]:
    """The whole account; `folder` holds the files that the run made, `timings` are seconds."""
    return {
        "signature": signed,
        "counts": counts,
        "timings": {name: round(seconds, 3) for name, seconds in timings.items()},
        "outputs": hashes(path for path in folder.iterdir() if path.name != ACCOUNT),
    }


def write_account(told: Mapping[str, Any], folder: Path) -> None:
    """Writes `run.json` into `folder`."""
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    # A file's name may hold bytes that are no text; they stand as escapes, which JSON reads back.
    (folder / ACCOUNT).write_text(text, encoding="utf-8", errors="backslashreplace")


def unchanged(output: Path, signed: Mapping[str, Any]) -> dict[str, Any] | None:
    """The last account, where nothing that it depends on has changed and its files are whole."""
    try:
        last = read_run(output)
    except NoOutput:
        return None
    return last if last.get("signature") == signed and whole(output, last) else None


def whole(output: Path, told: Mapping[str, Any]) -> bool:
    """Whether every file of the account is there as it was written."""
    outputs = told.get("outputs") or {}
    paths = [output / name for name in outputs]
    return bool(paths) and all(path.is_file() for path in paths) and hashes(paths) == outputs


def hashes(paths: Iterable[Path]) -> dict[str, str]:
    """SHA-256 of each file by its name, sorted; a folder or what cannot be opened says so instead."""
    return {path.name: _digest(path) for path in sorted(paths)}


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"cannot be opened: {error.strerror}"


def _digest_of_code(package: Path) -> str:
    """One hash of the package's own files; what it compiles from them is left out."""
    files = (path for path in package.rglob("*") if path.is_file())
    kept = [path for path in sorted(files) if not {"__pycache__", "compiled"} & set(path.parts)]
    text = "\n".join(f"{path.relative_to(package)} {_digest(path)}" for path in kept)
    return hashlib.sha256(text.encode()).hexdigest()


def _libraries() -> dict[str, str]:
    """Versions of the run-time dependencies, and of the optional text recognition."""
    try:
        required = metadata.requires("brochure-pipeline") or []
    except metadata.PackageNotFoundError:
        return {}
    names = [line for line in required if "extra ==" not in line] + ["ocrmypdf"]
    return {name: version for name in sorted(names) if (version := _version(name))}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _settings(settings: Settings) -> dict[str, Any]:
    """Settings that change the tables: where the folders lie does not."""
    folders = ("raw", "output", "corrections", "authority")
    values = {field.name: getattr(settings, field.name) for field in dataclasses.fields(settings)}
    plain = {name: value for name, value in values.items() if name not in folders}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}

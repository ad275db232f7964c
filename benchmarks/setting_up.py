"""Installs the tools this one is measured against, each on its own: one that does not fit is left out."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).parent.parent


def peers() -> list[str]:
    """The requirements of the extra `bench`."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        wanted: list[str] = tomllib.load(file)["project"]["optional-dependencies"]["bench"]
    return wanted


def install() -> None:
    """Installs what is missing, under the project's constraints, and says what cannot be."""
    for requirement in peers():
        if not installed(requirement):
            pip = [
                sys.executable,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--constraint",
                "constraints.txt",
                requirement,
            ]
            if subprocess.run(pip, cwd=ROOT, check=False, stderr=subprocess.DEVNULL).returncode:
                print(f"{requirement} does not fit into this environment and is left out")


def installed(requirement: str) -> bool:
    """Whether the requirement's package is there."""
    try:
        version(re.split(r"[=<>!~\[ ]", requirement)[0])
    except PackageNotFoundError:
        return False
    return True

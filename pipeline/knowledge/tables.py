"""The data files of this package: a TOML file a language, further head nouns, zones, neutral words.

A user adds a language with one more file in `languages/`; nothing else has to know of it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
Table = dict[str, Any]
_LAST = 99  # rank of a language whose file gives none


def languages() -> dict[str, Table]:
    """Language code -> its data file, the likeliest language first: it is meant by a word that several have."""
    found = {path.stem: read(path) for path in (FOLDER / "languages").glob("*.toml")}
    return dict(sorted(found.items(), key=lambda item: (item[1].get("rank", _LAST), item[0])))


def further_heads() -> dict[str, Table]:
    """Language code -> `heads` table of languages that only lend names to institutions."""
    return read(FOLDER / "heads.toml")


def zones() -> Table:
    """The tables of `zones.toml`."""
    return read(FOLDER / "zones.toml")


def neutral(kind: str = "") -> list[str]:
    """Words that are place names too, but say little inside a name; of one kind or all."""
    lists = read(FOLDER / "neutral.toml")
    return sorted({word for name, words in lists.items() for word in words if kind in ("", name)})


def files() -> Iterator[Path]:
    """Every data file, in a fixed order."""
    yield from sorted(FOLDER.glob("*.toml"))
    yield from sorted((FOLDER / "languages").glob("*.toml"))


def read(path: Path) -> Table:
    """One TOML file. Raises ValueError with file and place where it is malformed."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(
            f"The data file {path} is not valid TOML: {error}. Mend the line it names."
        ) from error

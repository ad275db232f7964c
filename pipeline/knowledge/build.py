"""Compiles the index ahead of the first run: `python -m pipeline.knowledge.build`."""

from __future__ import annotations

from .index import NAME, compile_index, folders, write


def main() -> None:
    """Compiles the index into the first folder that can be written."""
    index = compile_index()
    for folder in folders():
        if write(folder, index):
            print(f"Compiled the names of countries, zones, cities and subdivisions into {folder / NAME}.")
            return
    raise SystemExit(
        f"No folder can be written: {', '.join(map(str, folders()))}. Give one of them write permission."
    )


if __name__ == "__main__":
    main()

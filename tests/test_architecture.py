"""Who may know whom: the imports of every module, read from its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline

PACKAGE = Path(pipeline.__file__).parent
GROUND = {"records", "codes", "settings", "pipeline"}
"""What every stage may know; `pipeline` is the package's own name and version."""

MAY_KNOW = {
    "records": set(),
    "codes": set(),
    "settings": set(),
    "extract": GROUND,
    "knowledge": GROUND,
    "sameness": GROUND | {"knowledge"},
    "clean": GROUND | {"knowledge", "sameness"},
    "load": GROUND,
    "look": GROUND | {"extract"},
    "unread": GROUND,
    "pictures": GROUND,
    "watch": GROUND,
    "__init__": set(),
}
STEPS = {
    "extract": ("", "ink", "tables", "pages", "dumps"),
    "clean": ("", "names", "lists", "tables", "dumps", "align", "spans", "sections", "rows", "corrections"),
}
"""The folders of a stage: each may know itself and those before it; "" are the modules that all share."""
ORDER = {"extract": {"__init__", "pdf", "text"}, "clean": {"__init__", "edition", "label"}}
"""These put the steps of a stage in order."""
EVERYTHING = {"run", "edition", "cli", "__main__"}
"""These put the stages in order."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """The part of the package that a module belongs to."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def known(path: Path) -> Iterator[str]:
    """The parts that a module imports, wherever in its source."""
    home = ("pipeline", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (_part(alias.name.split(".")) for alias in node.names if _ours(alias.name))
        elif isinstance(node, ast.ImportFrom):
            base = [*home[: len(home) - node.level]] if node.level else []
            name = [*base, *(node.module or "").split(".")] if node.module else base
            if name and name[0] == "pipeline":
                yield from (_part([*name, alias.name]) for alias in node.names)


def _ours(name: str) -> bool:
    return name.split(".", maxsplit=1)[0] == "pipeline"


def _part(name: list[str]) -> str:
    """`from pipeline import __version__` is the package itself; all else is one of its parts."""
    parts = {part(path) for path in MODULES}
    return name[1] if len(name) > 1 and name[1] in parts else "pipeline"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_arrow_but_the_agreed_ones(path: Path) -> None:
    mine = part(path)
    if mine in EVERYTHING:
        return
    assert mine in MAY_KNOW, f"say in MAY_KNOW what {mine} may know"
    assert set(known(path)) <= MAY_KNOW[mine] | {mine}


@pytest.mark.parametrize("stage", STEPS)
def test_steps_of_a_stage_know_only_those_before(stage: str) -> None:
    for path in sorted((PACKAGE / stage).rglob("*.py")):
        step = "" if path.parent.name == stage else path.parent.name
        if step == "" and path.stem in ORDER[stage]:
            continue
        found = re.findall(rf"from pipeline\.{stage}\.(\w+)[ .]", path.read_text(encoding="utf-8"))
        known_steps = {name if name in STEPS[stage] else "" for name in found}
        assert known_steps <= set(STEPS[stage][: STEPS[stage].index(step) + 1]), path


def test_the_reader_of_imports_sees_them() -> None:
    assert set(known(PACKAGE / "run.py")) >= {"clean", "load", "sameness", "records"}
    assert "codes" in set(known(PACKAGE / "load" / "laws.py"))


def test_no_module_reaches_into_another_parts_privates() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline"):
                private = [alias.name for alias in node.names if alias.name.startswith("_")]
                assert private in ([], ["__version__"]), f"{path} imports {private}"

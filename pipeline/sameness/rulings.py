"""Decisions of people laid on the nodes, and the ones that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.records import Ask
from pipeline.sameness.decisions import Decision
from pipeline.sameness.linkage import APART, TOGETHER
from pipeline.sameness.nodes import Node
from pipeline.sameness.romanise import spelling
from pipeline.sameness.verdicts import Pair, Verdict


def ruled(
    ones: Sequence[Node], decisions: Sequence[Decision], records: Sequence[str | None]
) -> tuple[dict[Pair, Verdict], tuple[Ask, ...]]:
    """What people decided, and the decisions that the data or another decision contradicts."""
    said: dict[Pair, Verdict] = {}
    problems: list[Ask] = []
    for decision in decisions:
        left = _named(ones, decision.left, decision.left_country)
        right = _named(ones, decision.right, decision.right_country)
        missing = [side for side, found in ((decision.left, left), (decision.right, right)) if not found]
        problems += [
            _problem(decision, f"no edition has “{side}” there; correct or remove the row") for side in missing
        ]
        for i in left:
            for j in right:
                if i != j:
                    problems += _clash(decision, (min(i, j), max(i, j)), said, records)
                    said[min(i, j), max(i, j)] = _verdict(decision)
    problems += _broken(decisions, said, ones)
    return said, tuple(problems)


def _verdict(decision: Decision) -> Verdict:
    score = TOGETHER if decision.decision == "same" else APART
    return Verdict(score, f"{decision.reason or 'decided'} ({decision.author}, {decision.date})", decision.by)


def _named(ones: Sequence[Node], name: str, country: str) -> list[int]:
    """Nodes of a name: by the organisation, or by the whole institution as printed."""
    wanted = spelling(name)
    return [
        at
        for at, node in enumerate(ones)
        if (not country or node.key[1] == country.upper())
        and (node.key[0] == wanted or any(spelling(row.institution) == wanted for row in node.rows))
    ]


def _clash(decision: Decision, pair: Pair, ruled: dict[Pair, Verdict], records: Sequence[str | None]) -> Iterator[Ask]:
    earlier = ruled.get(pair)
    if earlier and earlier.score != _verdict(decision).score:
        yield _problem(decision, "another row decides the opposite; the later one was followed, remove one")
    a, b = records[pair[0]], records[pair[1]]
    if a and b and (a == b) != (decision.decision == "same"):
        yield _problem(decision, f"the authority file says {a} and {b}; the decision was followed, check it")


def _broken(decisions: Sequence[Decision], ruled: dict[Pair, Verdict], ones: Sequence[Node]) -> Iterator[Ask]:
    """Pairs decided to be different that other decisions join in a chain."""
    chain = list(range(len(ones)))
    for (i, j), verdict in ruled.items():
        if verdict.score == TOGETHER:
            a, b = chain[i], chain[j]
            chain = [min(a, b) if c in (a, b) else c for c in chain]
    for (i, j), verdict in sorted(ruled.items()):
        if verdict.score == APART and chain[i] == chain[j]:
            decision = next(d for d in decisions if d.by == verdict.by and d.decision == "different")
            yield _problem(decision, "rows that say same join the two in a chain; the names are kept apart, check them")


def _problem(decision: Decision, what: str) -> Ask:
    said = f"The decision in {decision.place} does not fit: {what}."
    return Ask("", "", decision.left, decision.right, 0.0, said)

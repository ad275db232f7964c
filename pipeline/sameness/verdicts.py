"""What likeness, the print and the authority file say of pairs of nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from pipeline.sameness import engine
from pipeline.sameness.authority import matches, read_authority
from pipeline.sameness.evidence import evidence
from pipeline.sameness.linkage import APART, TOGETHER
from pipeline.sameness.model import Model
from pipeline.sameness.nodes import Node
from pipeline.sameness.tokens import Parsed, Token

_SAME_WORDS = 6.0  # log-odds of names that say the same in the same order
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a pair of nodes: log-odds, why, and who says so (`rule:…`, `correction:…`, `authority:…`)."""

    score: float
    why: str
    by: str = "rule:same_name"


def likeness(names: Sequence[engine.Name], read: tuple[Parsed, ...], fitted: Model) -> Iterator[tuple[Pair, Verdict]]:
    chief, place = engine.alike(read, [name.country_code for name in names])
    members: dict[int, list[int]] = {}
    for at, meaning in enumerate(place):
        members.setdefault(int(meaning), []).append(at)
    for group in members.values():
        for i, j in combinations(group, 2):
            yield (i, j), Verdict(_SAME_WORDS, evidence(read[i].tokens, read[j].tokens))
    pairs = engine.compare([names[at] for at in chief], [read[at] for at in chief], fitted)
    for left, right, score in zip(pairs.left, pairs.right, engine.settled(pairs, fitted), strict=True):
        for i, j in product(members[int(left)], members[int(right)]):
            pair = min(i, j), max(i, j)
            yield pair, Verdict(float(score), evidence(read[pair[0]].tokens, read[pair[1]].tokens))


def twins(ones: Sequence[Node], read: Sequence[Parsed], fitted: Model) -> dict[Pair, Verdict]:
    """Names that say the same, in two countries or under a country that a rule gave: a question, never a merge."""
    groups: dict[frozenset[Token], list[int]] = {}
    for at, words in enumerate(read):
        if any(token.kind in ("word", "place") for token in words.tokens) or ones[at].moved:
            groups.setdefault(frozenset(words.tokens), []).append(at)
    return {
        (i, j): Verdict(fitted.ask + 1, f"{evidence(read[i].tokens, read[j].tokens)}; {_countries(ones[i], ones[j])}")
        for group in groups.values()
        for at, i in enumerate(group)
        for j in group[at + 1 :]
        if ones[i].key[1] != ones[j].key[1] or ones[i].key == ones[j].key
    }


def _countries(left: Node, right: Node) -> str:
    a, b = left.key[1] or "no country", right.key[1] or "no country"
    return f"the first stands under {a}, the second under {b}" if a != b else f"both stand under {a}"


def weakened(verdict: Verdict, pair: Pair, ones: Sequence[Node], fitted: Model) -> Verdict:
    """A country that a rule gave is no proof: the pair is a question at most."""
    if not (ones[pair[0]].moved or ones[pair[1]].moved):
        return verdict
    why = f"{verdict.why}; the country of one was put right by a rule, so this is not merged by itself"
    return Verdict(min(verdict.score, fitted.same - 0.1), why, verdict.by)


def records(names: Sequence[engine.Name], read: Sequence[Parsed], authority: Path | None) -> tuple[str | None, ...]:
    if authority is None:
        return (None,) * len(names)
    return tuple(matches(read_authority(authority), [(n.text, n.country_code) for n in names], read))


def same_record(records: Sequence[str | None]) -> dict[Pair, Verdict]:
    """Two names of one record are one institution, of two records two."""
    held = [at for at, record in enumerate(records) if record]
    return {
        (i, j): Verdict(TOGETHER, f"both are names of {records[i]}", "authority:ROR")
        if records[i] == records[j]
        else Verdict(APART, f"{records[i]} and {records[j]} are two records", "authority:ROR")
        for at, i in enumerate(held)
        for j in held[at + 1 :]
    }

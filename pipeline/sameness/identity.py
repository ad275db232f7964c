"""Institutions across editions: every agreement gets the id of its partner, every merge its evidence, every doubt a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.records import Agreement, Ask, Institution, Merge
from pipeline.sameness import engine, model
from pipeline.sameness.authority import matches, read_authority
from pipeline.sameness.decisions import Decision, read_decisions
from pipeline.sameness.evidence import evidence, probability
from pipeline.sameness.linkage import APART, TOGETHER, average
from pipeline.sameness.nodes import Node, nodes
from pipeline.sameness.tokens import Parsed, Token
from pipeline.sameness.register import assign, fresh_id, read_register
from pipeline.sameness.romanise import spelling
from pipeline.settings import Settings

_SAME_WORDS = 6.0  # log-odds of names that say the same in the same order
Pair = tuple[int, int]
Identified = tuple[tuple[Agreement, ...], tuple[Institution, ...], tuple[Merge, ...], tuple[Ask, ...]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a pair of nodes: log-odds, why, and who says so (`rule:…`, `correction:…`, `authority:…`)."""

    score: float
    why: str
    by: str = "rule:same_name"


@dataclass(frozen=True, slots=True)
class Known:
    """Everything about the nodes that clustering and its account need; pairs are ordered, the lower node first."""

    nodes: tuple[Node, ...]
    read: tuple[Parsed, ...]
    records: tuple[str | None, ...]
    verdicts: dict[Pair, Verdict]
    problems: tuple[Ask, ...]


def identify(
    agreements: Sequence[Agreement], corrections: Path, authority: Path | None, settings: Settings
) -> Identified:
    """All agreements in their order with `institution_id`, the institutions, the merges, the questions by use.

    `corrections` is the folder with institutions.csv, `authority` a ROR dump. Ids of spellings that
    `settings.output` already holds are kept. Raises `BadDecisions` and `BadAuthority`, whose words are for people.
    """
    fitted = model.shipped()
    known = gather(nodes(agreements), read_decisions(corrections), authority, fitted)
    clusters = _clusters(known, fitted.same)
    ids = assign(
        [[(known.nodes[at].key, known.nodes[at].moved) for at in members] for members in clusters],
        read_register(settings.output / "institutions.csv"),
    )
    of = {at: one for members, one in zip(clusters, ids, strict=True) for at in members}
    named = {row.agreement_id: of[at] for at, node in enumerate(known.nodes) for row in node.rows}
    institutions = [_institution(one, members, known) for members, one in zip(clusters, ids, strict=True)]
    merges = [merge for members, one in zip(clusters, ids, strict=True) for merge in _merges(one, members, known)]
    return (
        tuple(replace(row, institution_id=named[row.agreement_id]) for row in agreements),
        tuple(sorted(institutions, key=lambda i: i.institution_id)),
        tuple(merges),
        (*known.problems, *_asks(known, of, fitted.ask)),
    )


def gather(
    ones: tuple[Node, ...], decisions: Sequence[Decision], authority: Path | None, fitted: model.Model
) -> Known:
    """What likeness, the print, the authority and people say of every pair, in rising order of weight."""
    names = [node.name for node in ones]
    read = engine.read_names(names)
    verdicts = dict(_likeness(names, read, fitted))
    verdicts |= _twins(ones, read, fitted)
    verdicts = {pair: _weakened(verdict, pair, ones, fitted) for pair, verdict in verdicts.items()}
    records = _records(names, read, authority)
    verdicts |= _same_record(records)
    ruled, problems = _ruled(ones, decisions, records)
    return Known(ones, read, records, verdicts | ruled, problems)


def _likeness(
    names: Sequence[engine.Name], read: tuple[Parsed, ...], fitted: model.Model
) -> Iterator[tuple[Pair, Verdict]]:
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


def _twins(ones: Sequence[Node], read: Sequence[Parsed], fitted: model.Model) -> dict[Pair, Verdict]:
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


def _weakened(verdict: Verdict, pair: Pair, ones: Sequence[Node], fitted: model.Model) -> Verdict:
    """A country that a rule gave is no proof: the pair is a question at most."""
    if not (ones[pair[0]].moved or ones[pair[1]].moved):
        return verdict
    why = f"{verdict.why}; the country of one was put right by a rule, so this is not merged by itself"
    return Verdict(min(verdict.score, fitted.same - 0.1), why, verdict.by)


def _records(
    names: Sequence[engine.Name], read: Sequence[Parsed], authority: Path | None
) -> tuple[str | None, ...]:
    if authority is None:
        return (None,) * len(names)
    return tuple(matches(read_authority(authority), [(n.text, n.country_code) for n in names], read))


def _same_record(records: Sequence[str | None]) -> dict[Pair, Verdict]:
    """Two names of one record are one institution, of two records two."""
    held = [at for at, record in enumerate(records) if record]
    return {
        (i, j): Verdict(TOGETHER, f"both are names of {records[i]}", "authority:ROR")
        if records[i] == records[j]
        else Verdict(APART, f"{records[i]} and {records[j]} are two records", "authority:ROR")
        for at, i in enumerate(held)
        for j in held[at + 1 :]
    }


def _ruled(
    ones: Sequence[Node], decisions: Sequence[Decision], records: Sequence[str | None]
) -> tuple[dict[Pair, Verdict], tuple[Ask, ...]]:
    """What people decided, and the decisions that the data or another decision contradicts."""
    ruled: dict[Pair, Verdict] = {}
    problems: list[Ask] = []
    for decision in decisions:
        left = _named(ones, decision.left, decision.left_country)
        right = _named(ones, decision.right, decision.right_country)
        for missing in [side for side, found in ((decision.left, left), (decision.right, right)) if not found]:
            problems.append(_problem(decision, f"no edition has “{missing}” there; correct or remove the row"))
        for i in left:
            for j in right:
                if i != j:
                    problems += _clash(decision, (min(i, j), max(i, j)), ruled, records)
                    ruled[min(i, j), max(i, j)] = _verdict(decision)
    problems += _broken(decisions, ruled, ones)
    return ruled, tuple(problems)


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


def _clash(
    decision: Decision, pair: Pair, ruled: dict[Pair, Verdict], records: Sequence[str | None]
) -> Iterator[Ask]:
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


def _clusters(known: Known, cut: float) -> list[list[int]]:
    """Nodes of each institution, the chief spelling first; institutions in the order of their chief spellings."""
    pairs = np.array(sorted(known.verdicts), np.int32).reshape(-1, 2)
    scores = np.array([known.verdicts[int(i), int(j)].score for i, j in pairs])
    label: NDArray[np.int64] = average(len(known.nodes), pairs[:, 0], pairs[:, 1], scores, cut)
    groups: dict[int, list[int]] = {}
    for at in sorted(range(len(known.nodes)), key=lambda at: known.nodes[at].rank):
        groups.setdefault(int(label[at]), []).append(at)
    return list(groups.values())


def _institution(one: str, members: Sequence[int], known: Known) -> Institution:
    ours = [known.nodes[at] for at in members]
    best = min(ours, key=lambda node: (-len(node.rows), node.rank))
    texts = {text for node in ours for text in node.texts} - {best.texts[0]}
    records = {known.records[at] for at in members} - {None}
    return Institution(
        institution_id=one,
        name=best.texts[0],
        country_code=best.key[1] or None,
        aliases=tuple(sorted(texts)),
        editions=tuple(sorted({row.edition for node in ours for row in node.rows})),
        agreement_count=sum(len(node.rows) for node in ours),
        ror_id=records.pop() if len(records) == 1 else None,
    )


def _merges(one: str, members: Sequence[int], known: Known) -> Iterator[Merge]:
    """Every other spelling of an institution with what joined it."""
    chief = known.nodes[members[0]]
    for at in members:
        node = known.nodes[at]
        for text in node.texts[1:]:
            yield _merge(one, node, node.texts[0], text, Verdict(TOGETHER, "the same but for capitals, accents and marks"))
    for at in members[1:]:
        node = known.nodes[at]
        other, verdict = _strongest(at, members, known)
        kept = chief if other is None else known.nodes[other]
        yield _merge(one, node, kept.texts[0], node.texts[0], verdict)


def _strongest(at: int, members: Iterable[int], known: Known) -> tuple[int | None, Verdict]:
    linked = [(other, known.verdicts.get((min(at, other), max(at, other)))) for other in members if other != at]
    held = [(verdict.score, -other, verdict) for other, verdict in linked if verdict]
    if not held:
        return None, Verdict(0.0, "joined through its other spellings")
    score, other, verdict = max(held, key=lambda item: item[:2])
    return -other, verdict


def _merge(one: str, node: Node, kept: str, text: str, verdict: Verdict) -> Merge:
    return Merge(
        kind="institution", kept_id=one, merged_id=fresh_id((spelling(text), node.key[1]), node.moved), edition="",
        kept_text=kept, merged_text=text, score=round(probability(verdict.score), 4), evidence=verdict.why, by=verdict.by,
    )  # fmt: skip


def _asks(known: Known, of: dict[int, str], floor: float) -> Iterator[Ask]:
    """Doubtful pairs, those first whose answer is likely and settles most agreements; one a pair of institutions."""
    doubtful: dict[tuple[str, str], tuple[float, Pair, Verdict]] = {}
    for (i, j), verdict in sorted(known.verdicts.items()):
        pair = min(of[i], of[j]), max(of[i], of[j])
        if of[i] != of[j] and verdict.score > floor and verdict.by.startswith("rule:"):
            use = probability(verdict.score) * min(len(known.nodes[i].rows), len(known.nodes[j].rows))
            if pair not in doubtful or use > doubtful[pair][0]:
                doubtful[pair] = use, (i, j), verdict
    for use, (i, j), verdict in sorted(doubtful.values(), key=lambda item: (-item[0], item[1])):
        left, right = known.nodes[i].texts[0], known.nodes[j].texts[0]
        yield Ask(of[i], of[j], left, right, round(probability(verdict.score), 4), verdict.why)

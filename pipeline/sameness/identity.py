"""Institutions across editions: an id for each partner, evidence for each merge, a question for each doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from pipeline.records import Agreement, Ask, Institution, Merge
from pipeline.sameness import engine, model
from pipeline.sameness.decisions import Decision, read_decisions
from pipeline.sameness.evidence import probability
from pipeline.sameness.linkage import TOGETHER, average
from pipeline.sameness.nodes import Node, nodes
from pipeline.sameness.register import assign, fresh_id, read_register
from pipeline.sameness.romanise import spelling
from pipeline.sameness.rulings import ruled
from pipeline.sameness.tokens import Parsed
from pipeline.sameness.verdicts import Pair, Verdict, likeness, records, same_record, twins, weakened
from pipeline.settings import Settings

_SAME_FOLDED = "the same but for capitals, accents and marks"
Identified = tuple[tuple[Agreement, ...], tuple[Institution, ...], tuple[Merge, ...], tuple[Ask, ...]]


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


def gather(ones: tuple[Node, ...], decisions: Sequence[Decision], authority: Path | None, fitted: model.Model) -> Known:
    """What likeness, the print, the authority and people say of every pair, in rising order of weight."""
    names = [node.name for node in ones]
    read = engine.read_names(names)
    verdicts = dict(likeness(names, read, fitted))
    verdicts |= twins(ones, read, fitted)
    verdicts = {pair: weakened(verdict, pair, ones, fitted) for pair, verdict in verdicts.items()}
    found = records(names, read, authority)
    verdicts |= same_record(found)
    said, problems = ruled(ones, decisions, found)
    return Known(ones, read, found, verdicts | said, problems)


def _clusters(known: Known, cut: float) -> list[list[int]]:
    """Nodes of each institution, the chief spelling first; institutions in the order of their chief spellings."""
    pairs = np.array(sorted(known.verdicts), np.int32).reshape(-1, 2)
    scores = np.array([known.verdicts[int(i), int(j)].score for i, j in pairs])
    label = average(len(known.nodes), pairs[:, 0], pairs[:, 1], scores, cut)
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
            yield _merge(one, node, node.texts[0], text, Verdict(TOGETHER, _SAME_FOLDED))
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
    _, other, verdict = max(held, key=lambda item: item[:2])
    return -other, verdict


def _merge(one: str, node: Node, kept: str, text: str, verdict: Verdict) -> Merge:
    return Merge(
        kind="institution", kept_id=one, merged_id=fresh_id((spelling(text), node.key[1]), node.moved), edition="",
        kept_text=kept, merged_text=text, score=round(probability(verdict.score), 4), evidence=verdict.why,
        by=verdict.by,
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
    for _, (i, j), verdict in sorted(doubtful.values(), key=lambda item: (-item[0], item[1])):
        left, right = known.nodes[i].texts[0], known.nodes[j].texts[0]
        yield Ask(of[i], of[j], left, right, round(probability(verdict.score), 4), verdict.why)

"""What the other cells of a section say of a cell's names: names that stand alone, and whether cells run several on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from pipeline.clean.names.edges import is_ideographic
from pipeline.clean.names.segment import Stretch, print_of
from pipeline.clean.names.unit import Unit
from pipeline.clean.names.whole import Known, opener
from pipeline.clean.names.wording import Wording, wording
from pipeline.knowledge import Lexicon, fold

_WHOLE = 3.0  # nats by which a cell is a name of its own
_BEYOND_DOUBT = 2.5  # nats by which a cell is cut
_SHOWN = 0.5  # of the cells of several names as many are beyond doubt
_MOST = 0.8  # of all cells may hold several
_UNSEEN = 1.0  # cells of each kind that are thought to stand there besides


def known_of(found: Sequence[Unit], lexicon: Lexicon) -> Known:
    """What the edition's own cells say of its names."""
    firsts = {opener([token.text for token in unit.names[0] if token.text]) for unit in found if unit.apart >= _WHOLE}
    openers = (firsts | set(_recurring(found, lexicon))) - {""}
    return Known(_standing_alone(found), frozenset(openers), _habit(sum(map(_runs_together, found)), len(found)))


def _recurring(found: Sequence[Unit], lexicon: Lexicon) -> Iterator[str]:
    """Folded phrases of units that a comma closes, and that stand behind one word here and another there: `Lund
    University Institute of Physics, METU` and `Oslo College Institute of Physics, Rishi College`."""
    before: dict[str, set[str]] = defaultdict(set)
    for unit in found:
        for stretch in unit.stretches:
            line = wording(tuple(token.text for token in stretch.tokens if token.text), lexicon)
            for first, end in _closed(line):
                before[" ".join(line.folded[first:end])].add(line.folded[first - 1] if first else "")
    return (phrase for phrase, words in before.items() if len(words) > 1)


def _closed(line: Wording) -> Iterator[tuple[int, int]]:
    """Where phrases begin that name a unit and end with a comma; a head alone, `Fakultät,`, names none."""
    for noun in (noun for noun in line.nouns if "unit" in noun.kinds):
        end = next((end for end in range(noun.end, len(line.tokens)) if line.commas[end] == end), 0)
        yield from ((first, end) for first, _ in noun.begins if first + 1 < end or is_ideographic(line.tokens[first]))


def elsewhere(found: Sequence[Unit], lexicon: Lexicon) -> Iterator[Known]:
    """For each cell what the others say: a cell that is cut is no witness that cells are."""
    known, cut = known_of(found, lexicon), [_runs_together(unit) for unit in found]
    return (replace(known, habit=_habit(sum(cut) - own, len(cut) - own)) for own in cut)


def _runs_together(unit: Unit) -> bool:
    return any(_surely_cut(stretch) for stretch in unit.stretches)


def _habit(cut: int, cells: int) -> float:
    """Editions have several names in many cells or in none: nats for a cell of several names by how many of the others
    hold such beyond doubt. The weights are fitted on cells of which half do."""
    several = min(_MOST * cells, cut / _SHOWN)
    return log((several + _UNSEEN) / (cells - several + _UNSEEN))


def _surely_cut(stretch: Stretch) -> bool:
    best = stretch.cuttings[0]
    whole = max((c.score for c in stretch.cuttings if len(c.firsts) == 1), default=best.score)
    return len(best.firsts) > 1 and best.score - whole >= _BEYOND_DOUBT


def _standing_alone(found: Sequence[Unit]) -> frozenset[str]:
    """Folded names of cells that can be read as one whole name only, and of the part behind a comma:
    `Faculty of Law, Nanyang Technological University`."""
    names: set[str] = set()
    for unit, after in zip(found, [*found[1:], None], strict=False):
        cuttings = [cutting for stretch in unit.stretches for cutting in stretch.cuttings]
        if len(cuttings) == 1 and unit.apart >= _WHOLE and (after is None or after.apart >= _WHOLE):
            text = print_of(unit.names[0])
            names |= {fold(text), fold(text.rpartition(", ")[2])}
    return frozenset(name for name in names if " " in name)

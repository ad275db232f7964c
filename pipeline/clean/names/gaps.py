"""What paper says of the gap between two lines: does the second begin a new name?"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import knowledge as know
from pipeline.clean.names.edges import repeats_hyphen
from pipeline.clean.names.pieces import Before, Piece, bare_tokens, is_marked
from pipeline.clean.names.whole import ends_open, is_opening, is_quoted, links, opens_with_head, starts_inside
from pipeline.clean.normalise import tail_mark
from pipeline.knowledge import Lexicon

_SHORT = 4
_SMALLER = 0.95  # of the letters above: what stands below a name in its cell, and is as small, belongs to it
_SURE = 12.0
_MARKED = 6.0  # a mark behind the line above
_BEGUN = 2.0  # the head noun below is the organisation's whose name the line above begins
_TWO_UNKNOWN = 1.4  # what know.boundary takes off for two words that it does not know
_BASE: dict[Before, float] = {
    "item": 30.0,
    "valued": 8.0,
    "ruled": 11.0,
    "outside": 12.0,
    "dated": 6.0,
    "undated": -1.0,
    "bare": -12.0,
    "label": 5.5,
    "row": 3.0,
    "band": 4.0,
    "flush": 8.0,
    "list": 1.8,
    "line": -1.0,
    "wrap": -30.0,
    "page": 3.0,
}


def cut_score(above: Piece, below: Piece, lexicon: Lexicon) -> float:
    """Nats for a new name beginning with `below`; at most half of it is paper, the rest is wording."""
    if _is_mark(below) and below.before in ("line", "list", "flush", "wrap"):
        return -_SURE  # `Universität Erlangen-Nürnberg / ☆`: the mark found no place behind the name
    if above.texts and below.texts and repeats_hyphen(above.texts[-1], below.texts[0]):
        return -_SURE
    if is_marked(below):
        return _SURE
    score = _BASE[below.before] + _paper(above, below)
    if below.before == "label" and _is_part(below.texts, lexicon):
        score -= 6.0
    return score + _wording(above.texts, [text for text, _ in bare_tokens(below, lexicon) if text], lexicon)


def _is_mark(piece: Piece) -> bool:
    return tail_mark(piece.line.text) == piece.line.text


def _paper(above: Piece, below: Piece) -> float:
    score = -4.0 if below.bulleted else 0.0
    if above.line.full is not None and below.before not in ("band", "bare", "ruled", "flush"):
        score += -2.0 if above.line.full else 4.0
    if below.hangs:
        score -= 3.0
    if below.before == "line" and below.line.size and below.line.size < _SMALLER * (above.line.size or 0.0):
        score -= _SURE  # `University of Delhi / Department of Geography`
    if tail_mark(above.line.text):
        score += _MARKED
    if below.before == "list" and (below.line.gap or 0.0) >= 1.0 and above.line.full is None:
        score += 3.0
    return score


def _wording(above: Sequence[str], below: Sequence[str], lexicon: Lexicon) -> float:
    if not above or not below:
        return 0.0
    words = know.boundary(lexicon, above[-1], *below[:2]) + _TWO_UNKNOWN
    quoted = is_quoted(below) or _goes_on_quoted(below, lexicon)
    score = max(-3.0, min(2.0, 0.5 * words)) - 7.0 * ends_open(above) - 6.0 * starts_inside(below) - 4.0 * quoted
    starts, headed = know.head_starts(lexicon, below), bool(know.head_starts(lexicon, above))
    if starts and starts[0].index == 0:
        score += (2.5 if headed else 0.5) * max(start.strength for start in starts if start.index == 0)
    elif not starts:
        score -= _headless(above, below, lexicon)
    elif not opens_with_head(below, starts):
        score -= 4.0 if below[0].endswith(",") else 2.0  # `Faculté de Physique / Appliquée, Université de Twente`
    if len(below) == 1 and starts and len(below[0]) < 12:
        score -= 3.0
    score -= 2.5 * _is_generic(below) + 1.0 * _lacks_organisation(above, lexicon)
    score -= _BEGUN * (bool(starts) and _begins_organisation(above, lexicon))
    return score - (0.0 if headed or _is_acronym(above) else 1.5)


def _goes_on_quoted(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """A quotation and no head noun: `National University / "Ion Creangă" of Chișinău`."""
    return is_opening(tokens[0]) and not know.head_starts(lexicon, tokens)


def _ends_with_head(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """`Utrecht University`: a head-last name is whole, and `Codarts Rotterdam` below it is another."""
    return any(start.head == len(tokens) - 1 for start in know.head_starts(lexicon, tokens))


def _headless(above: Sequence[str], below: Sequence[str], lexicon: Lexicon) -> float:
    """Price of a line without a head noun; an acronym stands for one (`UE Varna`, `WSNoZ Bydgoszcz`), and a whole name
    may stand above."""
    if below[0].isalpha() and len(below[0]) > 1 and 2 * sum(map(str.isupper, below[0])) > len(below[0]):
        return -1.0
    return 1.0 if len(below) > 1 and _ends_with_head(above, lexicon) else 2.5


def _is_part(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """`자연과학부`, `Faculty of Science`: a unit without the organisation that it belongs to is the end of a name."""
    kinds = {start.kind for start in know.head_starts(lexicon, tokens)}
    return kinds == {"unit"} and len(tokens) <= _SHORT and not any(token.endswith(",") for token in tokens)


def _is_generic(tokens: Sequence[str]) -> bool:
    """`Institute of Technology`: words that tell no institution from another are half a name."""
    return all(links(token) or know.is_common_word(token) for token in tokens)


def _is_acronym(tokens: Sequence[str]) -> bool:
    """`KAIST`, `CESIL - UNL`: whole without a head noun."""
    return all(token.isupper() or not token.isalpha() for token in tokens)


def _begins_organisation(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """A unit, a comma and words without a head noun: `Faculty of Arts, Alabama / Agricultural University`."""
    comma = max((at + 1 for at, token in enumerate(tokens) if token.endswith((",", "，"))), default=0)
    return 0 < comma < len(tokens) and _lacks_organisation(tokens, lexicon) and not _is_acronym(tokens[comma:]) and (
        not know.head_starts(lexicon, tokens[comma:]))


def _lacks_organisation(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """The line ends with a unit, whose organisation may follow: `Institut de Science, Faculté de Physique`."""
    starts = know.head_starts(lexicon, tokens)
    last = {start.kind for start in starts if start.head == starts[-1].head} if starts else set()
    return last == {"unit"} and not any(
        {s.kind for s in starts if s.head == h} == {"organisation"} for h in {s.head for s in starts}
    )

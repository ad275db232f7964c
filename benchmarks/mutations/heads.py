"""What a reader of any language knows at sight: whether words can be a whole institution's name.

The stems are the examiner's own and short on purpose: they only decide which damage is fair to ask about.
"""

from __future__ import annotations

import re

# Organisations and units in the scripts that the generated editions print.
_STEMS = (
    "univers|uniwers|egyetem|yliopisto|ülikool|korkeakoulu|augstskola|colleg|colég|coleg|collèg|institu|instytut|"
    "school|schule|école|ecole|escuela|escola|scuola|szkoł|skole|skola|högskol|akadem|academ|académ|polit|polyt|"
    "facul|facol|fakult|wydział|depart|dipart|cent(?:er|re|rum|ro)|zentrum|laborat|labor |katedra|hochschul|"
    "conserv|politechn|semin|hospital|hogeschool|sekolah|"
    "大学|大學|学院|學院|学校|研究|学部|学科|学系|대학|연구|학과|학원"
)
_HEAD = re.compile(_STEMS, re.IGNORECASE)
_UNITS = "facul|fakult|facol|depart|dipart|laborat|labor |cent|grup|clíni|clini|wydział|katedra"
_UNIT = re.compile(rf"(?:{_UNITS})", re.IGNORECASE)
_LINKS = "of|and|for|the|de|du|des|di|del|della|do|da|für|und|der|et|y|e|i|im|w"
_OPEN_END = re.compile(rf"(?:[,\-–/&(]|\b(?:{_LINKS}))$", re.IGNORECASE)


def has_head(text: str) -> bool:
    """Whether an organisation's or a unit's head noun stands in it."""
    return bool(_HEAD.search(text))


def is_unit(text: str) -> bool:
    """Whether it begins as a part of an organisation does, not as an organisation."""
    return bool(_UNIT.match(text))


def shows_cut(first: str, second: str) -> bool:
    """Whether a reader sees that two halves are no two names: open, small-lettered, lone, headless."""
    continued = bool(_OPEN_END.search(first)) or second[:1].islower() or len(second.split()) == 1
    return continued or not (has_head(first) and has_head(second))

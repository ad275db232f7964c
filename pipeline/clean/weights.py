"""Weights of the score that cuts names apart, in nats; fitted by benchmarks/fit_splits.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Rewards are added and prices subtracted as they stand; README of benchmarks/ says how they were fitted."""

    inline: float = -3.0  # a cut inside a line, before anything else is known
    sure: float = 1.0  # for each nat of a head noun's likelihood to begin a name here
    words: float = 0.6  # for each nat that the two words at the cut say
    place: float = 0.8  # the name before ends with a place, or the next begins with an adjective of one
    inside_place: float = -4.0  # the cut parts a place's name
    organisation: float = 1.5  # the name has a head that can only be an organisation's
    either: float = 1.0  # ... that may be one
    unit: float = -0.4  # all its heads are units
    headless: float = -1.0
    headless_word: float = -2.5
    bare_head: float = -5.0
    stands_alone: float = 4.5  # the edition has the whole name alone elsewhere
    opener: float = 1.5  # the edition begins other cells with the phrase before its first comma
    late_head: float = -2.0  # its first phrase names nothing
    trails_off: float = -2.0
    broken: float = -6.0  # begins or ends in the middle
    unbalanced: float = -4.0
    quoted: float = -3.0
    second_whole: float = -5.0  # another head behind a whole name
    second_part: float = -3.5  # ... that may be a part of it
    second_either: float = -3.0
    second_unit: float = -1.0
    second_phrase: float = -0.5


DEFAULT = Weights()

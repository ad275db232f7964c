"""Weights of the score that cuts names apart, in nats; fitted by benchmarks/fit_splits.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Rewards are added and prices subtracted as they stand; README of benchmarks/ says how they were fitted."""

    inline: float = -1.99  # a cut inside a line, before anything else is known
    sure: float = 0.97  # for each nat of a head noun's likelihood to begin a name here
    words: float = 0.88  # for each nat that the two words at the cut say
    far: float = -1.53  # a cut some words before a head noun that hardly reaches them
    ideographs: float = -0.04  # a cut between words of Chinese, Japanese or Korean script
    place_ends: float = -0.03  # the name before ends with a place, times the chance that it is one
    place_begins: float = 0.98
    adjective_ends: float = -2.56
    adjective_begins: float = 1.87
    inside_place: float = -3.26  # the cut parts a place's name
    organisation: float = 3.2  # the name has a head that can only be an organisation's
    either: float = 1.88  # ... that may be one
    unit: float = 2.4  # all its heads are units
    headless: float = -0.03
    headless_word: float = -4.56
    bare_head: float = -5.6
    stands_alone: float = 3.78  # the edition has the whole name alone elsewhere
    opener: float = 5.77  # the edition begins other cells with the phrase before its first comma
    common: float = -2.64  # its last phrase tells it from no other: `State University`
    long: float = -0.33  # for each word of the last phrase beyond the usual
    two_places: float = -0.98
    late_head: float = -3.56  # its first phrase names nothing
    trails_off: float = -0.77
    broken: float = -4.01  # begins or ends in the middle
    unbalanced: float = -4.0
    quoted: float = -3.0
    second_whole: float = -2.7  # another head behind a whole name
    second_part: float = -0.14  # ... that may be a part of it
    second_either: float = -2.56
    second_unit: float = -2.3
    second_language: float = 0.3  # a second head of another language
    second_phrase: float = 2.61


DEFAULT = Weights()

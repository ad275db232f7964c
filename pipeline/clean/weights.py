"""Weights of the score that cuts names apart, in nats; fitted by benchmarks/fit_splits.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Rewards are added and prices subtracted as they stand; README of benchmarks/ says how they were fitted."""

    inline: float = -0.74  # a cut inside a line, before anything else is known
    sure: float = 2.33  # for each nat of a head noun's likelihood to begin a name here
    words: float = 0.67  # for each nat that the two words at the cut say
    far: float = -2.96  # a cut some words before a head noun that hardly reaches them
    ideographs: float = -1.03  # a cut between words of Chinese, Japanese or Korean script
    bracket_ends: float = 1.23  # before it stands an acronym in brackets: `(CEET)`
    company_ends: float = 3.11  # ... the form of a company: `Inc.`
    company_begins: float = -4.0
    pair: float = -4.9  # for each nat that the two words stand together in names
    country_ends: float = 0.19  # a country's name stands before the cut, times the chance that it is one
    country_begins: float = 0.44
    city_ends: float = 0.69  # ... a city's or a region's
    city_begins: float = 1.01
    complement_ends: float = -0.12  # ... that a preposition governs: `University of Lund`
    adjective_ends: float = -2.36
    adjective_begins: float = -0.33
    inside_place: float = -2.88  # the cut parts a place's name
    organisation: float = 5.23  # the name has a head that can only be an organisation's
    either: float = 2.19  # ... that may be one
    unit: float = 2.05  # all its heads are units
    headless: float = -0.13
    headless_word: float = -5.28
    bare_head: float = -5.64
    stands_alone: float = 2.75  # the edition has the whole name alone elsewhere
    opener: float = 3.91  # the edition begins other cells with the phrase before its first comma
    common: float = -2.23  # its last phrase tells it from no other: `State University`
    long: float = -0.32  # for each word of the last phrase beyond the usual
    two_places: float = -1.48
    late_head: float = -2.79  # its first phrase names nothing
    trails_off: float = -0.47
    ends_open: float = -5.46  # a comma, a preposition, an open bracket at its end
    starts_inside: float = -6.03  # a small letter, a preposition at its beginning
    unbalanced: float = -4.0
    quoted: float = -3.0
    second_whole: float = -3.21  # another head behind a whole name
    second_part: float = -1.16  # ... that may be a part of it
    second_either: float = -2.81
    second_unit: float = -3.61
    second_sure: float = 1.66  # the chance that a name begins at the second head
    second_governed: float = -1.64  # a preposition stands some words before the second head
    second_language: float = 0.41  # a second head of another language
    second_phrase: float = 2.18


DEFAULT = Weights()

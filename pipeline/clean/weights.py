"""Weights of the score that cuts names apart, in nats; fitted by benchmarks/fit_splits.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Rewards are added and prices subtracted as they stand; README of benchmarks/ says how they were fitted."""

    inline: float = -1.46  # a cut inside a line, before anything else is known
    sure: float = 2.05  # for each nat of a head noun's likelihood to begin a name here
    words: float = 0.86  # for each nat that the two words at the cut say
    far: float = -2.79  # a cut some words before a head noun that hardly reaches them
    ideographs: float = 2.07  # a cut between words of Chinese, Japanese or Korean script
    ideographs_whole: float = 5.66  # ... that both name an organisation
    bracket_ends: float = 1.92  # before it stands an acronym in brackets: `(CEET)`
    company_ends: float = 4.22  # ... the form of a company: `Inc.`
    company_begins: float = -4.01
    pair: float = -7.61  # for each nat that the two words stand together in names
    modifier_ends: float = -4.34  # before it stands a word that belongs to the head behind it: `Deuxième / Université`
    country_ends: float = 0.06  # a country's name stands before the cut, times the chance that it is one
    country_begins: float = 1.1
    city_ends: float = 0.54  # ... a city's or a region's
    city_begins: float = 1.03
    complement_ends: float = 0.05  # ... that a preposition governs: `University of Lund`
    adjective_ends: float = -3.91
    adjective_begins: float = -1.03
    inside_place: float = -3.38  # the cut parts a place's name
    organisation: float = 6.27  # the name has a head that can only be an organisation's
    either: float = 3.01  # ... that may be one
    unit: float = 3.77  # all its heads are units
    part: float = 1.66  # ... that name no organisation by themselves: `Faculty`
    headless: float = 0.54
    headless_word: float = -6.48
    bare_head: float = -5.72
    stands_alone: float = 1.83  # the edition has the whole name alone elsewhere
    opener: float = 3.48  # the edition begins other cells with the phrase before its first comma
    common: float = -2.53  # its last phrase tells it from no other: `State University`
    long: float = -0.32  # for each word of the last phrase beyond the usual
    two_places: float = -1.65
    unit_first: float = 2.44  # a unit, a comma and an organisation
    late_head: float = -1.44  # its first phrase names nothing
    trails_off: float = 1.91
    ends_comma: float = -7.55
    ends_open: float = -4.99  # a hyphen, a preposition, an open bracket at its end
    starts_inside: float = -6.12  # a small letter, a preposition at its beginning
    unbalanced: float = -4.0
    quoted: float = -8.0
    second_whole: float = -3.66  # another head behind a whole name
    second_part: float = -1.23  # ... that may be a part of it
    second_either: float = -3.56
    second_unit: float = -4.69
    second_phrase: float = 2.65
    second_sure: float = 4.17  # the chance that a name begins at the second head
    second_of_unit: float = 0.03  # a unit governs the words before the second head: `Fakultät der X Universität`
    second_language: float = -0.34  # a second head of another language


DEFAULT = Weights()

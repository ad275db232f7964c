"""Weights of the score that cuts names apart, in nats, fitted: `python -m benchmarks.fit_splits --fit`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each trait of a name (whole.py) or of a cut inside a line (cuts.py) is worth.

    Under them the true cuttings of cells made of a registry's names are likeliest. Where those names say nothing
    (companies, quotations, brackets) the weights are as set by hand.
    """

    inline: float = -1.74  # a cut inside a line, before anything else is known
    sure: float = 1.35  # for each nat of a head noun's likelihood to begin a name here
    words: float = 0.88  # for each nat that the two words at the cut say
    far: float = -2.34  # a cut some words before a head noun that hardly reaches them
    ideographs: float = 1.77  # a cut between words of Chinese, Japanese or Korean script
    ideographs_whole: float = 3.71  # ... that both name an organisation
    ideographs_unit: float = -4.0  # what follows is a unit, which such scripts put behind its organisation; set by hand
    bracket_ends: float = 1.31  # before it stands an acronym in brackets: `(CEET)`
    company_ends: float = 4.18  # ... the form of a company: `Inc.`
    company_begins: float = -4.0
    pair: float = -4.73  # for each nat that the two words stand together in names
    modifier_ends: float = -3.81  # before it stands a word that belongs to the head behind it: `Deuxième / Université`
    country_ends: float = -0.34  # a country's name stands before the cut, times the chance that it is one
    country_begins: float = 1.0
    city_ends: float = 0.33  # ... a city's or a region's
    city_begins: float = 0.99
    complement_ends: float = 0.04  # ... that a preposition governs: `University of Lund`
    adjective_ends: float = -1.99
    adjective_begins: float = -0.38
    inside_place: float = -3.53  # the cut parts a place's name
    organisation: float = 5.08  # the name has a head that can only be an organisation's
    either: float = 2.71  # ... that may be one
    unit: float = 3.38  # all its heads are units
    part: float = 1.55  # ... that name no organisation by themselves: `Faculty`
    headless: float = 0.24
    headless_word: float = -4.49
    bare_head: float = -5.04
    stands_alone: float = 3.93  # the edition has the whole name alone elsewhere
    registered: float = 0.7  # its last phrase is the whole name of a university that the registry of domains knows
    opener: float = 3.62  # the edition begins other cells with the phrase before its first comma
    common: float = -2.27  # its last phrase tells it from no other: `State University`
    long: float = -0.34  # for each word of the last phrase beyond the usual
    two_places: float = -1.4
    unit_first: float = 1.92  # a unit, a comma and an organisation
    unit_again: float = -4.02  # another such unit after words that name nothing: `Unit, X Unit, Y`
    late_head: float = -1.93  # its first phrase names nothing
    trails_off: float = 0.89
    ends_comma: float = -9.29
    ends_open: float = -6.1  # a hyphen, a preposition, an open bracket at its end
    starts_inside: float = -6.02  # a small letter, a preposition at its beginning
    unbalanced: float = -4.0
    quoted: float = -8.0
    second_whole: float = -2.73  # another head behind a whole name
    second_part: float = -0.66  # ... that may be a part of it
    second_either: float = -2.46
    second_unit: float = -2.92
    second_phrase: float = 2.49
    second_sure: float = 2.02  # the chance that a name begins at the second head
    second_of_unit: float = 1.83  # a unit governs the words before the second head: `Fakultät der X Universität`
    second_language: float = 0.05  # a second head of another language


DEFAULT = Weights()

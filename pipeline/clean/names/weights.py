"""Weights of the score that cuts names apart, in nats, fitted: `python -m benchmarks.fit_splits --fit`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each trait of a name (whole.py) or of a cut inside a line (cuts.py) is worth.

    Under them the true cuttings of cells made of a registry's names are likeliest. Where those names say nothing
    (companies, quotations, brackets) the weights are as set by hand.
    """

    inline: float = -1.62  # a cut inside a line, before anything else is known
    line: float = 0.0  # a name that begins a line, before anything else is known; less than fitted: paper wraps more
    paper: float = 0.5  # for each nat that paper and wording say of a name's beginning with the line (gaps.py)
    sure: float = 0.64  # for each nat of a head noun's likelihood to begin a name here
    words: float = 0.72  # for each nat that the two words at the cut say
    far: float = -2.22  # a cut some words before a head noun that hardly reaches them
    ideographs: float = 3.26  # a cut between words of Chinese, Japanese or Korean script
    ideographs_whole: float = 3.77  # ... that both name an organisation
    ideographs_unit: float = -4.0  # what follows is a unit, which such scripts put behind its organisation; set by hand
    bracket_ends: float = 1.46  # before it stands an acronym in brackets: `(CEET)`
    acronym_begins: float = 3.0  # capitals behind a whole name and before more words: `FINI Novo Mesto`; by hand
    company_ends: float = 4.05  # ... the form of a company: `Inc.`
    company_begins: float = -4.0
    pair: float = -4.52  # for each nat that the two words stand together in names
    modifier_ends: float = -3.82  # before it stands a word that belongs to the head behind it: `Deuxième / Université`
    country_ends: float = 0.35  # a country's name stands before the cut, times the chance that it is one
    country_begins: float = 1.11
    city_ends: float = 0.53  # ... a city's or a region's
    city_begins: float = 0.51
    complement_ends: float = -0.3  # ... that a preposition governs: `University of Lund`
    adjective_ends: float = -1.44
    adjective_begins: float = 0.05
    inside_place: float = -3.44  # the cut parts a place's name
    organisation: float = 3.53  # the name has a head that can only be an organisation's
    either: float = 1.07  # ... that may be one
    unit: float = 1.91  # all its heads are units
    part: float = 0.77  # ... that name no organisation by themselves: `Faculty`
    headless: float = -1.07
    headless_word: float = -4.62
    person: float = -3.0  # ... and has initials in it; set by hand
    bare_head: float = -5.1
    stands_alone: float = 4.33  # the edition has the whole name alone elsewhere
    registered: float = 0.59  # its last phrase is the whole name of a university that the registry of domains knows
    opener: float = 4.4  # the edition begins other cells with the phrase before its first comma
    common: float = -2.28  # its last phrase tells it from no other: `State University`
    long: float = -0.33  # for each word of the last phrase beyond the usual
    two_places: float = -1.07
    unit_first: float = 1.69  # a unit, a comma and an organisation
    unit_again: float = -4.06  # another such unit after words that name nothing: `Unit, X Unit, Y`
    late_head: float = -1.78  # its first phrase names nothing
    trails_off: float = 0.32
    ends_comma: float = -9.05
    ends_open: float = -6.46  # a hyphen, a preposition, an open bracket at its end
    starts_inside: float = -6.09  # a small letter, a preposition at its beginning
    unbalanced: float = -4.0
    quoted: float = -8.0
    second_whole: float = -2.4  # another head behind a whole name
    second_part: float = 0.13  # ... that may be a part of it
    second_either: float = -2.37
    second_unit: float = -2.57
    second_phrase: float = 1.9
    second_sure: float = 1.38  # the chance that a name begins at the second head
    second_of_unit: float = 4.5  # a unit governs what is before the second head: `Fakultät der X Universität`; by hand
    second_language: float = -0.15  # a second head of another language


DEFAULT = Weights()

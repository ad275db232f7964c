"""What the pipeline knows of languages, countries, zones and names of institutions.

`load` gives the lexicon; every other function takes it first.
"""

from .clues import Clue, clues
from .dates import as_of, year, years
from .detect import detect_languages
from .ditto import is_ditto
from .evidence import evidence
from .fold import fold, has_ideographs, key
from .headings import heading_role, heading_roles, headings_in_line
from .heads import HeadStart, head_starts, is_bare_head
from .headwords import Head
from .lexicon import Language, Lexicon, load
from .names import Zone, count_of, country, country_prefix, is_spelt, tail_count, zone, zone_code, zone_prefix
from .positions import boundary, is_common_word, is_known_word, is_registered_word, together
from .romanised import foreign_spelling
from .tallies import counts_agreements, is_tally, summed, tally
from .titles import captioned, is_continuation, is_remark, is_title, is_total, level_of_title, without_remark
from .units import is_organisation, is_unit, split_unit
from .waiver import is_crossed, says_waiver, waiver_legend, waiver_value

__all__ = [
    "Clue",
    "Head",
    "HeadStart",
    "Language",
    "Lexicon",
    "Zone",
    "as_of",
    "boundary",
    "captioned",
    "clues",
    "count_of",
    "country",
    "country_prefix",
    "counts_agreements",
    "detect_languages",
    "evidence",
    "fold",
    "foreign_spelling",
    "has_ideographs",
    "head_starts",
    "heading_role",
    "heading_roles",
    "headings_in_line",
    "is_bare_head",
    "is_common_word",
    "is_continuation",
    "is_crossed",
    "is_ditto",
    "is_known_word",
    "is_organisation",
    "is_registered_word",
    "is_remark",
    "is_spelt",
    "is_tally",
    "is_title",
    "is_total",
    "is_unit",
    "key",
    "level_of_title",
    "load",
    "says_waiver",
    "split_unit",
    "summed",
    "tail_count",
    "tally",
    "together",
    "waiver_legend",
    "waiver_value",
    "without_remark",
    "year",
    "years",
    "zone",
    "zone_code",
    "zone_prefix",
]

"""What the pipeline knows of languages, countries, zones and names of institutions.

`load` gives the lexicon; every other function takes it first.
"""

from .fold import fold, key
from .heads import HeadStart, head_starts
from .lexicon import Head, Language, Lexicon, load
from .names import Zone, count_of, country, country_prefix, zone, zone_code, zone_prefix

__all__ = [
    "Head",
    "HeadStart",
    "Language",
    "Lexicon",
    "Zone",
    "count_of",
    "country",
    "country_prefix",
    "fold",
    "head_starts",
    "key",
    "load",
    "zone",
    "zone_code",
    "zone_prefix",
]

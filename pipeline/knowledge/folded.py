"""The data files of the languages as texts are looked up in them: folded and merged ahead of time.

To fold a phrase takes ten times as long as to read it, and there are some twenty thousand of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .fold import fold, key
from .territories import labels

Tables = Mapping[str, Mapping[str, Any]]
_SMALL = ("articles", "prepositions", "of", "elisions")
_MERGED = (*_SMALL, "conjunctions", "qualifiers")
_OF_HEADS = ("organisation", "unit", "both", "weak", "before", "before_endings")


def languages(tables: Tables) -> dict[str, Any]:
    """Code -> what `Language` holds."""
    return {code: _language(code, table) for code, table in tables.items()}


def heads(tables: Tables) -> dict[str, Any]:
    """Code -> its table of head nouns, their words folded."""
    return {code: _heads(table) for code, table in tables.items()}


def words(tables: Tables, further: Tables) -> dict[str, list[str]]:
    """The small words and subjects of all languages together."""
    found = {name: _words(tables.values(), "words", name) for name in _MERGED}
    for name in ("prepositions", "of"):
        found[name] = sorted({*found[name], *_folded(table.get(name, ()) for table in further.values())})
    found["links"] = _links(tables, further)
    found["subjects"] = _words(tables.values(), "subjects", "words")
    found["fields"] = _words(tables.values(), "subjects", "fields")
    return found


def _links(tables: Tables, further: Tables) -> list[str]:
    """All small words as they are written and as dumps without accents write them: `für`, `fur`; Âu is not `au`."""
    lists = [table["words"].get(name, ()) for table in tables.values() for name in (*_SMALL, "conjunctions")]
    lists += [table.get("prepositions", ()) for table in further.values()]
    return sorted({form for said in lists for word in said for form in (word.casefold(), fold(word))} | {"&", "/"})


def prepositions(tables: Tables, further: Tables) -> dict[str, list[str]]:
    """Code -> the prepositions of that language alone."""
    own = {code: _words([table], "words", "prepositions") for code, table in tables.items()}
    return own | {code: _folded([table.get("prepositions", ())]) for code, table in further.items() if code not in own}


def adjectives(tables: Tables) -> dict[str, list[str]]:
    """Key of an adjective of a country, in any language and number -> its countries."""
    found: dict[str, set[str]] = {}
    for table in tables.values():
        for country, forms in table.get("adjectives", {}).items():
            for form in forms:
                for number in {form, form + table["words"].get("plural", "")}:
                    found.setdefault(key(number), set()).add(country)
    return {word: sorted(countries) for word, countries in sorted(found.items())}


def clue_words(tables: Tables, further: Tables) -> dict[str, list[str]]:
    """Word -> the languages that it tells of; not one that is a small word elsewhere: "v", "för"."""
    found: dict[str, set[str]] = {}
    told = [(code, table.get("clues", {}).get("words", ())) for code, table in tables.items()]
    told += [(code, table["heads"].get("clues", ())) for code, table in tables.items()]
    told += [(code, table.get("clues", ())) for code, table in further.items()]
    for code, said in told:
        for word in map(fold, said):
            found.setdefault(word, set()).add(code)
    return {word: sorted(codes) for word, codes in sorted(found.items()) if len(word) > 2 and word != "for"}


def _language(code: str, table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "articles": _words([table], "words", "articles"),
        "prepositions": _words([table], "words", "prepositions"),
        "headings": _listed(table),
        "heading_words": _heading_words(table),
        "head_first": table["heads"].get("order", "first") == "first",
        "titles": {name: _keys(phrases) for name, phrases in table["titles"].items()},
        "title_words": _title_words(table),
        "notes": {name: _keys(phrases) for name, phrases in table["notes"].items()},
        "labels": labels(code, dict(table)),
        "units": sorted({fold(phrase).split()[0] for phrase in table["heads"]["unit"]}),
    }


def _heads(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table of head nouns, that of its suffixes in it, each word folded."""
    folded = {name: list(dict.fromkeys(map(fold, table[name]))) for name in _OF_HEADS if name in table}
    suffix = {"suffix": _heads(table["suffix"])} if "suffix" in table else {}
    return dict(table) | folded | suffix


def _listed(table: Mapping[str, Any]) -> dict[str, str]:
    return {key(phrase): role for role, phrases in table["headings"].items() for phrase in phrases}


def _heading_words(table: Mapping[str, Any]) -> dict[str, str]:
    """What a heading is made of: listed phrases, words beside them, and the small words between them."""
    small = [word for name in _SMALL for word in table["words"].get(name, ())]
    joins = dict.fromkeys(map(key, table["words"]["conjunctions"]), "either")
    beside = {key(word): kind for kind, said in table.get("heading_words", {}).items() for word in said}
    return dict.fromkeys(map(key, small), "about") | joins | _listed(table) | beside


def _title_words(table: Mapping[str, Any]) -> list[str]:
    """The words of which a title may consist."""
    phrases = (key(phrase) for said in table["titles"].values() for phrase in said)
    return sorted({word for phrase in phrases for word in phrase.split()})


def _words(tables: Iterable[Mapping[str, Any]], section: str, name: str) -> list[str]:
    return _folded(table.get(section, {}).get(name, ()) for table in tables)


def _folded(lists: Iterable[Iterable[str]]) -> list[str]:
    return sorted({fold(word) for said in lists for word in said})


def _keys(phrases: Iterable[str]) -> list[str]:
    return sorted(set(map(key, phrases)))

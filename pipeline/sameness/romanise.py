"""Words of any script in one plain form: folded, then romanised, then as sound and as a skeleton of consonants."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_LAST_EUROPEAN = (
    0x530  # accents come off Latin, Greek and Cyrillic; elsewhere marks are vowels (Indic) or voicing (kana)
)
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ħ": "h",
        "ə": "a",
        "ʻ": "'",
        "ʼ": "'",
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ة": "ه",
        "ۃ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ۀ": "ه",
        "ـ": None,
        "\u200c": " ",
        "\u200d": None,
        "ё": "е",
    }
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|['.\u200b]?[\u0300-\u036f\u064b-\u065f\u0900-\u109f\u1780-\u17ff]|'(?=[^\W_]))*")
_UNSPACED = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u0f00-\u0fff々〆ヶ]+"
)
_ELIDED = re.compile(r"^(?:d|l|s|q|m|n|c|j|t|qu|dell|nell|all|sull|dall|degl|un)'(?=\w{2})")
_SLAVIC = re.compile(
    r"(?:ск|цк|зк)(?:ии|ыи|ая|ое|ого|ои|ому|ом|ую|іи|а|е|ои|і|и|у)?$|(?:ск|цьк|ськ|зьк|дськ)(?:ии|а|е|ого|оі|ому|іи)$"
)
_YOON = re.compile("([きぎしじちぢにひびぴみりキギシジチヂニヒビピミリ])([ゃゅょャュョ])")
_SOUNDS = (
    ("sch", "sh"),
    ("tsch", "ch"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "h"),
    ("gh", "g"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("c", "k"),
    ("ou", "o"),
    ("oo", "o"),
    ("uu", "u"),
    ("aa", "a"),
    ("ee", "e"),
)
_NASAL = re.compile("m(?=[^aeioum])")
_ARTICLE = re.compile("^(?:و|ب|ك)?(?:ال|لل)")
_CLASSES = str.maketrans("bdgzvcqwyj", "ptksfkkfii")


def fold(text: str) -> str:
    """Case, accents and widths off; one letter for the letters that only look or spell differently."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    if plain.isascii():
        return plain
    kept = [c for c in unicodedata.normalize("NFD", plain) if not _is_accent(c)]
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS)


def _is_accent(char: str) -> bool:
    return "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u065f"


def words(folded: str) -> list[str]:
    """Words of a folded text, elisions cut (`d'Oran` gives `oran`), possessives bare."""
    found: list[str] = _WORD.findall(folded)
    return [_bare(word) if "'" in word else word for word in found] if "'" in folded else found


def _bare(word: str) -> str:
    return _ELIDED.sub("", word).removesuffix("'s").replace("'", "")


def spelling(name: str) -> str:
    """What is left of a name when case, accents, punctuation and spaces do not count; never empty unless it is."""
    return " ".join(words(fold(name))) or name.strip()


def is_unspaced(word: str) -> bool:
    """Written in a script that puts no spaces between words."""
    return _UNSPACED.match(word) is not None


def is_han(word: str) -> bool:
    """Begins with a Chinese character, whose sound depends on the language."""
    return "\u3400" <= word[:1] <= "\u9fff"


def is_adjective(word: str) -> bool:
    """A Slavic adjective of a place in Cyrillic."""
    return len(word) > 5 and _SLAVIC.search(word) is not None


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """A folded word in Latin letters; Slavic adjectives of places lose their ending (Казанский -> kazan)."""
    if word.isascii():
        return word
    bare = _ARTICLE.sub("", _SLAVIC.sub("", word)) if len(word) > 4 else word
    latin = anyascii(_YOON.sub(_glide, bare)).casefold()
    return re.sub(r"[^a-z0-9]", "", latin)


def _glide(found: re.Match[str]) -> str:
    """きょ is kyo, しょ is sho: a small kana takes the vowel of the one before it."""
    first, second = anyascii(found.group(1)), anyascii(found.group(2)).lower()
    return first[:-1] + (second[1:] if first in ("shi", "chi", "ji") else second)


@lru_cache(maxsize=1 << 16)
def sound(latin: str) -> str:
    """Spellings of one sound made one: Kyiv, Kiiv; Chonbuk, Chonbook."""
    for spelling, one in _SOUNDS:
        latin = latin.replace(spelling, one)
    return re.sub(r"(.)\1+", r"\1", latin)


@lru_cache(maxsize=1 << 16)
def skeleton(latin: str) -> str:
    """Consonants alone, voiced and unvoiced one: what scripts without vowels can be compared by."""
    plain = _NASAL.sub("n", sound(latin)).translate(_CLASSES)
    bones = plain[:1] + re.sub(r"[aeiouh]", "", plain[1:])
    bones = re.sub(r"^[aeiou]", "a", bones)
    return re.sub(r"(.)\1+", r"\1", bones)

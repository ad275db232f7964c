"""Bytes of text editions as they really arrive: encodings, line ends, and files that are no edition at all.

`FIXTURES` holds one a name; `write` puts them into a folder as `<name>.txt`.
Large ones are made when asked for.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class TextFixture:
    """`make` gives the file's bytes.

    A run is right when a reject carries one of `codes`, or, where `institutions` is not empty, when exactly
    those are the edition's agreements, in this order. With no `codes` the second is the only right answer.
    """

    make: Callable[[], bytes]
    institutions: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Edition:
    """A small list edition: a title and institutions under their countries."""

    title: str
    countries: Mapping[str, tuple[str, ...]]

    @property
    def text(self) -> str:
        blocks = ("\n".join((country, *names)) for country, names in self.countries.items())
        return "\n\n".join((self.title, *blocks)) + "\n"

    @property
    def institutions(self) -> tuple[str, ...]:
        return tuple(name for names in self.countries.values() for name in names)


FRENCH = Edition(
    "Conventions interuniversitaires",
    {
        "Allemagne": ("Université de Göttingen", "Université de Technologie de Dresde"),
        "France": ("École Centrale de Nantes", "Université de Rennes", "École des Mines d'Alès"),
        "Suède": ("Université d'Umeå", "Université de Linköping"),
        "Thaïlande": ("Université de Chiang Mai",),
    },
)
# Curly quotes, œ and dashes stand where Latin-1 has control characters.
FRENCH_TYPESET = Edition(
    "Conventions interuniversitaires – 2008",
    {
        "France": ("École des Mines d’Alès", "Institut du Sacré-Cœur", "Université d’Orléans"),
        "Italie": ("Université de Rome “La Sapienza”",),
        "Suède": ("Université d’Umeå",),
    },
)
JAPANESE = Edition(
    "大学間学術交流協定締結校",
    {
        "中国": ("北京大学", "清華大学", "華東師範大学"),
        "韓国": ("ソウル大学校", "釜山大学校"),
        "ドイツ": ("ハイデルベルク大学", "ミュンヘン工科大学"),
        "タイ": ("チュラロンコン大学",),
    },
)
KOREAN = Edition(
    "대학 간 학술교류협정",
    {
        "일본": ("도쿄대학교", "홋카이도대학교"),
        "중국": ("베이징대학교", "푸단대학교"),
        "독일": ("튀빙겐대학교", "하이델베르크대학교"),
        "베트남": ("하노이국립대학교",),
    },
)
CHINESE = Edition(
    "校际合作协议",
    {
        "日本": ("东京大学", "早稻田大学", "九州大学"),
        "韩国": ("首尔大学", "延世大学"),
        "德国": ("柏林自由大学",),
        "美国": ("加州大学伯克利分校", "密歇根大学"),
    },
)


def encoded(edition: Edition, encoding: str, mark: bytes = b"") -> TextFixture:
    return TextFixture(lambda: mark + edition.text.encode(encoding), edition.institutions)


def with_line_ends(edition: Edition, ends: tuple[str, ...]) -> TextFixture:
    """Line ends taken in turn, as where a file was put together from several machines."""
    lines = edition.text.splitlines()
    text = "".join(line + ends[number % len(ends)] for number, line in enumerate(lines))
    return TextFixture(text.encode, edition.institutions)


def with_nul_bytes(edition: Edition) -> TextFixture:
    """NULs before line ends, as some dumps pad them: read without them, or refuse."""
    data = edition.text.replace("\n", "\0\n").encode()
    return TextFixture(lambda: data, edition.institutions, frozenset({"not_text"}))


def with_broken_byte(edition: Edition) -> TextFixture:
    """One byte of the title is no UTF-8; the names must not suffer for it."""
    return TextFixture(lambda: b"\xe9 " + edition.text.encode(), edition.institutions)


def with_decomposed_accents(edition: Edition) -> TextFixture:
    """Accents as characters of their own, as macOS tools dump them; names come out composed (NFC)."""
    return TextFixture(lambda: unicodedata.normalize("NFD", edition.text).encode(), edition.institutions)


def refused(make: Callable[[], bytes], code: str) -> TextFixture:
    return TextFixture(make, codes=frozenset({code}))


def oversized() -> bytes:
    """A whole edition over and over, 50 MB of it."""
    data = FRENCH.text.encode()
    return data * (50 * MEGABYTE // len(data) + 1)


FIXTURES: Mapping[str, TextFixture] = {
    "empty": refused(lambda: b"", "empty_file"),
    "white-space-alone": refused(lambda: b" \r\n\t\n\x0c\n", "empty_file"),
    "mark-alone": refused(lambda: codecs.BOM_UTF8, "empty_file"),
    "binary": refused(lambda: b"\x7fELF" + bytes(range(256)) * 64, "not_text"),
    "picture": refused(lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(255, -1, -1)) * 16, "not_text"),
    "fifty-megabytes": refused(oversized, "too_large"),
    "headers-alone": refused(
        "Départements\tZones\tPays et régions\tÉtablissements\n".encode, "no_agreements"
    ),
    "latin-1": encoded(FRENCH, "latin-1"),
    "cp1252": encoded(FRENCH_TYPESET, "cp1252"),
    "utf-8": encoded(FRENCH, "utf-8"),
    "utf-8-mark": encoded(FRENCH, "utf-8", codecs.BOM_UTF8),
    "utf-16-le-mark": encoded(FRENCH, "utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be-mark": encoded(JAPANESE, "utf-16-be", codecs.BOM_UTF16_BE),
    "decomposed-accents": with_decomposed_accents(FRENCH),
    "crlf": with_line_ends(FRENCH, ("\r\n",)),
    "cr": with_line_ends(FRENCH, ("\r",)),
    "crlf-cr-lf-mixed": with_line_ends(FRENCH, ("\r", "\r\n", "\n")),
    "nul-bytes": with_nul_bytes(FRENCH),
    "one-broken-byte": with_broken_byte(FRENCH),
    "shift-jis": encoded(JAPANESE, "shift_jis"),
    "euc-jp": encoded(JAPANESE, "euc_jp"),
    "euc-kr": encoded(KOREAN, "euc_kr"),
    "gb18030": encoded(CHINESE, "gb18030"),
}


def write(folder: Path, names: Iterable[str] = FIXTURES) -> dict[str, Path]:
    """Writes the named fixtures (all, where none are named) and gives their paths by name."""
    paths = {name: folder / f"{name}.txt" for name in names}
    for name, path in paths.items():
        path.write_bytes(FIXTURES[name].make())
    return paths

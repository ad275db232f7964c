"""Countries, zones and counts of labels, in many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import knowledge

LEXICON = knowledge.load()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kirghizie", "KG"),
        ("※Corée du Sud **", "KR"),
        ("Pays Bas", "NL"),
        ("Kasachstan (KZ)", "KZ"),
        ("Vereinigtes Königreich (UK)", "GB"),
        ("R.P. de Chine", "CN"),
        ("P. R. China", "CN"),
        ("CHINA (14)", "CN"),
        ("中国（14）", "CN"),
        ("U.S.A.", "US"),
        ("The Netherlands", "NL"),
        ("l'Italie", "IT"),
        ("FRANCE²", "FR"),
        ("Ｆｒａｎｃｅ", "FR"),
        ("1. Japan", "JP"),
        ("Korea, Republic of", "KR"),
        ("Rep. of Korea", "KR"),
        ("大韓民国", "KR"),
        ("英国", "GB"),
        ("Scotland", "GB"),
        ("Estados Unidos", "US"),
        ("Vereinigtes Königreich", "GB"),
        ("Giappone", "JP"),
        ("Tchéquie", "CZ"),
        ("Wielka Brytania", "GB"),
        ("Coreia do Sul", "KR"),
        ("독일", "DE"),
        ("俄罗斯", "RU"),
        ("Türkiye", "TR"),
        ("Chad", "TD"),
        ("Niger", "NE"),
        ("Hong Kong", "HK"),
        ("Kosovo", "XK"),
        ("Wlk. Brytania", "GB"),
        ("Rep. Checa", "CZ"),
        ("남아공", "ZA"),
        ("Allemagne / Germany", "DE"),
        ("米国（アメリカ）", "US"),
        ("Russland (Russische Föderation) (4)", "RU"),
    ],
)
def test_country_is_known(text: str, code: str) -> None:
    assert knowledge.country(LEXICON, text) == code


@pytest.mark.parametrize(
    "text",
    ["Georgia Institute of Technology", "Université de Lund", "", "France 2008", "(14)", "x" * 9000, "Georgia (USA)"],
)
def test_other_text_is_no_country(text: str) -> None:
    assert knowledge.country(LEXICON, text) is None


@pytest.mark.parametrize(
    ("text", "m49", "inside", "outside"),
    [
        ("Asie", "142", "TR RU KR TW HK", "FR BR"),
        ("Moyen et Proche-Orient", "145", "IR TR EG", "CN FR"),
        ("Amérique Centrale et du Sud", "419", "BR CU MX", "US ES"),
        ("ASIA (12)", "142", "JP", "DE"),
        ("北米", "021", "US CA", "BR"),
        ("中南米", "419", "BR MX", "US"),
        ("欧州", "150", "FR RU TR", "JP"),
        ("大洋州", "009", "AU NZ FJ", "JP"),
        ("중동", "145", "IR SA", "KR"),
        ("Naher Osten", "145", "IL JO", "DE"),
        ("Iberoamérica", "419", "AR MX", "CN"),
        ("Nordic countries", "154", "SE NO IS", "ES"),
    ],
)
def test_zone_holds_its_countries(text: str, m49: str, inside: str, outside: str) -> None:
    zone = knowledge.zone(LEXICON, text)
    assert zone is not None
    assert zone.m49 == m49
    assert zone.countries.issuperset(inside.split())
    assert not zone.countries & set(outside.split())


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("EG", "002"),
        ("TW", "142"),
        ("HK", "142"),
        ("XK", "150"),
        ("RU", "150"),
        ("TR", "142"),
        ("NZ", "009"),
        ("US", "021"),
        ("MX", "419"),
        ("CU", "419"),
    ],
)
def test_zone_code_is_the_m49_region(code: str, zone: str) -> None:
    assert knowledge.zone_code(LEXICON, code) == zone


def test_every_iso_country_has_a_zone() -> None:
    import pycountry  # noqa: PLC0415 - only here

    assert [c.alpha_2 for c in pycountry.countries if knowledge.zone_code(LEXICON, c.alpha_2) is None] == []


def test_prefixes_take_the_longest_run() -> None:
    assert knowledge.country_prefix(LEXICON, ["CHINA", "(14)", "Nanjing", "University", "1982"]) == (2, "CN")
    assert knowledge.country_prefix(LEXICON, ["Corée", "du", "Sud", "Université", "de", "Yonsei"]) == (
        3,
        "KR",
    )
    assert knowledge.country_prefix(LEXICON, ["Université", "de", "Corée"]) is None
    found = knowledge.zone_prefix(LEXICON, ["Amérique", "du", "Nord", "Canada"])
    assert found is not None
    assert (found[0], found[1].m49) == (3, "021")


@pytest.mark.parametrize(
    ("label", "bare", "count"),
    [
        ("Faculté de Droit (7)", "Faculté de Droit", 7),
        ("中国（１４）", "中国", 14),
        ("Asia [3]", "Asia", 3),
        ("韓国 12件", "韓国", 12),
        ("인문대학 [17개교]", "인문대학", 17),
        ("Asia (14 universities)", "Asia", 14),
        ("Europa (n = 3)", "Europa", 3),
        ("Facoltà di Lettere (n. 21)", "Facoltà di Lettere", 21),
        ("Université (PARIS VI)", "Université (PARIS VI)", None),
        ("Keio University (2016)", "Keio University (2016)", None),
        ("Europa (1204)", "Europa", 1204),
        ("(14)", "(14)", None),
        ("Rennes 2", "Rennes 2", None),
    ],
)
def test_count_of(label: str, bare: str, count: int | None) -> None:
    assert knowledge.count_of(label) == (bare, count)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("l’École", "l'ecole"),
        ("Tromsø", "tromso"),
        ("a – b", "a - b"),
        ("Москва́", "москва"),
    ],
)
def test_fold_makes_equal(left: str, right: str) -> None:
    assert knowledge.fold(left) == knowledge.fold(right)


def test_fold_keeps_kana_marks_apart() -> None:
    assert knowledge.fold("は") != knowledge.fold("ば")
    assert knowledge.fold("ﾊﾞ") == knowledge.fold("バ")


@pytest.mark.parametrize(
    ("label", "bare", "count"),
    [
        ("Faculdade de Letras – 18", "Faculdade de Letras", 18),
        ("Africa — 4 agreements", "Africa", 4),
        ("Asia: 7", "Asia", 7),
        ("Faculté de Droit (7)", "Faculté de Droit", 7),
        ("Rennes 2", "Rennes 2", None),
        ("– 4", "– 4", None),
    ],
)
def test_tail_count(label: str, bare: str, count: int | None) -> None:
    assert knowledge.tail_count(label) == (bare, count)


@given(st.text(max_size=60))
def test_fold_and_key_change_nothing_twice(text: str) -> None:
    assert knowledge.fold(knowledge.fold(text)) == knowledge.fold(text)
    assert knowledge.key(knowledge.key(text)) == knowledge.key(text)


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    knowledge.country(LEXICON, text)
    knowledge.zone(LEXICON, text)
    bare, count = knowledge.count_of(text)
    assert bare in text
    assert count is None or count >= 0


@pytest.mark.parametrize(("text", "inside"), [
    ("Africa & the Middle East", ("KE", "EG")),
    ("Ameryka Północna i Południowa", ("US", "BR")),
    ("Nord-, Mittel- und Südamerika", ("CA", "PA", "PE")),
    ("Canada and Latin America", ("CA", "PE")),
    ("북미·중남미", ("US", "BR")),
    ("Asia, Africa and Oceania", ("JP", "KE", "FJ")),
    ("Australien und Neuseeland", ("AU", "NZ")),
    ("美國與加拿大", ("US", "CA")),
])
def test_a_heading_names_several_zones(text: str, inside: tuple[str, ...]) -> None:
    found = knowledge.zone(LEXICON, text)
    assert found is not None
    assert found.countries >= set(inside)


@pytest.mark.parametrize("text", [
    "Asia / Japan", "Asia, Japan", "Bosnia and Herzegovina", "Trinidad and Tobago", "Asia and Pacific Studies",
    "Europe and University", "Science and Technology", "France and Japan", "USA / Canada", "Japan and",
])
def test_no_heading_of_several_zones(text: str) -> None:
    assert knowledge.zone(LEXICON, text) is None


@pytest.mark.parametrize("text", ["大洋洲地區", "中南美洲地區（4）", "オセアニア地域", "북미지역"])
def test_a_zone_with_the_word_for_zones_behind_it(text: str) -> None:
    assert knowledge.zone(LEXICON, text) is not None
    assert knowledge.zone(LEXICON, "日本" + text[-2:]) is None

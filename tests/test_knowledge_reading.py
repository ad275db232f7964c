"""Headings, titles, notes, dates, waivers and the language of an edition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import knowledge

LEXICON = knowledge.load()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Départements", "department"),
        ("Faculty / School", "department"),
        ("部局名", "department"),
        ("Fachbereich", "department"),
        ("Area", "zone"),
        ("地域", "zone"),
        ("Country / Region", "country"),
        ("Pays et régions", "country"),
        ("国・地域", "country"),
        ("País", "country"),
        ("Établissements", "institution"),
        ("大学・機関名", "institution"),
        ("Uczelnia", "institution"),
        ("대학명", "institution"),
        ("Year\nConcluded", "year"),
        ("締結年", "year"),
        ("Tuition Waiver", "waiver"),
        ("授業料不徴収", "waiver"),
        ("Partner- hochschule", "institution"),
        ("Pays / Country", "country"),
        ("Institution (in English)", "institution"),
        ("Coordinator", "coordinator"),
        ("備考", "note"),
        ("Université de Lund", None),
        ("Home unit", "department"),
        ("Struttura proponente Dipartimento", "department"),
        ("Faculté / École", "department"),
        ("Host faculty", "faculty_partner"),
        ("Nome dell'ateneo partner", "institution"),
        ("Université ou institut", "institution"),
        ("협정 기관명", "institution"),
        ("相手大学の所在国", "country"),
        ("Country code", "code"),
        ("Responsable del convenio", "coordinator"),
        ("Country or Area", "country"),
        ("Country Institution", None),
        ("University of Bologna", None),
        ("", None),
    ],
)
def test_heading_role(text: str, role: str | None) -> None:
    assert knowledge.heading_role(LEXICON, text) == role


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Conventions interuniversitaires", "university"),
        ("University-level Agreements", "university"),
        ("大学間協定", "university"),
        ("Conventions entre départements (suite)", "department"),
        ("Department-level Agreements", "department"),
        ("部局間協定", "department"),
        ("Convenios entre facultades", "department"),
        ("Abkommen auf Fakultätsebene", "department"),
        ("단과대학 간 협정", "department"),
        ("Accordi tra dipartimenti", "department"),
        ("院级协议", "department"),
        ("Umowy międzyuczelniane", "university"),
        ("Conventions-cadres de l'Université", "university"),
        ("Convênios vigentes por unidade acadêmica", "department"),
        ("Erasmus+-Partnerhochschulen der Fakultäten", "department"),
        ("Partner universities (university-wide agreements)", "university"),
        ("Partner universities (12)", None),
        ("Liste des conventions", None),
        ("Université de York", None),
    ],
)
def test_level_of_title(text: str, level: str | None) -> None:
    assert knowledge.level_of_title(LEXICON, text) == level


@pytest.mark.parametrize(("text", "total"), [
    ("Total: 61", True), ("총 61개 대학", True), ("Gesamt 12", True), ("Total", False), ("Paris 13", False),
])
def test_is_total(text: str, total: bool) -> None:
    assert knowledge.is_total(LEXICON, text) is total


def test_is_title() -> None:
    assert knowledge.is_title(LEXICON, "Liste des conventions")
    assert knowledge.is_title(LEXICON, "Partner Institutions")
    assert knowledge.is_title(LEXICON, "II. Accords spécifiques des composantes")
    assert knowledge.is_title(LEXICON, "B. Convenios específicos (24)")
    assert not knowledge.is_title(LEXICON, "Université de York")


@pytest.mark.parametrize(
    "text",
    [
        "* Suite à la page 57.",
        "(suite)",
        "continued on page 12",
        "Fortsetzung",
        "つづく",
        "（続き）",
        "c.d.",
        "续表",
        "계속",
    ],
)
def test_continuations(text: str) -> None:
    assert knowledge.is_continuation(LEXICON, text)


@pytest.mark.parametrize("text", ["Université de Lund", "", "57", "Suite University"])
def test_no_continuations(text: str) -> None:
    assert not knowledge.is_continuation(LEXICON, text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("(Juin 2008)", "2008-06"),
        ("(As of May 1, 2012)", "2012-05-01"),
        ("平成16年5月1日現在", "2004-05-01"),
        ("令和元年５月", "2019-05"),
        ("２０１２年５月", "2012-05"),
        ("Stand: 1. Mai 2012", "2012-05-01"),
        ("1er mai 2012", "2012-05-01"),
        ("État au 1er juin 2008", "2008-06-01"),
        ("Actualizado a mayo de 2010", "2010-05"),
        ("Aggiornato al 3 marzo 2011", "2011-03-03"),
        ("Stan na 1 maja 2010 r.", "2010-05-01"),
        ("2012년 5월 1일 기준", "2012-05-01"),
        ("截至2012年5月", "2012-05"),
        ("2008-06-01", "2008-06-01"),
        ("01.05.2012", "2012-05-01"),
        ("25/12/2012", "2012-12-25"),
        ("05/04/2012", "2012"),
        ("31.02.2012", None),
        ("Situazione al 25/08/23", "2023-08-25"),
        ("Situazione al 11/08/23", "2023"),
        ("11/08/23", None),
        ("15.10.98", "1998-10-15"),
        ("2012", None),
        ("Mai University 2008", None),
        ("Université Rennes 2", None),
    ],
)
def test_as_of(text: str, date: str | None) -> None:
    assert knowledge.as_of(LEXICON, text) == date


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1982", 1982),
        ("平成16年", 2004),
        ("２００４", 2004),
        ("昭和57年", 1982),
        ("H16", 2004),
        ("May 2004", 2004),
        ("1200", None),
        ("Paris 7", None),
        ("", None),
        ("seit 1993", 1993),
        ("2006 г.", 2006),
        ("Paris 1993", None),
    ],
)
def test_year(text: str, year: int | None) -> None:
    assert knowledge.year(LEXICON, text) == year


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (
            "(*) désigne les établissements avec lesquels un accord d'exonération des frais a été conclu.",
            "*",
        ),
        ("※は授業料不徴収協定", "※"),
        ("※ ◎は授業料不徴収協定", "◎"),
        ("※：互免學費", "※"),
        ("＊ = Studiengebührenerlass", "＊"),
        ("♦ tuition waiver", "♦"),
        ("Institutions marked with ※ waive tuition fees (tuition waiver)", "※"),
        ("** tuition waived", "**"),
        ("* Studiengebührenerlass", "*"),
        ("a Instituciones con acuerdo de exención de matrícula", "a"),
        ("a tuition waiver may be granted", None),
        ("Tuition Waiver", None),
        ("*Université de Lund", None),
    ],
)
def test_waiver_legend(text: str, mark: str | None) -> None:
    assert knowledge.waiver_legend(LEXICON, text) == mark


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("✓", True),
        ("○", True),
        ("◯", True),
        ("yes", True),
        ("oui", True),
        ("有", True),
        ("×", True),
        ("-", False),
        ("", False),
        ("Nein", False),
        ("perhaps", None),
    ],
)
def test_waiver_value(text: str, value: bool | None) -> None:
    assert knowledge.waiver_value(LEXICON, text) is value


@pytest.mark.parametrize(
    ("answers", "waived"),
    [(("O", "X"), False), (("x", "✓", ""), False), (("X", "yes"), False), (("x", ""), True), (("X", "-"), True)],
)
def test_an_x_beside_another_yes_is_a_cross(answers: tuple[str, ...], waived: bool) -> None:
    crossed = knowledge.is_crossed(LEXICON, answers)
    assert knowledge.waiver_value(LEXICON, "X", crossed) is waived


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        (
            ["Départements\tZones\tPays et régions\tÉtablissements", "Asie\tChine\tUniversity of Science"],
            ("fr",),
        ),
        (["Faculty / School\tArea\tCountry", "Asia\tSouth Korea\tUniversité de Sfax"], ("en",)),
        (["学部\t地域\t国名\t大学名", "アジア\t中国\t北京大学"], ("ja",)),
        (["学院\t地区\t国家\t学校", "亚洲\t日本\t东京大学"], ("zh",)),
        (["단과대학\t지역\t국가\t대학", "아시아\t일본\t도쿄대학"], ("ko",)),
        (["Facultad\tZona\tPaís\tInstitución", "Europa\tAlemania\tUniversität Köln"], ("es",)),
        (["Wydział\tKraj\tUczelnia", "Niemcy\tUniversität Köln"], ("pl",)),
        (["xyz"], ()),
    ],
)
def test_detect_languages(lines: list[str], languages: tuple[str, ...]) -> None:
    assert knowledge.detect_languages(LEXICON, lines) == languages


def test_headings_side_by_side_are_of_one_language() -> None:
    assert knowledge.heading_roles(LEXICON, ["País", "Sede", "Plazas"]) == ["country", "city", "places"]
    assert knowledge.heading_roles(LEXICON, ["Paese", "Sede", "Posti"]) == ["country", "institution", "places"]


def test_a_line_of_headings_is_of_one_language() -> None:
    assert knowledge.headings_in_line(LEXICON, "Wydział Kraj Uczelnia") == ("department", "country", "institution")
    assert knowledge.headings_in_line(LEXICON, "Link Campus University") == ()
    assert knowledge.headings_in_line(LEXICON, "overeenkomst met vrijstelling van collegegeld") == ()


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(ValueError, match="No data file for the language xx"):
        knowledge.load(("xx",))


def test_chosen_languages_limit_headings() -> None:
    french = knowledge.load(("fr",))
    assert knowledge.heading_role(french, "Pays") == "country"
    assert knowledge.heading_role(french, "Country") is None


@given(st.text(max_size=100))
def test_any_text_is_answered(text: str) -> None:
    knowledge.heading_role(LEXICON, text)
    knowledge.level_of_title(LEXICON, text)
    knowledge.is_continuation(LEXICON, text)
    knowledge.waiver_legend(LEXICON, text)
    knowledge.waiver_value(LEXICON, text)
    date, year = knowledge.as_of(LEXICON, text), knowledge.year(LEXICON, text)
    assert date is None or len(date) in (4, 7, 10)
    assert year is None or 1850 <= year <= 2100

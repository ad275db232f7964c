"""Values behind names: they leave the names, and say where each ends."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline import knowledge as know
from pipeline.clean.lists.tails import tail
from pipeline.records import Cleaned, Word
from pipeline.settings import Settings

RUN_IN = """Accords des composantes
La lettre « g » signale la gratuité des droits d'inscription (exonération réciproque).

UFR Sciences
Belgique : Université de Namur (2004, g) ; Université de
Hasselt (1998).
Italie : Università di Pavia (2001, g) ; Università di Trieste (2005).
Japon : Université de Kobe (2011).
Pologne : Uniwersytet Gdański (1999,
g) ; Uniwersytet Opolski (2000).
"""
JAPANESE = """大学間交流協定

中国：蘇州大学（1988）、延辺大学（2001）、湖南大学（1995）
韓国：済州大学校（1997）、江原大学校（2004）
タイ：マハサラカム大学（2006）、ナレースワン大学（2010）
"""
BOLD, PLAIN, SMALL = ("Helvetica-Bold", 9.0), ("Helvetica", 7.0), ("Helvetica", 5.5)


def read(path: Path, text: str) -> Cleaned:
    (path / "list.txt").write_text(text, encoding="utf-8")
    return clean.clean(extract.read(path / "list.txt", Settings()), Settings())


def printed(path: Path, lines: list[tuple[tuple[str, float], str]]) -> Cleaned:
    canvas = Canvas(str(path / "list.pdf"), pagesize=(420, 595))
    for i, (font, text) in enumerate(lines):
        canvas.setFont(*font)
        canvas.drawString(40, 550 - 13 * i, text)
    canvas.showPage()
    canvas.save()
    return clean.clean(extract.read(path / "list.pdf", Settings()), Settings())


def values(text: str) -> tuple[str, list[str]] | None:
    found = tail(tuple(Word(i, word, 1, 1) for i, word in enumerate(text.split())), know.load(()))
    return found and (" ".join(word.text for word in found.name), [kind for kind, _ in found.values])


def test_a_tail_holds_values_and_nothing_else() -> None:
    assert values("Universität Passau [D PASSAU01]") == ("Universität Passau", ["code"])
    assert values("Universität Zürich, 2020 ✔") == ("Universität Zürich ✔", ["year"])
    assert values("フエ大学（1996年2月締結）") == ("フエ大学", ["year"])
    assert values("칠레대학교（２０ ２３）") == ("칠레대학교", ["year"])
    assert values("Uniwersytet Opolski (2000, g)") == ("Uniwersytet Opolski", ["year", "mark"])
    assert values("Szkoła Główna Handlowa (SGH)") is None
    assert values("Universidad Carlos III (UC3M)") is None
    assert values("Université Paris 8") is None


def test_years_and_a_letter_for_the_waiver_behind_names_that_run_on(tmp_path: Path) -> None:
    found = [(one.institution, one.year, one.tuition_waiver) for one in read(tmp_path, RUN_IN).agreements]
    assert found == [
        ("Université de Namur", 2004, True),
        ("Université de Hasselt", 1998, False),
        ("Università di Pavia", 2001, True),
        ("Università di Trieste", 2005, False),
        ("Université de Kobe", 2011, False),
        ("Uniwersytet Gdański", 1999, True),
        ("Uniwersytet Opolski", 2000, False),
    ]


def test_names_without_white_space_before_their_years(tmp_path: Path) -> None:
    found = [(one.institution, one.year) for one in read(tmp_path, JAPANESE).agreements]
    assert found[:3] == [("蘇州大学", 1988), ("延辺大学", 2001), ("湖南大学", 1995)]
    assert len(found) == 7


def test_a_value_closes_a_name_of_two_looks(tmp_path: Path) -> None:
    names = ["Kobe Daigaku", "Nara Daigaku", "Mie Daigaku", "Gifu Daigaku"]
    lines = [(BOLD, "Japan"), *((font, text) for name in names for font, text in (
        (BOLD, name), (PLAIN, f"{name.split()[0]} University"), (PLAIN, "(1998)")))]
    found = [(one.institution, one.year) for one in printed(tmp_path, lines).agreements]
    assert found == [(f"{name} {name.split()[0]} University", 1998) for name in names]


def test_codes_leave_names_and_stand_in_a_field_of_their_own(tmp_path: Path) -> None:
    names = ["Universität Passau", "Universität Bremen", "Universität Vechta"]
    lines = [(BOLD, "Deutschland"), *((PLAIN, f"- {name} [D STADT0{i}]") for i, name in enumerate(names))]
    found = printed(tmp_path, lines).agreements
    assert [one.institution for one in found] == names
    assert [dict(one.extras)["code"] for one in found] == ["D STADT00", "D STADT01", "D STADT02"]


def test_years_in_brackets_at_the_right_edge_close_names_of_two_lines(tmp_path: Path) -> None:
    """Paper has a table of two columns, or of four, there; the year of a long name stands below it."""
    canvas = Canvas(str(tmp_path / "list.pdf"), pagesize=(560, 595))
    columns = (("Korea", ("Pusan", "Ewha Womans", "Yonsei"), "Chosun"), ("Turkey", ("Ege", "Gazi", "Anadolu"), "Dicle"))
    for x, (country, names, wrapped) in zip((40, 310), columns, strict=True):
        y = 550
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(x, y, country)
        for at, name in enumerate((*names, wrapped)):
            y -= 26
            canvas.setFont("Helvetica", 9)
            canvas.drawString(x, y, f"{name} Üniversitesi")
            canvas.setFont("Helvetica-Oblique", 7)
            canvas.drawString(x, y - 9, f"{name} National University")
            canvas.drawRightString(x + 200, y - 9 - 9 * (name == wrapped), f"({1990 + at})")
    canvas.save()
    found = clean.clean(extract.read(tmp_path / "list.pdf", Settings()), Settings())
    assert [(one.country, one.institution.split()[-3], one.year) for one in found.agreements] == [
        (country, name.split()[-1], 1990 + at)
        for country, names, wrapped in columns for at, name in enumerate((*names, wrapped))
    ]


DETAILED = [
    (BOLD, "Österreich"),
    (PLAIN, "University of Applied Sciences Upper"),
    (PLAIN, "Austria"),
    (SMALL, "Ref. 4711, Dr. M. Huber"),
    (PLAIN, "Universität Graz *"),
    (SMALL, "Ref. 4712, Dr. S. Lang"),
    (BOLD, "Belgien"),
    (PLAIN, "Universiteit Gent"),
    (SMALL, "Ref. 4720, Dr. M. Huber"),
    (PLAIN, "Université de Namur"),
    (SMALL, "Ref. 4733, Dr. S. Lang"),
]
NAMES = ["University of Applied Sciences Upper Austria", "Universität Graz", "Universiteit Gent", "Université de Namur"]


def test_small_lines_below_names_say_something_else_of_them(tmp_path: Path) -> None:
    found = printed(tmp_path, [(BOLD, "Partneruniversitäten"), (PLAIN, "* = Studiengebührenerlass"), *DETAILED])
    assert [one.institution for one in found.agreements] == NAMES
    assert [one.extras["details"][:9] for one in found.agreements] == [f"Ref. {n}" for n in (4711, 4712, 4720, 4733)]


def test_a_dump_tells_them_by_the_word_that_opens_them(tmp_path: Path) -> None:
    found = read(tmp_path, "\n".join(["Partneruniversitäten", "", *(text for _, text in DETAILED)]))
    assert [one.institution for one in found.agreements] == NAMES


def test_a_country_with_a_year_below_a_line_that_wants_more_ends_its_name(tmp_path: Path) -> None:
    names = ("Ashesi University (1999)", "Ho University (2001)*", "Keta College (2004)", "Weill Medical College in",
             "Qatar (2007)*", "Wa College (2010)")
    found = printed(tmp_path, [(BOLD, "Ghana"), *((PLAIN, name) for name in names)])
    assert [(one.institution, one.year) for one in found.agreements][3] == ("Weill Medical College in Qatar", 2007)
    assert len(found.agreements) == 5

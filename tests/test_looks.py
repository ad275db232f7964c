"""Lists whose looks say what their words do not: printed with reportlab, read and cleaned."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.records import Cleaned
from pipeline.settings import Settings

TITLE, ZONE, LABEL, NAME, SMALL = (18, True), (13, True), (11, True), (9, False), (7, False)
Printed = tuple[tuple[float, bool], str]


def read(path: Path, *pages: list[Printed]) -> Cleaned:
    """One column of lines a page; ` @ ` parts what stands at the line's beginning from what stands at its right end."""
    canvas = Canvas(str(path / "list.pdf"), pagesize=(420, 595))
    for page in pages:
        for i, ((size, bold), text) in enumerate(page):
            canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            left, _, right = text.partition(" @ ")
            canvas.drawString(40, 550 - 20 * i, left)
            canvas.drawRightString(380, 550 - 20 * i, right)
        canvas.showPage()
    canvas.save()
    return clean.clean(extract.read(path / "list.pdf", Settings()), Settings())


def rows(found: Cleaned, *names: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(one, name) for name in names) for one in found.agreements]


AFRICA = [(ZONE, "Africa"), (LABEL, "Ghana"), (NAME, "University of Cape Coast"), (LABEL, "Kenya"), (NAME, "Moi")]
ASIA = [(ZONE, "Asia"), (LABEL, "Japan"), (NAME, "Keio University"), (NAME, "Waseda University")]


def test_a_zone_that_nobody_knows_looks_like_the_others(tmp_path: Path) -> None:
    farther = [(ZONE, "Rim and Beyond"), (LABEL, "Chile"), (NAME, "Universidad de Talca")]
    found = read(tmp_path, [*AFRICA, *ASIA, *farther])
    assert rows(found, "zone", "institution")[-1] == ("Rim and Beyond", "Universidad de Talca")
    assert len(found.agreements) == 5


def test_an_imprint_in_small_letters_names_no_partner(tmp_path: Path) -> None:
    found = read(tmp_path, [*AFRICA, *ASIA, (SMALL, "Northfield College"), (SMALL, "Old Mill House, 4 Bridge Lane")])
    assert rows(found, "institution")[-1] == ("Waseda University",)
    assert not found.rejects


def test_a_label_stands_again_with_a_remark_that_nobody_knows(tmp_path: Path) -> None:
    again = [(NAME, "Japan (vervolg)"), (NAME, "Kyoto University")]
    found = read(tmp_path, [*AFRICA, *ASIA], again)
    assert rows(found, "country", "institution")[-2:] == [("Japan", "Waseda University"), ("Japan", "Kyoto University")]


def test_headings_set_alike_part_the_levels(tmp_path: Path) -> None:
    wide = ["Keio University – Japan", "Aarhus Universitet – Danmark", "Moi University – Kenya", "KAIST – Sydkorea"]
    own = ["Institutionen för juridik", "Waseda University – Japan", "Universität Wien – Österrike"]
    looks = [NAME if " – " in text else LABEL for text in own]
    first = [(TITLE, "Gemensamma utbyten"), (LABEL, "A"), *((NAME, text) for text in wide)]
    found = read(tmp_path, [*first, (TITLE, "Utbyten per enhet"), *zip(looks, own, strict=True)])
    assert rows(found, "level", "department") == [("university", None)] * 4 + [("department", own[0])] * 2


def test_contents_pages_hold_no_agreements_and_years_close_lines(tmp_path: Path) -> None:
    dots = " " + ". " * 30
    contents = [(NAME, text + dots + page) for text, page in (("Africa", "2"), ("Asia", "2"), ("Europe", "3"))]
    entries = [
        "Keio University (Tokyo, Japan) @ 1998", "Moi University (Eldoret, Kenya) @ 2001",
        "University of Cape Coast (Cape Coast, @ ", "Ghana) @ 2003", "Lund University (Lund, Sweden) @ 2004",
    ]
    found = read(tmp_path, contents, [(NAME, text) for text in entries])
    expected = [("Keio University", "JP", 1998), ("Moi University", "KE", 2001),
                ("University of Cape Coast", "GH", 2003), ("Lund University", "SE", 2004)]
    assert rows(found, "institution", "country_code", "year") == expected


def test_counts_in_words_at_the_right_edge_belong_to_their_labels(tmp_path: Path) -> None:
    cards = ["América", "Argentina @ 2 acordos", "Universidad Austral", "Universidad de Cuyo",
             "Chile @ 1 acordo", "Universidad de Talca"]
    looks = [ZONE, LABEL, NAME, NAME, LABEL, NAME]
    found = read(tmp_path, list(zip(looks, cards, strict=True)))
    names = ["Universidad Austral", "Universidad de Cuyo", "Universidad de Talca"]
    places = [("América", "Argentina")] * 2 + [("América", "Chile")]
    assert rows(found, "zone", "country") == places
    assert rows(found, "institution") == [(name,) for name in names]
    assert [one.status for one in found.reconciliation] == ["match", "match"]


def test_departments_that_look_as_zones_do_are_none(tmp_path: Path) -> None:
    own = [(ZONE, "Institute of Physics"), (LABEL, "Peru"), (NAME, "Universidad de Piura"),
           (ZONE, "Conservatoire Mondego"), (LABEL, "Chile"), (NAME, "Universidad de Talca")]
    found = read(tmp_path, [(TITLE, "University agreements"), *AFRICA, *ASIA],
                 [(TITLE, "Agreements of departments"), *own])
    assert rows(found, "department")[-2:] == [("Institute of Physics",), ("Conservatoire Mondego",)]


def test_counts_in_small_letters_at_the_right_edge_belong_to_their_labels(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "list.pdf"), pagesize=(420, 595))
    lists = (("Africa", "Ghana", "University of Cape Coast"), ("Asia", "Japan", "Keio University"),
             ("Europe", "Spain", "Universidad de León"))
    for at, (zone, country, name) in enumerate(lists):
        for (size, text), below in zip(((12, zone), (10, country), (9, name)), (0, 20, 34), strict=True):
            canvas.setFont("Helvetica", size)
            canvas.drawString(40, 550 - 60 * at - below, text)
        canvas.setFont("Helvetica", 8)
        canvas.drawRightString(230, 552 - 60 * at, "1 agreement")
    canvas.save()
    found = clean.clean(extract.read(tmp_path / "list.pdf", Settings()), Settings())
    assert rows(found, "zone", "institution") == [(zone, name) for zone, _, name in lists]


def test_what_names_no_institution_asks(tmp_path: Path) -> None:
    further = [(LABEL, "Peru"), (NAME, "Explanatory remarks"), (LABEL, "Korea"), (NAME, "KAIST")]
    found = read(tmp_path, [*AFRICA, *ASIA, *further])
    asked = {one.institution: one.review_reason or "" for one in found.agreements if one.needs_review}
    assert "May name no institution" in asked["Explanatory remarks"]
    assert "no institution" not in asked.get("KAIST", "") + asked.get("Keio University", "")


def test_a_country_in_other_words_than_its_label_opens_a_name(tmp_path: Path) -> None:
    names = [(ZONE, "Ásia"), (LABEL, "Coreia do Sul"), (NAME, "Korea University (1990)"),
             (NAME, "Inha University (2001)"), (LABEL, "Vietnã"),
             (NAME, "Can Tho University (1998)"), (NAME, "Vietnam National University (2000)")]
    found = read(tmp_path, names)
    assert rows(found, "country", "institution")[-1] == ("Vietnã", "Vietnam National University")


def test_a_department_on_two_lines_looks_like_the_others(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "list.pdf"), pagesize=(420, 595))
    lines = [
        (LABEL, 0, "Faculteit der Letteren (1)"), (NAME, 22, "Chili"), (NAME, 12, "Universidad de Talca"),
        (LABEL, 30, "Faculteit Gedrags- en"), (LABEL, 14, "Maatschappijwetenschappen (2)"),
        (NAME, 22, "Japan"), (NAME, 12, "Keio University"), (NAME, 12, "Waseda University"),
    ]
    y = 550
    for (size, bold), step, text in lines:
        y -= step
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(40, y, text)
    canvas.save()
    found = clean.clean(extract.read(tmp_path / "list.pdf", Settings()), Settings())
    behaviour = "Faculteit Gedrags- en Maatschappijwetenschappen"
    assert rows(found, "department", "institution") == [
        ("Faculteit der Letteren", "Universidad de Talca"),
        (behaviour, "Keio University"),
        (behaviour, "Waseda University"),
    ]


def test_the_count_below_a_department_belongs_to_it(tmp_path: Path) -> None:
    law = [(TITLE, "Faculty of Law (2)"), *ASIA[1:]]
    arts = [(TITLE, "Graduate School of Fine Arts"), (TITLE, "(1)"), (LABEL, "Chile"), (NAME, "Universidad de Talca")]
    canvas = Canvas(str(tmp_path / "list.pdf"), pagesize=(420, 595))
    for i, ((size, bold), text) in enumerate([*law, *arts]):
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        canvas.drawString(40, 550 - 26 * i + 8 * (text == "(1)"), text)
    canvas.save()
    found = clean.clean(extract.read(tmp_path / "list.pdf", Settings()), Settings())
    assert rows(found, "department", "country") == [
        ("Faculty of Law", "Japan"),
        ("Faculty of Law", "Japan"),
        ("Graduate School of Fine Arts", "Chile"),
    ]


def test_a_line_that_a_leader_leads_to_a_year_is_no_heading(tmp_path: Path) -> None:
    names = [(NAME, "Doha University ........ 2001"), (NAME, "Medical College in"), (NAME, "Qatar ........ 2009")]
    lines = [(LABEL, "Qatar"), *names, (LABEL, "Kenya"), (NAME, "Moi University ........ 1999")]
    found = read(tmp_path, [*lines, (NAME, "Subject to change.")])
    assert rows(found, "country", "institution", "year") == [
        ("Qatar", "Doha University", 2001),
        ("Qatar", "Medical College in Qatar", 2009),
        ("Kenya", "Moi University", 1999),
    ]


def test_what_has_no_room_behind_a_name_stands_below_it(tmp_path: Path) -> None:
    names = [(NAME, "Doha University"), (NAME, "........ 2001"), (NAME, "Qatar University ........ 2009")]
    found = read(tmp_path, [(LABEL, "Qatar"), *names, (NAME, "Carnegie University ........ 1999")])
    assert rows(found, "institution", "year") == [
        ("Doha University", 2001),
        ("Qatar University", 2009),
        ("Carnegie University", 1999),
    ]

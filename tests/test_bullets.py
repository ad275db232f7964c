"""Bullets on lines of their own, and letters that stand for bullets."""

from __future__ import annotations

from pathlib import Path

from pdf.printing import printed, words_at
from reportlab.pdfgen.canvas import Canvas

from pipeline import clean, extract
from pipeline.settings import Settings

HEAD = "Partner universities\n\nEurope\n\n"


def names(folder: Path, lines: str) -> list[str]:
    path = folder / "edition.txt"
    path.write_text(HEAD + lines, encoding="utf-8")
    return [one.institution for one in clean.clean(extract.read(path, Settings()), Settings()).agreements]


def test_a_letter_that_opens_most_lines_is_a_bullet(tmp_path: Path) -> None:
    lines = "  Norway\n    o University of Oslo\n    o Nord University\n  Sweden\n    o Lund University\n"
    assert names(tmp_path, lines) == ["University of Oslo", "Nord University", "Lund University"]


def test_a_small_letter_within_names_stays(tmp_path: Path) -> None:
    lines = "Spain\n- Instituto de Cultura\n  o Lengua de Sevilla\nPortugal\n- University of Porto\n"
    assert "Instituto de Cultura o Lengua de Sevilla" in names(tmp_path, lines)


def test_bullets_a_little_above_the_letters_of_their_lines_are_in_them(tmp_path: Path) -> None:
    """A raised mark moves a line's letters down, as browsers set it, and not the bullet before them."""

    def draw(canvas: Canvas) -> None:
        words_at(canvas, 40, 60, "Partner universities", size=14)
        for i, text in enumerate(("Norway", "University of Oslo", "Nord University", "Sweden", "Lund University")):
            country = text in ("Norway", "Sweden")
            words_at(canvas, 40 if country else 54, 100 + 14 * i, text, bold=country)
            if not country:
                words_at(canvas, 46, 98.2 + 14 * i, "•")
                words_at(canvas, 54 + canvas.stringWidth(text, "Helvetica", 10), 96 + 14 * i, "†", size=6)

    path = tmp_path / "edition.pdf"
    path.write_bytes(printed(draw))
    document = extract.read(path, Settings())
    lines = [row.cells[0].text for block in document.blocks for row in block.rows]
    assert [line[:6] for line in lines if "•" in line] == ["• Univ", "• Nord", "• Lund"]


def test_few_codes_behind_names_are_no_part_of_them(tmp_path: Path) -> None:
    places = ("Kobe", "Keio", "Tokai", "Toyo", "Meiji", "Hosei", "Chuo", "Nihon", "Rikkyo", "Hirosaki")
    names_of = [f"- {place} University" for place in places]
    coded = ["Passau [D PASSAU01]", "Bremen [D BREMEN01]", "Kassel", "Siegen [D SIEGEN01]"]
    german = [f"- Universität {one}" for one in coded]
    found = names(tmp_path, "\n".join(["Germany", *german, "Japan", *names_of]))
    assert found[:3] == ["Universität Passau", "Universität Bremen", "Universität Kassel"]

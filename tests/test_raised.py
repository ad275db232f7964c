"""References to footnotes: small figures above the line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pdf.printing import printed, read
from reportlab.pdfgen.canvas import Canvas

from pipeline.clean.normalise import tail_mark
from pipeline.extract.ink.raised import last_letters, raised_letters


def _draw(canvas: Canvas, x: float, y: float, *texts: tuple[str, float, float]) -> None:
    """Texts right behind one another, each with its size and how far it is raised."""
    for text, size, rise in texts:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y + rise, text)
        x += canvas.stringWidth(text, "Helvetica", size)


def test_raised_figures_are_superscripts_and_stand_behind_their_word(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        _draw(canvas, 60, 700, ("Aalborg Universitet", 10, 0), ("2", 6, 4))
        _draw(canvas, 60, 680, ("McGill University", 10, 0), ("1, 3", 6, 4))
        _draw(canvas, 60, 660, ("Francie", 10, 0), ("b)", 6, 4))
        _draw(canvas, 60, 650, ("Aalborg Universitet", 10, 0), ("a", 6, 4), (" (1990)", 10, 0))
        _draw(canvas, 60, 640, ("Vrije Universiteit 2", 10, 0))
        _draw(canvas, 60, 620, ("1", 5, 3), (" Places for master students", 8, 0))

    document = read(tmp_path, printed(page))
    lines = ["".join(line.text.split()) for line in document.lines]
    assert lines[:4] == ["AalborgUniversitet²", "McGillUniversity¹,³", "Francieᵇ⁾", "AalborgUniversitetᵃ(1990)"]
    assert lines[4:] == ["VrijeUniversiteit2", "¹Placesformasterstudents"]


def test_references_are_no_part_of_a_name() -> None:
    marks = {"Aalborg Universitet²": "²", "McGill University ¹, ³": "¹, ³", "Francieᵇ⁾": "ᵇ⁾", "Paris 3": ""}
    assert {text: tail_mark(text) for text in marks} == marks


def test_letters_whose_ink_ends_above_the_line_are_superscripts() -> None:
    text, kept = "KolnaGhent", np.arange(10)
    assert last_letters("KolnaGhenb", kept, np.array([0, 5])) == [4, 9]
    spaced = np.array([0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 12, 13, 14])
    assert last_letters("Sula (ISA)a Dra", spaced, np.array([0, 4, 10])) == [3, 9]
    inked = np.array([at for at, letter in enumerate("Kolna, IIb Maa") if letter != " "])
    assert last_letters("Kolna, IIb Maa", inked, np.array([0, 6, 9])) == [4, 8]
    assert raised_letters(text, np.array([4, 9]), np.array([3.0, 0.0]), np.array([9.0, 9.0])) == "KolnᵃGhent"

"""Tables that go on over a page, and sentences above them that run over a line's end."""

from __future__ import annotations

from dataclasses import replace

from paper import Paper, simple

from pipeline import clean
from pipeline.settings import Settings

HEAD = ("Unidade", "País", "Instituição conveniada", "Data de assinatura")
FIRST = [
    ("Escola de Belas Artes", "Marrocos", "Al Akhawayn University", "16/12/2013"),
    ("Escola de Belas Artes", "Peru", "Universidad del Pacífico", "25/07/2019"),
]
NEXT = [
    ("Faculdade de Direito", "Egito", "Alexandria University", "09/11/2024"),
    ("Faculdade de Direito", "Marrocos", "Université Cadi Ayyad", "28/12/2019"),
    ("Faculdade de Direito", "Áustria", "FH Joanneum", "15/09/2024"),
]


def test_letters_of_a_spreadsheet_on_the_next_page_are_no_headings() -> None:
    paper = Paper().table(simple(HEAD, FIRST), bold=(0,))
    paper.table(simple(("A", "B", "C", "D"), NEXT), page=2, continues=True)
    found = clean.clean(paper.document(), Settings()).agreements
    assert [(row.department, row.country, row.institution, row.year) for row in found] == [
        (*row[:3], int(row[3][-4:])) for row in (*FIRST, *NEXT)
    ]


def test_the_last_word_of_a_sentence_leaves_no_department() -> None:
    paper = Paper()
    paper.line("Students from all Schools may apply. Places are limited and confirmed each January by Global")
    paper.y -= 13
    paper.line("Opportunities.").table(simple(("Country", "Partner institution"), [("Egypt", "Alexandria University")]))
    document = paper.document()
    block = document.blocks[0]
    line = replace(block.rows[0].cells[0].lines[0], full=True)
    cell = replace(block.rows[0].cells[0], lines=(line,))
    above = replace(block, rows=(replace(block.rows[0], cells=(cell,)),))
    found = clean.clean(replace(document, blocks=(above, *document.blocks[1:])), Settings())
    assert [(row.level, row.department, row.country) for row in found.agreements] == [("university", None, "Egypt")]
    assert not found.rejects

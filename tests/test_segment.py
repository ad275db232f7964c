"""Names run together are cut apart, names that are one stay whole, and the margin says how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import knowledge as know
from pipeline.clean.names.pieces import Before, Piece
from pipeline.clean.names.segment import Stretch, stretches
from pipeline.clean.names.whole import Known, score
from pipeline.knowledge import fold
from pipeline.records import Line, Word

LEXICON = know.load()


def read(*lines: str, known: Known | None = None, before: Before = "line") -> list[Stretch]:
    words = 0
    pieces = []
    for number, line in enumerate(lines):
        texts = line.split()
        printed = tuple(Word(words + i, text, 1, number + 1) for i, text in enumerate(texts))
        pieces.append(Piece(Line(printed), before if number else "row", number, number))
        words += len(texts)
    return list(stretches(pieces, known or Known(), LEXICON))


def names(*lines: str, known: Known | None = None, before: Before = "line") -> list[str]:
    found = read(*lines, known=known, before=before)
    return [" ".join(token.text for token in name) for stretch in found for name in stretch.names(stretch.cuttings[0])]


@pytest.mark.parametrize("cell", [
    "University of Stellenbosch|University of Johannesburg|Laboratory for Acoustics, University of the Free State",
    "Université de Liège|European Carolus Magnus University",
    "Faculty of Law, University of Ghent|Technical University of Munich",
    "Istituto di Fisica, Università degli Studi di Milano|Politecnico di Torino",
    "Facultad de Derecho, Universidad de Chile|Facultad de Medicina, Universidad de Concepción",
    "Fakultät für Musik, Universität Wien|Technische Universität Graz",
    "Wydział Prawa, Uniwersytet Warszawski|Wydział Chemii, Uniwersytet Jagielloński",
    "Université Médicale de Hubei|Deuxième Université Médicale de Shanghai",
    "Georgian International University (GIU)|Alte University",
    "School of Management, KDU College Sdn Bhd|PTPL College",
    "北京大学物理学院|武漢大学",
    "Applied Science Private University|Jadara University",  # known as whole names
    "Jadara University|Applied Science Private University",
])
def test_names_run_together_are_cut_apart(cell: str) -> None:
    assert names(cell.replace("|", " ")) == cell.split("|")


@pytest.mark.parametrize("name", [
    "Lund University",
    "University College Cork",
    "Instituto Superior Politécnico José Antonio Echeverría",
    "Faculty of Agriculture, Food and Natural Resources, University of Sydney",
    "École Nationale Supérieure d'Ingénieurs de Tunis",
    "Juristische Fakultät der Georg-August Universität Göttingen",
    "Université de Sciences de Hanoi, Université Nationale du Vietnam",
    'Université nationale technique d\'Ukraine "Institut polytechnique de Kiev"',
    "Institute of Physics of the Polish Academy of Sciences",
    "서울대학교 공과대학",
    "東京大学大学院工学系研究科",
])
def test_one_name_stays_whole(name: str) -> None:
    assert names(name) == [name]


def test_a_wrapped_name_is_one() -> None:
    assert names("Faculty of Engineering, University of", "Applied Sciences Leiden") == [
        "Faculty of Engineering, University of Applied Sciences Leiden"
    ]


def test_lines_of_whole_names_are_names() -> None:
    assert names("Osaka University", "Nagoya Institute of Technology", "Keio University") == [
        "Osaka University", "Nagoya Institute of Technology", "Keio University"
    ]


def test_what_stands_alone_elsewhere_is_a_name() -> None:
    cell = "Collegium Novum Haga Sapiens"
    assert names(cell) == [cell]
    known = Known(names=frozenset({fold("Collegium Novum"), fold("Haga Sapiens")}))
    assert names(cell, known=known) == ["Collegium Novum", "Haga Sapiens"]


def test_a_unit_that_opens_other_cells_opens_a_name() -> None:
    cell = "Nova Lisboa Sala de Desenho, Casa das Artes"
    known = Known(openers=frozenset({fold("Sala de Desenho,")}))
    assert names(cell, known=known) == ["Nova Lisboa", "Sala de Desenho, Casa das Artes"]


def test_a_cell_of_several_names_is_likelier_where_other_cells_are() -> None:
    """The habit counts once a cell, however many names it has."""
    cell = "Haga University Lumen College Tarn Institute of Technology"
    (seldom,), (often,) = read(cell, known=Known(habit=-3.0)), read(cell, known=Known(habit=1.0))
    gains = {len(one.firsts): often_score - one.score for one in seldom.cuttings
             for often_score in [two.score for two in often.cuttings if two.firsts == one.firsts]}
    assert {size: round(gain, 6) for size, gain in gains.items() if size < 4} == {1: 0.0, 2: 4.0, 3: 4.0}


def test_capitals_before_more_words_begin_a_name() -> None:
    assert names("Hellenic Naval Cadets Academy TEI of Peloponnese") == [
        "Hellenic Naval Cadets Academy", "TEI of Peloponnese"]
    assert names("Universidad Nacional Autónoma de México UNAM") == ["Universidad Nacional Autónoma de México UNAM"]


def test_words_behind_named_after_are_no_name() -> None:
    lines = "Северный федеральный университет имени первого", "Президента России А. Б. Волкова"
    assert len(names(*lines, before="list")) == 1


def test_a_unit_of_a_named_university_is_one_name() -> None:
    name = "Juristische Fakultät der Anna-Amalia Universität"
    assert names(f"{name} Lumen Juristische Fakultät der Carl-Theodor Universität Tarn")[0].startswith(name)


def test_university_ends_a_name_where_no_preposition_follows() -> None:
    """It stands inside of many names, but there `of` follows."""
    open_ended = know.boundary(LEXICON, "University", "Lumen"), know.boundary(LEXICON, "Lumen", "University")
    assert open_ended[0] > 0 > open_ended[1]


def test_each_number_of_names_has_a_cutting_to_choose_from() -> None:
    stretch = read("Swiss Business School Lausanne University College of Arts")[0]
    sizes = {len(cutting.firsts) for cutting in stretch.cuttings}
    assert {1, 2} <= sizes
    assert [cutting.score for cutting in stretch.cuttings] == sorted((c.score for c in stretch.cuttings), reverse=True)


def test_a_clear_cut_is_far_ahead_and_a_doubtful_one_is_not() -> None:
    clear = read("Université de Rennes Université de Nantes")[0].cuttings
    doubtful = read("Auckland Polytechnic Waikato Institute of Studies")[0].cuttings
    assert len(clear) == 1 or clear[0].score - clear[1].score > 5
    assert doubtful[0].score - doubtful[1].score < 3


@pytest.mark.parametrize(("whole", "broken"), [
    ("Université de Nantes", "Université de"),
    ("Lund University", "University"),
    ("Faculty of Law, University of Ghent", "Faculty of Law,"),
    ("University of Ghent", "University of Ghent University of Antwerp"),
])
def test_whole_names_score_higher(whole: str, broken: str) -> None:
    assert score(whole.split(), Known(), LEXICON) > score(broken.split(), Known(), LEXICON) + 1


WORDS = st.sampled_from(["University", "of", "Lund", "Faculty", "Law,", "de", "Institut", "(X)", "大学", "-", "*"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4))
def test_every_word_stands_in_one_name(lines: list[list[str]]) -> None:
    printed = [" ".join(line) for line in lines]
    found = read(*printed)
    for cut in range(3):
        kept = [token.word.index for stretch in found
                for name in stretch.names(stretch.cuttings[min(cut, len(stretch.cuttings) - 1)]) for token in name]
        assert kept == list(range(sum(map(len, lines))))

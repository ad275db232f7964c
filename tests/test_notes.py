"""Lines that hold no agreement, and single words that head nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import read

from pipeline import knowledge as know
from pipeline.clean.notes import line_role

LEXICON = know.load()
NUMBERED = """Kooperationen der Fakultäten

Institut für Romanistik
Asien
Japan
1. Keio University, Wirtschaftswissenschaftliche
Fakultät
Vietnam
2. Hue University
Europa
Schweden
3. Umeå universitet
"""


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Biuro Współpracy, pok. 12, tel. wewn. 2440", "note"),
        ("International Office, room 3, phone ext. 117", "note"),
        ("詳しくは国際交流課（本部3階）まで。", "note"),
        ("東京大学。", None),
        ("University of Telfax 2", None),
    ],
)
def test_where_to_ask_is_a_note(text: str, role: str | None) -> None:
    assert line_role(text, LEXICON) == role


def test_a_unit_that_says_not_of_what_is_the_rest_of_the_name_above(tmp_path: Path) -> None:
    found = read(NUMBERED, tmp_path)
    assert {one.department for one in found.agreements} == {"Institut für Romanistik"}
    assert found.agreements[0].institution == "Keio University, Wirtschaftswissenschaftliche Fakultät"

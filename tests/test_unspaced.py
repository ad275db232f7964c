"""Names in scripts without white space, with nothing between them."""

from __future__ import annotations

from pathlib import Path

from reading import read

from pipeline.clean.names.unspaced import names_in, runs_on

DUMP = """校級學術交流合約一覽表

區域	國家／地區	姊妹校
歐洲	法國	里爾大學南特大學
歐洲	德國	海德堡大學
東亞	日本	廣島大學
東亞	韓國	高麗大學仁荷大學
"""


def test_a_word_is_made_of_universities_with_their_units() -> None:
    assert names_in("ローマ大学経済学部トリノ大学医学部") == ("ローマ大学経済学部", "トリノ大学医学部")
    assert names_in("중앙대학교한양대학교") == ("중앙대학교", "한양대학교")
    assert not any(map(runs_on, ("公州大学校師範大学", "沖縄科学技術大学院大学", "서울대학교공과대학")))


def test_universities_that_say_where_they_lie_are_cut_and_others_ask(tmp_path: Path) -> None:
    found = read(DUMP, tmp_path).agreements
    assert [one.institution for one in found[:2]] == ["里爾大學", "南特大學"]
    (glued,) = (one for one in found if one.country == "韓國")
    assert "Several universities" in (glued.review_reason or "")

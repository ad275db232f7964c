"""Tables that a dump draws with letters: where drawn lines part the rows, cells are certain."""

from __future__ import annotations

from pathlib import Path

from reading import read

MERGED = """Agreements of the Faculties

+------------------+-----------------+-----------+------------------------+
| Faculty          | Region          | Country   | Partner institution    |
+==================+=================+===========+========================+
|                  | Europe          | Malta     | University of Malta    |
| Faculty of       |                 +-----------+------------------------+
| Law (4)          |                 |           | Universitetet i Oslo - |
|                  |                 | Norway    | Faculty of Humanities  |
|                  |                 |           +------------------------+
|                  |                 |           | Nord universitet       |
|                  +-----------------+-----------+------------------------+
|                  | Latin America   | Peru      | Universidad de Piura   |
|                  | and Caribbean   |           |                        |
+------------------+-----------------+-----------+------------------------+
"""

SQUARES = """協定校一覧

┌────────┬──────────────┐
│ 国     │ 大学         │
├────────┼──────────────┤
│ 中国   │ 同済大学     │
│        ├──────────────┤
│        │ ハルビン     │
│        │ 工業大学     │
├────────┼──────────────┤
│ 韓国   │ 高麗大学校   │
└────────┴──────────────┘
"""

FRAMED = """+---------+-------------------------+
| Country | University              |
+---------+-------------------------+
| Ghana   | University of Ghana     |
|         | University of Cape Coast|
| Kenya   | Moi University          |
+---------+-------------------------+
"""


def test_labels_govern_the_rows_between_their_lines(tmp_path: Path) -> None:
    found = read(MERGED, tmp_path).agreements
    assert {one.department for one in found} == {"Faculty of Law"}
    assert [(one.zone, one.country, one.institution) for one in found] == [
        ("Europe", "Malta", "University of Malta"),
        ("Europe", "Norway", "Universitetet i Oslo - Faculty of Humanities"),
        ("Europe", "Norway", "Nord universitet"),
        ("Latin America and Caribbean", "Peru", "Universidad de Piura"),
    ]
    assert not any(one.needs_review for one in found)


def test_letters_may_be_two_squares_wide(tmp_path: Path) -> None:
    found = [(one.country, one.institution) for one in read(SQUARES, tmp_path).agreements]
    assert found == [("中国", "同済大学"), ("中国", "ハルビン工業大学"), ("韓国", "高麗大学校")]


def test_a_frame_around_the_whole_table_parts_no_rows(tmp_path: Path) -> None:
    found = [one.institution for one in read(FRAMED, tmp_path).agreements]
    assert found == ["University of Ghana", "University of Cape Coast", "Moi University"]

"""Text dumps in other shapes than tabs: separated values, a cell a line, framed and numbered lists, page seams."""

from __future__ import annotations

from pathlib import Path

from reading import read


def agreements(text: str, folder: Path) -> list[tuple[str | None, str | None, str]]:
    return [(one.department, one.country, one.institution) for one in read(text, folder).agreements]


VALUES = """Convenios entre departamentos;;;;
Facultad;Zona;País;Institución;Exención
Facultad de Derecho (3);Europa;Italia;"Departamento de Física, Universidad de Roma "La Sapienza"";Sí
Facultad de Derecho (3);Europa;Suiza;Universität Basel;No
Facultad de Derecho (3);Asia;Japón;"Escuela de Negocios, Waseda University";No
"""


def test_separated_values_are_a_table(tmp_path: Path) -> None:
    found = read(VALUES, tmp_path).agreements
    assert [(one.department, one.country_code, one.institution, one.tuition_waiver) for one in found] == [
        ("Facultad de Derecho", "IT", 'Departamento de Física, Universidad de Roma "La Sapienza"', True),
        ("Facultad de Derecho", "CH", "Universität Basel", False),
        ("Facultad de Derecho", "JP", "Escuela de Negocios, Waseda University", False),
    ]


def test_a_quoted_value_may_stand_on_two_lines(tmp_path: Path) -> None:
    text = 'Country,Institution,Year\nJapan,"School of Law,\nKeio University",1999\nGhana,Ashesi University,2001\n'
    text += "Kenya,Moi University,2003\nItaly,Politecnico di Torino,2004\n"
    assert agreements(text, tmp_path)[0] == (None, "Japan", "School of Law, Keio University")


def test_names_with_commas_are_no_separated_values(tmp_path: Path) -> None:
    text = "Japan\nKeio University, Tokyo, Mita\nWaseda University, Tokyo, Nishi\nSophia University, Tokyo, Yotsuya\n"
    assert len(agreements(text, tmp_path)) == 3


BROKEN = """Conventions entre départements
Départements
Zones
Pays et ré‐
gions
Établissements
École doctorale d'Ingé‐
nierie / École d'Ingénie‐
rie (3)
Moyen et Proche-
Orient
Émirats arabes
unis
Khalifa University
Amérique Centrale
et du Sud
Brésil
Université de Brasilia
Université de São Paulo
Institut de recherche sur
les Matériaux (1)
Asie
Taiwan
Université Tamkang
"""


def test_labels_that_line_breaks_broke_are_whole(tmp_path: Path) -> None:
    engineering = "École doctorale d'Ingénierie / École d'Ingénierie"
    found = read(BROKEN, tmp_path)
    assert [(one.department, one.zone, one.country, one.institution) for one in found.agreements] == [
        (engineering, "Moyen et Proche-Orient", "Émirats arabes unis", "Khalifa University"),
        (engineering, "Amérique Centrale et du Sud", "Brésil", "Université de Brasilia"),
        (engineering, "Amérique Centrale et du Sud", "Brésil", "Université de São Paulo"),
        ("Institut de recherche sur les Matériaux", "Asie", "Taiwan", "Université Tamkang"),
    ]
    assert not found.rejects


MARKED = """部局間学術交流協定

◎理学研究科・理学部（３）
　■アジア
　　〔中国〕
　　　・厦門大学
　■ヨーロッパ
　　〔アイルランド〕
　　　・University of Limerick
　　　・Dublin City University

－24－
岡山大学　国際交流

◎金属材料研究所（１）
　■北米
　　〔カナダ〕
　　　・トロント大学
"""


def test_marks_above_labels_open_departments(tmp_path: Path) -> None:
    assert agreements(MARKED, tmp_path) == [
        ("理学研究科・理学部", "中国", "厦門大学"),
        ("理学研究科・理学部", "アイルランド", "University of Limerick"),
        ("理学研究科・理学部", "アイルランド", "Dublin City University"),
        ("金属材料研究所", "カナダ", "トロント大学"),
    ]


COLONS = """전북대학교 부서 간 교류협정

약학대학 (3):
아시아 - 몽골:
  1. 몽골국립대학교
북미 - 미국:
  1. 조지아공과대학교
  2. 캘리포니아대학교 로스앤젤레스캠퍼스

- 1 -
전북대학교 부서 간 교류협정

경영대학 (2):
북미 - 미국:
  1. School of Management, Indiana University
유럽 - 아일랜드:
  1. 코크대학교
"""


def test_lines_of_labels_end_with_colons(tmp_path: Path) -> None:
    assert agreements(COLONS, tmp_path) == [
        ("약학대학", "몽골", "몽골국립대학교"),
        ("약학대학", "미국", "조지아공과대학교"),
        ("약학대학", "미국", "캘리포니아대학교 로스앤젤레스캠퍼스"),
        ("경영대학", "미국", "School of Management, Indiana University"),
        ("경영대학", "아일랜드", "코크대학교"),
    ]


PIPES = """Department-level Agreements
Faculty | Area | Country | Institution
School of Law (4) | North America | Canada | Department of History, University of British
 |  |  | Columbia
 | Europe | Czech Republic | Masarykova univerzita
 |  | Latvia | Daugavpils University
 |  |  | University of Latvia
"""


def test_a_country_in_the_column_of_names_that_would_have_no_partner_is_none(tmp_path: Path) -> None:
    assert agreements(PIPES, tmp_path)[0][2] == "Department of History, University of British Columbia"


NEWSPAPER = """            Conventions interuniversitaires

[Afrique]                            Tunisie                              Indonésie
                                     Université de Sousse                 Institut de Technologie de
Algérie                              *Université de Carthage                Bandung
*Université Abou Bekr Belkaïd
  Tlemcen                            [Asie]                               Japon
Université d'Alger 1                                                      *Université Sophia
                                     Bangladesh                           *Université de Tokyo
Égypte                               University of Rajshahi
Université d'Alexandrie                                                   Laos
*Université Senghor                  Chine                                Souphanouvong University
                                     Université de Pékin
                                                                          Népal
                                     Inde                                 Tribhuvan University
                                     Université de Delhi                  *Kathmandu University

                                      41
"""


def test_columns_of_a_newspaper_are_read_one_after_the_other(tmp_path: Path) -> None:
    found = [(one.zone, one.country, one.institution) for one in read(NEWSPAPER, tmp_path).agreements]
    assert found[:4] == [
        ("Afrique", "Algérie", "Université Abou Bekr Belkaïd Tlemcen"),
        ("Afrique", "Algérie", "Université d'Alger 1"),
        ("Afrique", "Égypte", "Université d'Alexandrie"),
        ("Afrique", "Égypte", "Université Senghor"),
    ]
    assert ("Afrique", "Tunisie", "Université de Sousse") in found
    assert ("Asie", "Indonésie", "Institut de Technologie de Bandung") in found
    assert len(found) == 15


LAYOUT = """Convenios internacionales

Convenios entre departamentos
Facultad                       Región          País               Universidad asociada
Facultad de Letras (4)         África          Nigeria            University of Jos
                               América del     Estados Unidos     Facultad de Artes y Ciencias Sociales, Alabama
                               Norte                              Agricultural and Mechanical University
                                                                  Universidad Estatal de Ohio
                               Oceanía         Nueva Zelanda      Lincoln University
Facultad de Derecho (1)        África          Sudáfrica          Central University of Technology
"""


def test_columns_kept_by_white_space_are_a_table(tmp_path: Path) -> None:
    found = read(LAYOUT, tmp_path).agreements
    assert [(one.department, one.zone, one.country_code, one.institution) for one in found] == [
        ("Facultad de Letras", "África", "NG", "University of Jos"),
        (
            "Facultad de Letras",
            "América del Norte",
            "US",
            "Facultad de Artes y Ciencias Sociales, Alabama Agricultural and Mechanical University",
        ),
        ("Facultad de Letras", "América del Norte", "US", "Universidad Estatal de Ohio"),
        ("Facultad de Letras", "Oceanía", "NZ", "Lincoln University"),
        ("Facultad de Derecho", "África", "ZA", "Central University of Technology"),
    ]
    assert all(one.boxes is None for one in found)


PLAIN = """Department-level Agreements
Institute for Marine Research
Europe
Slovakia
Department of Chemistry, Slovenská Technická Univerzita
v Bratislave
Faculty of Law, Vysoká škola ekonómie a manažmentu
v Bratislave
Denmark
Faculty of Law, Copenhagen Business Academy
Oceania
New Zealand
Lincoln University
Faculty of Letters
Africa
Kenya
Narok University
"""


def test_the_rest_of_a_name_that_stands_twice_is_no_running_head(tmp_path: Path) -> None:
    names = [name for _, _, name in agreements(PLAIN, tmp_path)]
    assert names[:2] == [
        "Department of Chemistry, Slovenská Technická Univerzita v Bratislave",
        "Faculty of Law, Vysoká škola ekonómie a manažmentu v Bratislave",
    ]


def test_a_partners_unit_above_a_zone_is_no_department(tmp_path: Path) -> None:
    assert [department for department, _, _ in agreements(PLAIN, tmp_path)] == [
        *["Institute for Marine Research"] * 4,
        "Faculty of Letters",
    ]


NUMBERED = """院系级交流协议

一、法学院（5）
【欧洲】
俄罗斯：莫斯科国立大学；圣彼得堡国立大学。
法国：里尔大学；巴黎第一大学
波兰：华沙大学

二、教育学院（5）
【亚洲】
日本：东京大学；京都大学。
韩国：首尔大学
越南：河内大学；顺化大学
"""


def test_numbers_that_count_on_are_no_part_of_headings(tmp_path: Path) -> None:
    assert agreements(NUMBERED, tmp_path) == [
        ("法学院", "俄罗斯", "莫斯科国立大学"),
        ("法学院", "俄罗斯", "圣彼得堡国立大学"),
        ("法学院", "法国", "里尔大学"),
        ("法学院", "法国", "巴黎第一大学"),
        ("法学院", "波兰", "华沙大学"),
        ("教育学院", "日本", "东京大学"),
        ("教育学院", "日本", "京都大学"),
        ("教育学院", "韩国", "首尔大学"),
        ("教育学院", "越南", "河内大学"),
        ("教育学院", "越南", "顺化大学"),
    ]


NAMELESS = """Agreements between departments

Japan
Kyoto University
Waseda University
Italy
University of Bologna
"""


def test_agreements_of_departments_without_a_department_are_questions(tmp_path: Path) -> None:
    found = read(NAMELESS, tmp_path).agreements
    assert [(one.level, one.department, one.needs_review) for one in found] == [("department", None, True)] * 3


MARKDOWN = """# Umowy międzywydziałowe

## Wydział Ekonomiczny (2)

| Obszar | Kraj / Region | Instytucja partnerska |
|---|:---|---|
| Azja | **Chiny** | Jilin University |
| Europa | **Austria** | Universität Wien |

## Wydział Prawa (1)

| Obszar | Kraj / Region | Instytucja partnerska |
|---|:---|---|
| Europa | **Belgia** | KU Leuven |
"""


def test_marks_above_headings_of_tables_open_departments(tmp_path: Path) -> None:
    assert agreements(MARKDOWN, tmp_path) == [
        ("Wydział Ekonomiczny", "Chiny", "Jilin University"),
        ("Wydział Ekonomiczny", "Austria", "Universität Wien"),
        ("Wydział Prawa", "Belgia", "KU Leuven"),
    ]


STACKED = """部局間学術交流協定

教育学部（3）

国・地域
タイ
インド
インド

機関名
コンケン大学
デリー大学
インド理科大学院

文学部（2）

国・地域
中国
イタリア

機関名
蘭州大学
Politecnico di Torino
"""


def test_columns_one_after_the_other_are_a_table(tmp_path: Path) -> None:
    assert agreements(STACKED, tmp_path) == [
        ("教育学部", "タイ", "コンケン大学"),
        ("教育学部", "インド", "デリー大学"),
        ("教育学部", "インド", "インド理科大学院"),
        ("文学部", "中国", "蘭州大学"),
        ("文学部", "イタリア", "Politecnico di Torino"),
    ]


FOOTED = """Convenios entre departamentos

Facultad de Farmacia (2)
  Asia
    Israel
      - Universidad
        Hebrea de Jerusalén

Universidad de Murcia                        7

Convenios entre departamentos

  Europa
    Luxemburgo
      - Université du Luxembourg

Universidad de Murcia                        8

Convenios entre departamentos

Departamento de Historia (1)
  Europa
    Austria
      - Universität Wien
"""


def test_running_heads_across_from_their_page_number_are_furniture(tmp_path: Path) -> None:
    assert agreements(FOOTED, tmp_path) == [
        ("Facultad de Farmacia", "Israel", "Universidad Hebrea de Jerusalén"),
        ("Facultad de Farmacia", "Luxemburgo", "Université du Luxembourg"),
        ("Departamento de Historia", "Austria", "Universität Wien"),
    ]

"""The designs, by name: layouts as international offices print them, each in one of three renderers."""

from __future__ import annotations

from .model import Design

A4 = (595.28, 841.89)
LETTER = (612.0, 792.0)
LANDSCAPE = (841.89, 595.28)

DZCI = ("department", "zone", "country", "institution")
ZCI = ("zone", "country", "institution")
CI = ("country", "institution")

_HTML = (
    Design(name="html-grid-top-fr", renderer="html", language="fr", counts=("department",), date="long"),
    Design(name="html-hairline-year-tick-en", renderer="html", rules="hairline", waiver="tick",
           columns=("zone", "country", "institution", "department", "year", "waiver"), department="every",
           header_lines=True),
    Design(name="html-zebra-every-de", renderer="html", language="de", rules="zebra", band=True,
           department="every", zone="every", country="every"),
    Design(name="html-plain-middle-it", renderer="html", language="it", rules="none", department="middle",
           zone="middle", country="middle", page_rows=30, again="label", units=False),
    Design(name="html-dotted-capitals-pt", renderer="html", language="pt", rules="dotted", capitals=("country",),
           counts=("country",), columns=ZCI, department="absent", size=8.5),
    Design(name="html-frame-blank-pl", renderer="html", language="pl", rules="frame", department="blank",
           zone="blank", country="blank", header_lines=True, counts=("department",)),
    Design(name="html-news3-zones-fr", renderer="html", language="fr", body="list", department="absent",
           zone="heading", waiver="star", rows=60),
    Design(name="html-news4-capitals-en", renderer="html", body="list", department="absent", zone="absent",
           capitals=("country",), counts=("country",), news=4, paper=LANDSCAPE, rows=80, size=7.5),
    Design(name="html-list-then-table-es", renderer="html", language="es", body="both", waiver="star", rows=60),
    Design(name="html-grid-middle-ja", renderer="html", language="ja", department="middle", zone="middle",
           country="middle", counts=("department",), wide_brackets=True, date="era", page_rows=26),
    Design(name="html-hairline-zh", renderer="html", language="zh", rules="hairline", columns=ZCI,
           department="heading", date="long"),
    Design(name="html-twin-en", renderer="html", body="twin", columns=CI, department="absent", zone="absent",
           page_rows=44, rows=70, size=7),
    Design(name="html-headings-years-en", renderer="html", rules="hairline", columns=(*ZCI, "year"),
           department="heading", counts=("department",), paper=LETTER),
    Design(name="html-zone-bands-fr", renderer="html", language="fr", rules="hairline", band=True,
           columns=("department", "country", "institution"), department="every", zone="band", country="blank"),
    Design(name="html-lines-in-cell-en", renderer="html", stack="lines", columns=DZCI, counts=("country",),
           rows=45, units=False),
    Design(name="html-hyphens-soft-de", renderer="html", language="de", rules="columns", hyphenate=True,
           oddities=frozenset({"soft", "nbsp", "footnote"}), size=9),
    Design(name="html-ligature-nfd-fr", renderer="html", language="fr", font="serif", rules="dotted",
           oddities=frozenset({"ligature", "nfd", "footnote"}), department="blank", zone="blank", country="blank"),
    Design(name="html-mixed-paper-es", renderer="html", language="es", mixed=True, page_rows=18, again="label",
           again_count=True, counts=("department",), rows=54),
)

_TYPST = (
    Design(name="typst-grid-middle-en", renderer="typst", department="middle", zone="middle", country="middle",
           page_rows=26, counts=("department",), date="long"),
    Design(name="typst-hairline-top-es", renderer="typst", language="es", rules="hairline", band=True,
           counts=("department", "country")),
    Design(name="typst-zebra-blank-fr", renderer="typst", language="fr", rules="zebra", band=True,
           department="blank", zone="blank", country="blank", waiver="star"),
    Design(name="typst-plain-hyphens-de", renderer="typst", language="de", rules="none", department="blank",
           zone="blank", country="blank", hyphenate=True, size=9, paper=LETTER),
    Design(name="typst-columns-middle-pl", renderer="typst", language="pl", rules="columns", department="top",
           zone="middle", country="middle", columns=ZCI, units=False, page_rows=30, again="label"),
    Design(name="typst-turned-zone-en", renderer="typst", turned=True, zone="middle", country="middle",
           columns=("zone", "country", "institution", "department", "year"), department="every", rows=60,
           width=(5, 16, 40, 26, 8), page_rows=28, again="label"),
    Design(name="typst-bullets-ja", renderer="typst", language="ja", stack="bullets", separator="・",
           counts=("department", "country"), wide_brackets=True, date="wide", rows=45),
    Design(name="typst-grid-ko", renderer="typst", language="ko", department="middle", zone="top", country="top",
           columns=(*DZCI, "year"), page_rows=24, again="continued"),
    Design(name="typst-news2-departments-pt", renderer="typst", language="pt", body="list", department="heading",
           zone="heading", news=2, counts=("department",), rows=70),
    Design(name="typst-news3-pl", renderer="typst", language="pl", body="list", department="absent", zone="absent",
           waiver="star", rows=70),
    Design(name="typst-serif-dotted-it", renderer="typst", language="it", font="serif", rules="dotted",
           hyphenate=True, size=9.5, country="blank", zone="blank", department="blank"),
    Design(name="typst-headless-en", renderer="typst", header="none", counts=("department",)),
    Design(name="typst-leaders-de", renderer="typst", language="de", body="list", department="absent",
           zone="heading", leaders=True, news=2, rows=60, size=7.5),
    Design(name="typst-landscape-extras-en", renderer="typst", paper=LANDSCAPE, rules="hairline", again="continued",
           columns=(*DZCI, "code", "period", "coordinator"), page_rows=18, counts=("department",)),
    Design(name="typst-country-bands-fr", renderer="typst", language="fr", rules="frame", band=True,
           columns=("institution", "department", "year"), department="every", zone="heading", country="band"),
)

_CANVAS = (
    Design(name="canvas-merged-again-fr", renderer="canvas", language="fr", again="label", again_count=True,
           counts=("department",), page_rows=30, rows=70, waiver="star"),
    Design(name="canvas-continued-en", renderer="canvas", rules="hairline", again="continued", page_rows=28,
           oddities=frozenset({"title-again", "footnote"}), rows=70),
    Design(name="canvas-grid-ja", renderer="canvas", language="ja", counts=("department",), wide_brackets=True,
           date="era", department="middle", zone="middle", country="middle", waiver="circle",
           columns=(*DZCI, "year", "waiver"), page_rows=30),
    Design(name="canvas-zebra-zh", renderer="canvas", language="zh", rules="zebra", band=True, department="blank",
           zone="blank", country="blank", date="long"),
    Design(name="canvas-plain-ko", renderer="canvas", language="ko", rules="none", department="blank",
           zone="blank", country="blank", columns=(*DZCI, "year"), date="long"),
    Design(name="canvas-bottom-es", renderer="canvas", language="es", department="bottom", zone="bottom",
           country="bottom", page_rows=30, again="label"),
    Design(name="canvas-twin-counts-fr", renderer="canvas", language="fr", body="twin", columns=ZCI,
           department="absent", counts=("country",), rules="grid", page_rows=50, rows=80, size=6.5,
           paper=LANDSCAPE),
    Design(name="canvas-fakebold-news2-it", renderer="canvas", language="it", body="list", department="absent",
           zone="heading", news=2, waiver="star", oddities=frozenset({"fakebold"}), rows=80),
    Design(name="canvas-run-together-pt", renderer="canvas", language="pt", stack="run", counts=("country",),
           rows=45),
    Design(name="canvas-rotated-en", renderer="canvas", rotate=90, paper=LANDSCAPE, rules="dotted",
           columns=(*DZCI, "period"), marks=("country",), page_rows=20, again="label"),
    Design(name="canvas-cropped-de", renderer="canvas", language="de", crop=True, font="serif",
           oddities=frozenset({"outside"}), department="band", band=True, columns=ZCI, rules="grid",
           counts=("department",)),
    Design(name="canvas-white-text-en", renderer="canvas", oddities=frozenset({"white", "fakebold"}), rules="frame",
           department="heading", zone="blank", country="blank", columns=ZCI, waiver="star", marks=("zone",),
           mark="**"),
    Design(name="canvas-plain-middle-fr", renderer="canvas", language="fr", rules="none", department="middle",
           zone="middle", country="middle", page_rows=30, again="label", units=False, counts=("country",)),
    Design(name="canvas-bullets-en", renderer="canvas", stack="bullets", separator="• ", rules="hairline",
           rows=50, counts=("zone",)),
    Design(name="canvas-turned-ja", renderer="canvas", language="ja", turned=True, zone="middle", country="top",
           columns=ZCI, department="heading", width=(6, 24, 70), counts=("country",), wide_brackets=True),
)

DESIGNS: dict[str, Design] = {design.name: design for design in (*_HTML, *_TYPST, *_CANVAS)}

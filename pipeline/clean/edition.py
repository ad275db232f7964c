"""One edition through the steps of clean, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline import knowledge as know
from pipeline.clean import label
from pipeline.clean.align import align, counts, joints, places
from pipeline.clean.footnotes import is_reference
from pipeline.clean.names import naming, units
from pipeline.clean.names.unit import Unit
from pipeline.clean.normalise import vocabulary
from pipeline.clean.parts import Labelled, Part, Section
from pipeline.clean.rows import assemble, dedupe, fates, finish, overfull, reconcile
from pipeline.clean.rows.outliers import with_outliers
from pipeline.clean.rows.overlooked import with_overlooked
from pipeline.clean.rows.placed import with_boxes_as_shown
from pipeline.clean.rows.rejects import gap_rejects, no_country, nothing_found, problem_rejects
from pipeline.clean.rows.shared import with_own_values
from pipeline.clean.sections import looks, remarks, retold, sections, twofold
from pipeline.knowledge import Lexicon
from pipeline.records import Cleaned, Document
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Read:
    """What one section says, before its agreements have ids."""

    section: Section
    drafts: tuple[assemble.Draft, ...]
    merged: tuple[assemble.Draft, ...]
    placeless: tuple[assemble.Draft, ...]
    twins: tuple[dedupe.Twin, ...]
    gaps: tuple[places.Gap, ...]


def edition(document: Document, lexicon: Lexicon, settings: Settings) -> Cleaned:
    """The edition's agreements, what was done to get them, and a fate for each word."""
    rows = label.label(document, lexicon)
    languages = know.detect_languages(lexicon, _own_words(rows))
    words = vocabulary([line.text for line in document.lines])
    rows = tuple(looks.zones(tuple(twofold.zones(rows, lexicon)), lexicon))
    rows = tuple(remarks.waivers(tuple(retold.names(tuple(retold.labels(rows)))), lexicon))
    parts = sections.with_legends(sections.sections(rows, lexicon), lexicon)
    answers = {part.text for row in rows for part in row.parts if part.role == "waiver"}
    crossed = know.is_crossed(lexicon, answers)
    read = [_section(part, crossed, words, languages, lexicon, settings) for part in parts]
    found = _cleaned(document, read, languages, lexicon)
    return with_boxes_as_shown(found, document.pages) if document.format == "pdf" else _without_boxes(found)


def _without_boxes(found: Cleaned) -> Cleaned:
    """A text's squares are no place on a page."""
    return replace(
        found,
        agreements=tuple(replace(one, boxes=None) for one in found.agreements),
        rejects=tuple(replace(one, boxes=None) for one in found.rejects),
    )


def _own_words(rows: Sequence[Labelled]) -> list[str]:
    """What the edition says in its own language: headings, labels, dates; the partners' names are in any."""
    return [part.text for row in rows for part in row.parts if part.role not in ("institution", "extra", "furniture")]


def _section(
    section: Section,
    crossed: bool,
    words: frozenset[str],
    languages: tuple[str, ...],
    lexicon: Lexicon,
    settings: Settings,
) -> Read:
    cells = units.units(section.rows, lexicon)
    alignment = align.align(section.rows, cells, languages, lexicon, settings)
    context = _context(section, cells, crossed, words, languages, lexicon, settings)
    cut = list(_drafts(section, cells, alignment, context, lexicon))
    named = with_own_values(cut, context.values, context.crossed, lexicon)
    drafts = list(with_overlooked(list(with_outliers(list(named), lexicon)), languages, lexicon))
    placed = [draft for draft in drafts if draft.place.country is not None]
    twins = dedupe.twins(placed, settings)
    return Read(
        section,
        tuple(placed),
        dedupe.merged(placed, twins),
        tuple(draft for draft in drafts if draft.place.country is None),
        twins,
        (*align.gaps(alignment), *align.soft_gaps(alignment)),
    )


def _context(
    section: Section,
    cells: Sequence[Unit],
    crossed: bool,
    words: frozenset[str],
    languages: tuple[str, ...],
    lexicon: Lexicon,
    settings: Settings,
) -> assemble.Context:
    notes = [part.text for row in section.rows for part in row.parts if part.role == "note" and part.text]
    behind = dict(_behind(section.rows, cells))
    apart = {cells[at].row for at in behind}
    return assemble.Context(
        section.level,
        sections.dates(section.rows, languages, lexicon),
        section.waiver_mark,
        crossed,
        frozenset(_asked(section.rows, lexicon)),
        words,
        languages,
        {row: parts for row, parts in _parts(section.rows, "values").items() if row not in apart},
        behind,
        _parts(section.rows, "institution"),
        {note.split()[0]: note for note in notes if is_reference(note.split()[0])},
        settings.review_margin,
        frozenset(row.entry.index for row in section.rows if "OCR" in row.entry.block.note),
    )


def _asked(rows: Sequence[Labelled], lexicon: Lexicon) -> Iterator[int]:
    """The rows of blocks that say of some row whether tuition is waived, or have a heading for it."""
    asked = False
    for _, group in groupby(rows, key=lambda row: row.entry.first):
        block = list(group)
        parts = [part for row in block for part in row.parts]
        asked = (asked and block[0].entry.block.continues) or any(
            part.role == "waiver" or (part.role == "header" and know.heading_role(lexicon, part.text) == "waiver")
            for part in parts
        )
        yield from (row.entry.index for row in block if asked)


def _drafts(
    section: Section,
    cells: Sequence[Unit],
    alignment: align.Alignment,
    context: assemble.Context,
    lexicon: Lexicon,
) -> Iterator[assemble.Draft]:
    """A draft for each name, cut as wording, paper and printed counts have it."""
    owner, apart = alignment.reading.owner, joints.joints(cells, alignment)
    groups = [(at, stretch) for at, group in joints.joined(cells, owner, apart, lexicon) for stretch in group]
    cuts = [stretch for _, stretch in groups]
    chances = counts.chances(cuts, [alignment.places[owner[at]] for at, _ in groups], align.gaps(alignment))
    for stretch, chance in zip(cuts, chances, strict=True):
        taken = max(range(len(chance)), key=lambda k: chance[k])
        cell = naming.shared(stretch.tokens, stretch.cuttings[taken].firsts)
        for name, margin in counts.margins(stretch, chance, taken, lexicon):
            own = joints.members(stretch, name)
            least = min(margin, joints.margin(cells, owner, apart, own), key=lambda margin: margin.ahead)
            rows = tuple(dict.fromkeys(stretch.pieces[token.piece].row for token in name))
            yield assemble.draft(name, rows, own, cell, alignment, least, context, lexicon)


def _behind(rows: Sequence[Labelled], cells: Sequence[Unit]) -> Iterator[tuple[int, tuple[Part, ...]]]:
    """The values behind each cell of names, in rows that run several on: `Université de Namur (2004) ; ...`; those in
    columns of their own stand beside all of them."""
    of: dict[int, list[int]] = defaultdict(list)
    for at, cell in enumerate(cells):
        of[cell.row].append(at)
    for row in rows:
        parts = row.parts
        names = [i for i, part in enumerate(parts) if part.role == "institution" and part.words]
        if len(names) > 1 and len(names) == len(of[row.entry.index]):
            columns = {parts[i].column for i in names}
            shared = [part for part in parts if _is_value(row, part) and part.column not in columns]
            for at, first, end in zip(of[row.entry.index], names, [*names[1:], len(parts)], strict=True):
                own = (part for part in parts[first:end] if _is_value(row, part) and part.column in columns)
                yield at, (*own, *shared)


def _is_value(row: Labelled, part: Part) -> bool:
    """A year and the like, or a department right of the name, which governs no other rows."""
    right = part.role == "department" and row.one("institution") is not None and not places.governs(row, part)
    return right or part.role in ("year", "waiver", "extra")


def _parts(rows: Sequence[Labelled], kind: str) -> Mapping[int, tuple[Part, ...]]:
    """The row's values (everything beside labels and names), or its names, by row."""
    found: dict[int, list[Part]] = defaultdict(list)
    for row in rows:
        for part in row.parts:
            value = _is_value(row, part)
            if (kind == "values" and value) or (kind == "institution" and part.role == "institution"):
                for index in range(part.rows[0], part.rows[1] + 1) if part.rows and value else (row.entry.index,):
                    found[index].append(part)
    return {index: tuple(parts) for index, parts in found.items()}


def _cleaned(document: Document, read: Sequence[Read], languages: tuple[str, ...], lexicon: Lexicon) -> Cleaned:
    rows = [row for part in read for row in part.section.rows]
    drafts = [draft for part in read for draft in part.merged]
    agreements, repairs = finish.finish(drafts, document.edition, lexicon)
    rejects = [
        *problem_rejects(document),
        *(reject for part in read for reject in no_country(part.placeless, document)),
        *(reject for part in read for reject in gap_rejects(part.gaps, document)),
    ]
    merges = [
        merge for part in read for merge in fates.merges(part.drafts, part.twins, part.merged, drafts, agreements)
    ]
    found, left = fates.fates(document, rows, drafts, agreements, rejects)
    accounts = [
        account
        for part in read
        for account in reconcile.reconcile(
            document.edition, part.section.level, part.section.rows, part.merged, part.placeless, part.gaps
        )
    ]
    if not agreements and not rejects and not left:
        rejects = [nothing_found(document)]
    return Cleaned(
        document.edition,
        overfull.asked(agreements, accounts),
        tuple(repairs),
        (*rejects, *left),
        tuple(merges),
        tuple(accounts),
        found,
        languages,
    )

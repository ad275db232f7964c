"""Every cell gets a role: by its column where columns are certain, by meaning and order where they are a hint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.clean.dumps.bullets import with_bullets
from pipeline.clean.dumps.halves import with_whole_labels
from pipeline.clean.dumps.linebreaks import mended
from pipeline.clean.dumps.links import without_links
from pipeline.clean.dumps.loose import loose
from pipeline.clean.dumps.recorded import recorded
from pipeline.clean.dumps.stacked import restacked
from pipeline.clean.footnotes import footnotes
from pipeline.clean.lists.asides import asides
from pipeline.clean.lists.brackets import closed
from pipeline.clean.lists.broken import unbroken
from pipeline.clean.lists.closing import closings
from pipeline.clean.lists.habits import habits
from pipeline.clean.lists.hung import unhung
from pipeline.clean.lists.keyed import keyed
from pipeline.clean.lists.leaders import dated, with_values, without_leaders
from pipeline.clean.lists.letters import without_letters
from pipeline.clean.lists.lone_marks import with_marks_above
from pipeline.clean.lists.outline import outlined
from pipeline.clean.lists.owners import owned
from pipeline.clean.lists.relisted import as_lists
from pipeline.clean.lists.runin import run_in, run_on
from pipeline.clean.lists.tailed import Tailed, with_tails, without_tails
from pipeline.clean.lists.valued import with_items_apart
from pipeline.clean.margins import letterheads, margin_dates
from pipeline.clean.parts import Entry, Labelled, Part
from pipeline.clean.prose import prose
from pipeline.clean.spans.spans import infer
from pipeline.clean.tables.abreast import one_after_the_other
from pipeline.clean.tables.ditto import spelt_out
from pipeline.clean.tables.matrix import spread
from pipeline.clean.tables.table import printed, tables
from pipeline.knowledge import Lexicon
from pipeline.records import Document


def label(document: Document, lexicon: Lexicon) -> tuple[Labelled, ...]:
    """Every row of the document with the roles of its pieces, in reading order."""
    spelt = spread(spelt_out(with_bullets(without_links(document)), lexicon), lexicon)
    whole = one_after_the_other(as_lists(recorded(restacked(spelt, lexicon), lexicon), lexicon), lexicon)
    led = without_leaders(tuple(_entries(whole)))
    entries: Sequence[Entry] = without_letters(closed([one.entry for one in led]))
    entries = outlined(entries, footnotes(entries, lexicon).keys(), lexicon)
    entries = with_marks_above(unbroken(with_whole_labels(mended(entries, lexicon), lexicon), lexicon), lexicon)
    readings = (read(entries, lexicon) for read in (keyed, owned, run_in, closings, run_on))
    running: Mapping[int, tuple[Part, ...]] = next(filter(None, readings), {})
    tailed = Tailed(entries, {}) if running else without_tails(entries, lexicon)
    entries = tailed.entries
    running = running or (closings(entries, lexicon) if tailed.tails else {})
    entries = unhung(entries, running, lexicon)
    below = footnotes(entries, lexicon).keys() | prose(entries, lexicon) | margin_dates(entries, lexicon)
    below |= asides(entries, lexicon) | letterheads(entries, lexicon)
    known = habits([entry for entry in entries if entry.index not in running], lexicon)
    blocks = [tuple(group) for _, group in groupby(entries, key=lambda entry: entry.first)]
    told = iter(tables([printed(block, lexicon) for block in blocks if block[0].block.kind == "table"], lexicon))
    names = dated(led, lexicon)
    ahead = [*(block[0] for block in blocks[1:]), None]
    lines = (
        loose(block, known, running, below, names, after, lexicon)
        for block, after in zip(blocks, ahead, strict=True)
        if block[0].block.kind != "table"
    )
    rows = [row for block in blocks for row in next(told if block[0].block.kind == "table" else lines)]
    rows = list(with_items_apart(list(with_tails(rows, tailed)), lexicon))
    return infer(tuple(with_values(rows, led, lexicon)), lexicon)


def _entries(document: Document) -> Iterator[Entry]:
    first = 0
    for block in document.blocks:
        for index, row in enumerate(block.rows, first):
            yield Entry(index, first, block, row)
        first += len(block.rows)

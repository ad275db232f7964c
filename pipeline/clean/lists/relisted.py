"""What paper takes for something else and what is a list: contents pages apart, counts at the edge, years at the edge,
columns side by side, headings in the margin."""

from __future__ import annotations

from pipeline.clean.lists.contents import without_contents
from pipeline.clean.lists.counted import recounted
from pipeline.clean.lists.dated import undated
from pipeline.clean.lists.sideheads import unheaded
from pipeline.clean.lists.unfold import unfolded
from pipeline.knowledge import Lexicon
from pipeline.records import Document


def as_lists(document: Document, lexicon: Lexicon) -> Document:
    """The document without contents pages, with lists that have the geometry of tables as lists."""
    listed = unfolded(undated(recounted(without_contents(document), lexicon), lexicon), lexicon)
    return unheaded(listed, lexicon)

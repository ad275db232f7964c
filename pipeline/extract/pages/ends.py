"""What stands above a table's first row and far below its last one, and is no part of it."""

from __future__ import annotations

from pipeline.extract.chunks import LARGE, Lines, chunk_of, is_parted, leading, usual_size
from pipeline.extract.rules import Edges

_FAR = 3.5  # leadings of white under a table: what comes after is no part of it
_MOST_NOTES = 3


def untitled(lines: Lines, edges: Edges) -> tuple[Lines, Lines]:
    """Lines of a table without those above its first row: a title or a note over it, up to the first in
    columns.

    A label that starts above the text beside it is no title: it has the font of the table and stands within
    its rules.
    """
    count = next((i for i, line in enumerate(lines) if is_parted(line)), 0)
    if count == 0:
        return [], lines
    size = usual_size([word for line in lines for word in line])
    left = min(word.x0 for line in lines for word in line)
    titles = 0
    for i, line in enumerate(lines[:count]):
        chunk = chunk_of(line)
        if chunk.x0 > left + size:
            break
        step = lines[i + 1][0].base - chunk.base
        ruled_off = any(chunk.bottom - 1 < edge.at < lines[i + 1][0].top + 2 for edge in edges.across)
        if step > size and (chunk.size > LARGE * size or ruled_off):
            titles = i + 1
    return lines[:titles], lines[titles:]


def trimmed(lines: Lines) -> tuple[Lines, Lines]:
    """Lines without those at the end that stand off by far more than the lines above do."""
    usual = leading(lines)
    for i in range(len(lines) - 1, max(0, len(lines) - 1 - _MOST_NOTES), -1):
        if lines[i][0].base - lines[i - 1][0].base > _FAR * usual:
            return lines[:i], lines[i:]
    return lines, []

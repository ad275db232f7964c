"""PDFs written by hand, byte by byte: small ones, and broken ones."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def assemble(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of numbered objects (the first is 1 0 obj) with its cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def pages(contents: Sequence[bytes], page: bytes = b"/MediaBox [0 0 595 842]", extra: Sequence[bytes] = ()) -> bytes:
    """A PDF with a page for each content stream; the font is /F1, `extra` objects are numbered from 4 on."""
    first = 4 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * i) for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        FONT,
        *extra,
    ]
    for i, content in enumerate(contents):
        resources = b"/Resources << /Font << /F1 3 0 R >> %s >>" % (b"/XObject << /X0 4 0 R >>" if extra else b"")
        objects.append(b"<< /Type /Page /Parent 2 0 R %s %s /Contents %d 0 R >>" % (page, resources, first + 2 * i + 1))
        objects.append(stream(zlib.compress(content), b"/Filter /FlateDecode"))
    return assemble(objects)


def text(x: float, y: float, words: str, size: float = 10, before: str = "") -> bytes:
    """Content that shows words at a point from the bottom left."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {before} /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n".encode("cp1252")

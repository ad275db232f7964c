"""What happens to pages after printing: turned, cropped, with text off the paper."""

from __future__ import annotations

import ctypes
import io

import pypdfium2 as pdfium
from pypdfium2 import raw

from .model import Design

BLEED = 36.0


def finish(design: Design, data: bytes) -> bytes:
    """The file with its pages turned, cropped and slugged as designed; a reader sees the same."""
    if not (design.rotate or design.crop or "outside" in design.oddities):
        return data
    document = pdfium.PdfDocument(data)
    for page in document:
        if "outside" in design.oddities:
            _slug(document, page, design)
        if design.crop:
            _crop(page)
        if design.rotate:
            _turn(page, design.rotate)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _slug(document: pdfium.PdfDocument, page: pdfium.PdfPage, design: Design) -> None:
    """A printer's job line above the trimmed page, as layout programs leave it."""
    text = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", ctypes.c_float(7.0))
    line = "Job 20418 University of Proof Edition\0".encode("utf-16-le")
    raw.FPDFText_SetText(text, ctypes.cast(ctypes.create_string_buffer(line), raw.FPDF_WIDESTRING))
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 60, design.paper[1] + 14)
    raw.FPDFPage_InsertObject(page, text)
    raw.FPDFPage_GenerateContent(page)


def _crop(page: pdfium.PdfPage) -> None:
    """Paper larger than the page: what a reader sees is the crop box."""
    left, bottom, right, top = page.get_mediabox()
    page.set_mediabox(left - BLEED, bottom - BLEED, right + BLEED, top + BLEED)
    page.set_cropbox(left, bottom, right, top)


def _turn(page: pdfium.PdfPage, angle: int) -> None:
    """Content turned one way and the page the other, so that a reader sees it upright."""
    left, bottom, right, top = page.get_mediabox()
    width, height = right - left, top - bottom
    turns = {90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height), 270: (0, -1, 1, 0, 0, width)}
    a, b, c, d, e, f = turns[angle]
    matrix = raw.FS_MATRIX(a, b, c, d, e + left, f + bottom)
    clip = raw.FS_RECTF(-9999, 9999, 9999, -9999)
    raw.FPDFPage_TransFormWithClip(page, matrix, clip)
    if angle != 180:
        page.set_mediabox(left, bottom, left + height, bottom + width)
        page.set_cropbox(left, bottom, left + height, bottom + width)
    page.set_rotation(angle)

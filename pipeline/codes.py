"""The closed catalogue of codes: what happened, in words for a person, and what to do about it.

Every `code` in the tables `rejects`, `repairs` and every review reason stands here; a test holds the code to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """`what` says what happened, `do` what a person can do."""

    code: str
    kind: Literal["reject", "repair", "review", "gap"]
    title: str
    what: str
    do: str = ""


_ALL = (
    # Files and pages that cannot be read
    Code(
        "empty_file",
        "reject",
        "Empty file",
        "The file holds no text.",
        "Get the edition again from its source.",
    ),
    Code(
        "not_text",
        "reject",
        "Not a text file",
        "The file is named .txt but holds binary data.",
        "Give it its right ending, or dump its text again.",
    ),
    Code(
        "not_pdf",
        "reject",
        "Not a PDF",
        "The file is named .pdf but is not one.",
        "Give it its right ending, or get it again.",
    ),
    Code(
        "too_large",
        "reject",
        "File too large",
        "The file is larger than the limit for an edition.",
        "Split it into editions, or raise max_bytes.",
    ),
    Code(
        "encrypted",
        "reject",
        "Encrypted PDF",
        "The file asks for a password.",
        "Save it without a password and put that copy in raw/.",
    ),
    Code(
        "damaged",
        "reject",
        "Damaged PDF",
        "The file cannot be opened as a PDF.",
        "Get it again from its source.",
    ),
    Code(
        "truncated",
        "reject",
        "End of the file missing",
        "The file breaks off before its end: what is there was read, and pages may be lacking.",
        "Get it again from its source, and compare the number of pages.",
    ),
    Code("no_pages", "reject", "No pages", "The PDF has no pages.", "Get it again from its source."),
    Code(
        "too_many_pages",
        "reject",
        "Too many pages",
        "The pages over the limit were not read.",
        "Split the file, or raise max_pages.",
    ),
    Code(
        "page_too_large",
        "reject",
        "Page too large",
        "The page is larger than any paper.",
        "Print the page to a paper size and put that copy in raw/.",
    ),
    Code(
        "page_timeout",
        "reject",
        "Page takes too long",
        "Reading the page took longer than the limit.",
        "Look at the page; save it anew from a viewer, or raise page_seconds.",
    ),
    Code("page_damaged", "reject", "Damaged page", "The page cannot be read.", "Look at the page in a viewer."),
    Code(
        "no_text_layer",
        "reject",
        "No text layer",
        "The page is a picture and holds no text.",
        "Install the extra `ocr`, or type the rows by hand from the picture.",
    ),
    Code(
        "layout_unclear",
        "reject",
        "Layout unclear",
        "Columns and rows of this page could not be told apart.",
        "Look at the picture of the page; the text stands here verbatim.",
    ),
    Code(
        "undecodable",
        "reject",
        "Characters without meaning",
        "The words have characters that stand for no letter.",
        "Read them from the page.",
    ),
    Code(
        "unsupported_ending",
        "reject",
        "Unknown kind of file",
        "Only .pdf and .txt files are read.",
        "Save the edition as PDF or text.",
    ),
    Code(
        "same_edition",
        "reject",
        "Two files of one edition",
        "Another file of this name was read for the edition.",
        "Keep one of the two files in raw/, or give them different names.",
    ),
    Code(
        "unreadable",
        "reject",
        "File cannot be opened",
        "The file could not be opened.",
        "Check that it is there and that you may read it.",
    ),
    Code(
        "internal_error",
        "reject",
        "Failure of the program",
        "The program failed on this edition; the others were read.",
        "Please report it, with the file errors.log of the output folder.",
    ),
    Code(
        "stale_correction",
        "reject",
        "Correction out of date",
        "A row in corrections/ no longer fits the edition, and was not applied.",
        "Compare it with the output, and mend or remove it.",
    ),
    Code(
        "no_agreements",
        "reject",
        "No agreements found",
        "The file was read but nothing in it is a list of agreements.",
        "Check that it is the right file; if it is, its headings may be in a language that has no data file.",
    ),
    # Text that could not be placed
    Code(
        "no_country",
        "reject",
        "Institution without a country",
        "No country governs this text.",
        "Add the country in corrections/.",
    ),
    Code(
        "no_institution",
        "gap",
        "Country without an institution",
        "A country is printed with no institution beside it: the row was probably lost.",
        "Look in the source edition and add the row in corrections/.",
    ),
    Code(
        "unplaced",
        "reject",
        "Text that fits nowhere",
        "This text is neither a heading nor an institution.",
        "If it is an agreement, add it in corrections/.",
    ),
    # Changes to values
    Code("joined_lines", "repair", "Wrapped name joined", "A name printed over several lines was joined."),
    Code("joined_rows", "repair", "Halves of a name joined", "A name cut over two rows was joined."),
    Code("split_cell", "repair", "Run-together names split", "Names that stood in one cell were told apart."),
    Code("shifted_cell", "repair", "Cell moved sideways", "A value stood in another column than its own."),
    Code(
        "moved_label",
        "repair",
        "Label realigned",
        "The label beside the name in print is not the one it belongs to.",
    ),
    Code(
        "filled_label",
        "repair",
        "Label filled down",
        "The label is printed once and governs the rows under it.",
    ),
    Code("split_label", "repair", "Label told apart from the name", "Label and name stood in one cell."),
    Code("stray_mark", "repair", "Stray character removed", "A character of the dump stood before the name."),
    Code(
        "footnote",
        "repair",
        "Footnote mark removed",
        "A footnote's mark stood behind the name; the note is in extras.",
    ),
    Code("dehyphenated", "repair", "Line-break hyphen removed", "A hyphen stood only because the line ended."),
    Code(
        "normalised",
        "repair",
        "Characters normalised",
        "Ligatures, widths or accents were put in standard form.",
    ),
    Code("corrected", "repair", "Corrected by a person", "A row in corrections/ changed this value."),
    # Questions
    Code(
        "country_contradicted",
        "review",
        "Name contradicts the country",
        "The name speaks of another country than the one it stands under.",
        "Check the source; facts are never cured.",
    ),
    Code(
        "close_readings",
        "review",
        "Two readings about as good",
        "Another reading is nearly as likely.",
        "Compare both with the source.",
    ),
    Code(
        "uncertain_split",
        "review",
        "Unclear where a name ends",
        "The names could be told apart in another way.",
        "Compare with the source.",
    ),
    Code(
        "uncertain_join",
        "review",
        "Unclear whether a name goes on",
        "Two lines may be one name or two.",
        "Compare with the source.",
    ),
    Code(
        "zone_contradicted",
        "review",
        "Zone does not hold the country",
        "The country does not lie in the zone it is printed under.",
        "Check the source.",
    ),
    Code(
        "value_in_name",
        "review",
        "Value in the name",
        "A year stands in the name, and may be the agreement's own.",
        "Look in the source edition.",
    ),
    Code(
        "year_unread",
        "review",
        "Year not read",
        "What stands where years stand is not one year.",
        "Look in the source edition, and add the year in corrections/.",
    ),
    Code(
        "incomplete_name",
        "review",
        "Name looks cut off",
        "Part of the name seems to be missing.",
        "Look in the source edition.",
    ),
    Code(
        "no_institution",
        "review",
        "May name no institution",
        "No word of it says that it names an institution.",
        "Look in the source edition.",
    ),
    Code(
        "stray_letter",
        "review",
        "Perhaps a stray letter",
        "The name begins with two capitals: the first may be left over from the dump.",
        "Compare with the source.",
    ),
    Code(
        "broken_character",
        "review",
        "Broken character",
        "A character of the file stands for no letter.",
        "Read it from the source edition.",
    ),
    Code(
        "unknown_column",
        "review",
        "Column not recognised",
        "A column of the table may name departments or partners, and its heading is not known.",
        "Compare with the source, and add its heading to a language file.",
    ),
    Code(
        "label_missing",
        "review",
        "Label not printed",
        "Most other entries print this label, and this one does not.",
        "Look in the source edition, and add the label in corrections/.",
    ),
    Code(
        "read_by_ocr",
        "review",
        "Read from a picture",
        "The page is a picture, and its letters were guessed.",
        "Compare with the source.",
    ),
    Code(
        "department_unclear",
        "review",
        "Department not clear",
        "What stands as the agreement's department is nothing, a place or an institution, or another may head it.",
        "Look in the source edition, and add the department in corrections/.",
    ),
    Code(
        "unknown_country",
        "review",
        "Country not recognised",
        "The label stands where countries stand but is none that is known.",
        "Check the spelling, or add it to a language file.",
    ),
    Code(
        "count_differs",
        "review",
        "Count differs from the print",
        "The heading prints fewer agreements than were found under it.",
        "Compare the heading's rows with the source.",
    ),
)

CATALOGUE: dict[str, Code] = {code.code: code for code in _ALL}


def message(code: str, detail: str = "") -> str:
    """The message for a person: what happened, `detail` of where or why, and what to do."""
    entry = CATALOGUE[code]
    return " ".join(part for part in (entry.what, detail, entry.do) if part)

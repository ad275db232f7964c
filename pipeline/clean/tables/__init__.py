"""Tables of a PDF: headings, columns and bands, and the role of every cell by them."""

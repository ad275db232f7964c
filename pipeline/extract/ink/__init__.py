"""What pdfium says of a page: words with their looks, rules and fills, asked for in a process of its own."""

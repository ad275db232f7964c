"""Which rows a label of a table governs where no ruling proves it."""

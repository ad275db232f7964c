"""Rows and cells of one table: `bands` finds the rows, `cells` what stands in them, `table` builds the block."""

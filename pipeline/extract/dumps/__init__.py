"""Text dumps: their encoding, their separators, and texts that keep the layout of a page."""

"""Labels meet names: `decode` shares names out among labels, `counts` holds cuttings against printed counts."""

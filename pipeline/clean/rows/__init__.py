"""Names with their places become agreements, are told from doubles, counted, and every word accounted for."""

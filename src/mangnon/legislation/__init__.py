"""Legal documents and their clauses, in first form."""

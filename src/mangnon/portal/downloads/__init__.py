"""A page's figures to take away: CSV, XLSX and JSON of the same rows."""

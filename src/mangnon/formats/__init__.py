"""How days and numbers are written and read in each language, for forms that we do not draw."""

"""How the typeface is cut to what the pages need."""

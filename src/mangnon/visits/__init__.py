"""How often public pages are viewed: counted without cookies, kept as day × section."""

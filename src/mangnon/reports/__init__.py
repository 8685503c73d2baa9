"""Reports on a place: half-yearly, yearly, final; written around figures, signed, kept."""

"""What a leader sees on one screen, and prints on one sheet: promises, map, what to decide."""

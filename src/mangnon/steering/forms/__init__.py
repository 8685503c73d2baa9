"""The forms of those who lead."""

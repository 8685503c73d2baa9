"""The pages of those who lead."""

"""Spreadsheets brought in: read, held against what stands, accepted in chunks, taken back."""

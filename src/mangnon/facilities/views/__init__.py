"""The pages of facilities."""

"""Weigh days: the list of them, the grid, its acts, and what is printed for it."""

"""Forgetting: what falls due, erasing it for good, and the copy a child may ask for."""

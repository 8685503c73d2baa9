"""Correcting what is on record of a child: weighings, guardians, its home."""

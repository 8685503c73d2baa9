"""An invented province to look at: every child, household and person in it is made up.

Only the yearly path (``path.py``) rests on public figures, and says which of its own numbers
do. Nothing here may be quoted as a fact about a real place.
"""

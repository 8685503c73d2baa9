"""An invented province to look at: every child, household and person in it is made up.

Only the yearly path rests on public figures, and the pack (``simulation.toml``) says which of its
numbers do. Nothing here may be quoted as a fact about a real place.
"""

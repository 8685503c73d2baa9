"""Documents, their clauses and how they hang together are public."""

from mangnon.walls import public

public("legislation.Document", "legislation.Clause", "legislation.Relation")

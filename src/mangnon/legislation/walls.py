"""Documents, their clauses, how they hang together and kept originals are public; what readers
send comes in by a box that the public pages cannot read."""

from mangnon.walls import inbox, public, shared, shown

public("legislation.Document", "legislation.Clause", "legislation.Relation")
shown("legislation.Original", when="kept_on IS NOT NULL")
inbox("legislation.Message")
shared("legislation.Problem", "legislation.Follower")

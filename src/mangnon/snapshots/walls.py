"""Which public tags changed is public: the portal's processes delete their snapshots by it."""

from mangnon.walls import public

public("snapshots.Change")

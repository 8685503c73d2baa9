"""Which pack was applied; the public pages name it."""

from mangnon.walls import public

public("packs.AppliedPack")

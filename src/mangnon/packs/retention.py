"""How long this room keeps what names a person."""

from mangnon.lasting import plain

plain(
    "packs.AppliedPack",
)

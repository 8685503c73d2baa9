"""How long this room keeps what names a person."""

from mangnon.lasting import plain

plain(
    "places.Place",
    "places.Naming",
    "places.Belonging",
    "places.Succession",
    "places.Boundary",
    "places.Generation",
    "places.Office",
    "places.OfficeChange",
)

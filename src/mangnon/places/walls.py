"""Places and their history are public."""

from mangnon.walls import public

public(
    *("places.Place", "places.Naming", "places.Belonging", "places.Succession"),
    *("places.Boundary", "places.Generation", "places.Office"),
    "places.OfficeChange",
    engine=True,
)

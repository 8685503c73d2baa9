"""Services and all that belongs to them are public."""

from mangnon.walls import public

public("services.Service", "services.Served", "services.Lead", "services.Basis")

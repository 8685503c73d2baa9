"""The cast of the tests of places."""

from mangnon.places.tests.cast import area, warrant

__all__ = ["area", "warrant"]

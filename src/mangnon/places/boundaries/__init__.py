"""Reading outlines of places from GeoJSON and TopoJSON, judged before anything is written."""

from mangnon.places.boundaries.features import Feature
from mangnon.places.boundaries.reading import Outline, read_boundaries

__all__ = ["Feature", "Outline", "read_boundaries"]

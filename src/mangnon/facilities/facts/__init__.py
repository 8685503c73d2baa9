"""What facilities offer to the counting engine, one file a dataset."""

from mangnon.facilities.facts import communes, schools, stations

__all__ = ["communes", "schools", "stations"]

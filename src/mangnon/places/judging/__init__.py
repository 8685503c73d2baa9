"""The judges of places: one small rule each, over plain rows, every mistake at once."""

from mangnon.places.judging.flaws import Flaw
from mangnon.places.judging.judge import judge

__all__ = ["Flaw", "judge"]

"""Holding rows that a pack wants against those of the database, and writing what differs."""

from mangnon.packsync.compare import Difference, compare
from mangnon.packsync.tables import Key, Sheet, Table, Values
from mangnon.packsync.wholes import Below, Whole

__all__ = ["Below", "Difference", "Key", "Sheet", "Table", "Values", "Whole", "compare"]

"""Holding rows that a pack wants against those of the database, and writing what differs."""

from mangnon.packsync.compare import Difference, compare
from mangnon.packsync.tables import Key, Sheet, Table, Values

__all__ = ["Difference", "Key", "Sheet", "Table", "Values", "compare"]

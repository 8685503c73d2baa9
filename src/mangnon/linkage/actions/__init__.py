"""Staging pairs, merging two files, saying that they are two, and undoing a merger."""

from mangnon.linkage.actions.merging import merge
from mangnon.linkage.actions.parting import part
from mangnon.linkage.actions.staging import stage
from mangnon.linkage.actions.undoing import undo

__all__ = ["merge", "part", "stage", "undo"]

"""Erasing: by name and reason, in one act; and again after a backup was brought back."""

from mangnon.retention.actions.again import erase_again
from mangnon.retention.actions.askings import forget_askings
from mangnon.retention.actions.erasing import Erased, erase, erase_one

__all__ = ["Erased", "erase", "erase_again", "erase_one", "forget_askings"]

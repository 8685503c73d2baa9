"""Forms that act: sent once, by whom they were made for, and never lost when a session ends."""

from mangnon.access.sending.pages import ActPage

__all__ = ["ActPage"]

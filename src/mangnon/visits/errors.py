"""What can be wrong with counting views."""

from mangnon.text.sentence import DomainError


class NotFollowed(DomainError):
    """The log cannot be followed: not there, not readable, or not to be counted."""

"""Every act on reminders: making those of a day, sending letters, reading, stopping."""

from mangnon.notices.actions.choosing import resume, stop
from mangnon.notices.actions.making import Made, make
from mangnon.notices.actions.reading import mark_read
from mangnon.notices.actions.sending import Sent, send

__all__ = ["Made", "Sent", "make", "mark_read", "resume", "send", "stop"]

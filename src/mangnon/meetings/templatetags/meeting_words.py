"""Filters that name a meeting and its time in the page's language."""

from django import template

from mangnon.meetings.feed import place_of, title_of
from mangnon.meetings.models import Meeting
from mangnon.meetings.showing.one import when as said

register = template.Library()


@register.filter
def called(meeting: Meeting) -> str:
    """Return the title of a meeting."""
    return title_of(meeting)


@register.filter
def when(meeting: Meeting) -> str:
    """Return the day and hours of a meeting."""
    return said(meeting)


@register.filter
def where(meeting: Meeting) -> str:
    """Return what the place of a meeting was called on its day."""
    return place_of(meeting)

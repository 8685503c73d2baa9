"""Filters that somebody keeps under a name of her own, which may name a child: it is sealed."""

from django.conf import settings
from django.db import models

from mangnon.access.worded import Worded
from mangnon.text.sentence import Sentence


class SavedView(Worded):
    """A list's filters, for the person who kept them; the words are their name.

    Of one person no two have the same name: ``actions/views.py`` sees to it, the database
    cannot read them.
    """

    what = Sentence("tên bộ lọc đã lưu", "names of kept filters")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    filters = models.JSONField(default=dict)  # as an address has them: {"gioi": "f"}

"""The documents of a run, and their folded copy, as modelsearch wants models declared."""

from django.db import models
from modelsearch import index


class Paper(index.Indexed, models.Model):
    """A document as it is written."""

    number = models.CharField(max_length=64)
    year = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    body = models.TextField()

    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("body"),
        index.FilterField("year"),
    ]


class Folded(index.Indexed, models.Model):
    """The same, folded."""

    title = models.CharField(max_length=300)
    body = models.TextField()

    search_fields = [index.SearchField("title", boost=2), index.SearchField("body")]

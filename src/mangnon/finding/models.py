"""What can be found, the words it is made of, synonyms, and what nobody found."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from mangnon.text.folding import words


class Entry(models.Model):
    """A public thing in one language, as its subject offers it; everything of it is derived.

    ``places`` and ``numbers`` are keys between spaces; ``parts`` of the body are kept as rows:
    where it starts, anchor, label, whether it begins one of its own. Its terms stand in the
    full-text index of the database, under the same id: ``finding_fts`` on SQLite,
    ``finding_terms`` on PostgreSQL.
    """

    kind = models.CharField(max_length=24)
    key = models.CharField(max_length=160)
    language = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField(null=True)
    on = models.DateField(null=True)
    boost = models.FloatField(default=0)
    title_words = models.PositiveSmallIntegerField(default=0)
    numbers = models.CharField(max_length=400, blank=True)
    places = models.CharField(max_length=1000, blank=True)
    address = models.CharField(max_length=500)
    label = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=500)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    parts = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "language"], name="entry_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Terms(models.Model):
    """The terms of an entry on PostgreSQL, in a table so narrow that all its rows are quickly seen.

    Made and written by hand; it is a model so that the walls know it.
    """

    id = models.BigIntegerField(primary_key=True)

    class Meta:
        managed = False
        db_table = "finding_terms"


class Word(models.Model):
    """A folded word of the index: how it is mostly written, and in how many entries it stands.

    The number is counted by a rebuild; between two it says about how rare the word is.
    """

    word = models.CharField(max_length=40, primary_key=True)
    shown = models.CharField(max_length=40)
    entries = models.PositiveIntegerField(default=1)


class Synonym(models.Model):
    """Words that mean the same: whoever types the one finds the other. Editors keep them."""

    words = models.CharField(_("Từ người đọc gõ"), max_length=60)
    means = models.CharField(_("Tìm thêm"), max_length=120)
    one_way = models.BooleanField(
        _("Chỉ một chiều"),
        default=False,
        help_text=_("Gõ từ thứ nhất thì tìm cả từ thứ hai, gõ từ thứ hai thì không tìm từ đầu."),
    )

    class Meta:
        verbose_name = _("từ đồng nghĩa")
        verbose_name_plural = _("từ đồng nghĩa")
        ordering = ["words", "means"]
        constraints = [
            models.UniqueConstraint(fields=["words", "means"], name="synonym_once"),
        ]

    def __str__(self) -> str:
        return f"{self.words} = {self.means}"

    def clean(self) -> None:
        """Refuse what is no word, and what means itself."""
        one, other = words(self.words or ""), words(self.means or "")
        if not one or not other:
            raise ValidationError(_("Hãy ghi từ bằng chữ hoặc số ở cả hai ô."))
        if one == other:
            raise ValidationError(_("Hai ô đang ghi cùng một từ: tìm không phân biệt dấu."))


class Missed(models.Model):
    """Folded words for which a search found nothing, on a day, so many times. Nobody's name.

    Only ever added to: the public pages write it without being able to read it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    on = models.DateField(db_index=True)
    words = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    times = models.PositiveIntegerField()


class Version(models.Model):
    """A token that changes whenever the index does; one row more for each kind in it."""

    token = models.CharField(max_length=32)

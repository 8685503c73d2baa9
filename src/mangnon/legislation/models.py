"""Documents known by number, held or not; their clauses; relations between documents."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mangnon.access.worded import Worded
from mangnon.text.document_numbers import document_key, read_document_number
from mangnon.text.sentence import Sentence


class Document(models.Model):
    """A legal or Party document. It may be known by its number alone.

    Its identity is issuer, number and day of issue; ``number_key`` finds it however it is typed.
    ``expired_on`` is the first day without force. ``stated`` is how its source says it stands,
    as read on ``stated_on``; how it stands by dates and relations is computed, never kept. Of the
    ``pages`` that were read, ``pictures`` hold no letters. ``edited_on``: its attributes were
    written here, and a pack leaves them.
    """

    code = models.CharField(max_length=64, unique=True)
    number = models.CharField(max_length=64, blank=True)
    number_key = models.CharField(max_length=64, blank=True, db_index=True)
    kind = models.CharField(max_length=24)
    issuer_vi = models.CharField(max_length=200, blank=True)
    issuer_en = models.CharField(max_length=200, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    signer_title_vi = models.CharField(max_length=200, blank=True)
    signer_title_en = models.CharField(max_length=200, blank=True)
    title_vi = models.CharField(max_length=400)
    title_en = models.CharField(max_length=400)
    abstract_vi = models.TextField(blank=True)
    abstract_en = models.TextField(blank=True)
    issued_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    expired_on = models.DateField(null=True, blank=True)
    expiry_reason_vi = models.CharField(max_length=400, blank=True)
    expiry_reason_en = models.CharField(max_length=400, blank=True)
    stated = models.CharField(max_length=24, blank=True)
    stated_on = models.DateField(null=True, blank=True)
    stated_by = models.CharField(max_length=200, blank=True)
    gazette = models.CharField(max_length=64, blank=True)
    gazette_on = models.DateField(null=True, blank=True)
    branch_vi = models.CharField(max_length=120, blank=True)
    branch_en = models.CharField(max_length=120, blank=True)
    field_vi = models.CharField(max_length=120, blank=True)
    field_en = models.CharField(max_length=120, blank=True)
    scope_vi = models.CharField(max_length=200, blank=True)
    scope_en = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, default="vi")
    held = models.BooleanField(default=False)
    pages = models.PositiveIntegerField(default=0)
    pictures = models.PositiveIntegerField(default=0)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    edited_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number_key", "issuer_vi", "issued_on"],
                condition=~Q(number_key=""),
                name="document_identity_once",
            )
        ]

    def __str__(self) -> str:
        return self.number or self.title_vi

    @property
    def line(self) -> str:
        """Whose it is by its number: ``party``, ``state``, or "" where that is not told."""
        read = read_document_number(self.number) if self.number else None
        return (read.line or "") if read else ""


class Clause(models.Model):
    """A clause of a document: its anchor and its own words, in the document's order.

    ``unplaced``: words that could not be put in their place among the clauses.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveIntegerField(default=0)
    level = models.CharField(max_length=8, blank=True)
    unplaced = models.BooleanField(default=False)
    anchor = models.CharField(max_length=64)
    label_vi = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    text = models.TextField()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["document", "anchor"], name="clause_once")]


class Relation(models.Model):
    """What one document does to another: to the whole of it or a part, clause by clause or not.

    The clauses are anchors, not rows: the words of a document that is not held are not here.
    ``by_hand``: written here, not by a pack.
    """

    source = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="relations")
    source_clause = models.CharField(max_length=64, blank=True)
    kind = models.CharField(max_length=24)
    target = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="related_from")
    target_clause = models.CharField(max_length=64, blank=True)
    part = models.BooleanField(default=False)
    on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    by_hand = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "target", "source_clause", "target_clause"],
                name="relation_of_clauses_once",
            )
        ]

    @property
    def key(self) -> str:
        """Name it, among those of its source, in an address."""
        return "~".join((self.kind, self.target.code, self.source_clause, self.target_clause))


class Original(models.Model):
    """A file that a document was brought as, word for word; ``digest`` is its SHA-256.

    Until somebody has looked at it (``kept_on``) it is no part of the library. Of its ``pages``,
    ``pictures`` hold no letters.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="originals")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    pages = models.PositiveIntegerField(default=0)
    pictures = models.PositiveIntegerField(default=0)
    brought_on = models.DateField()
    kept_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    @property
    def is_scan(self) -> bool:
        """Whether it is pictures alone."""
        return 0 < self.pages == self.pictures


class Message(models.Model):
    """What a visitor sent by a public form, sealed, until the program has taken it in.

    Its key is that of the form and of what was said: for some hours the row stays, empty, so that
    what is sent twice arrives once. ``address`` knows again, for a day, whom a letter asked.
    """

    class Kind(models.TextChoices):
        PROBLEM = "problem", _("báo sai")
        FOLLOW = "follow", _("muốn theo dõi")
        CONFIRM = "confirm", _("xác nhận theo dõi")
        STOP = "stop", _("thôi theo dõi")

    uuid = models.UUIDField(primary_key=True, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    sealed = models.TextField()
    sent_at = models.DateTimeField()
    address = models.CharField(max_length=64, blank=True, db_index=True)


class Problem(Worded):
    """What a reader found wrong with a document or one of its clauses; sealed, for words may
    name somebody."""

    what: ClassVar[Sentence] = Sentence("lời báo sai về văn bản", "words on wrong documents")

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="problems")
    anchor = models.CharField(max_length=64, blank=True)
    reported_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["closed_on", "pk"]


class Follower(Worded):
    """Somebody who confirmed that letters about a document are wanted; the words are her address.

    ``key`` knows the same address and document again and tells neither; ``told`` is the state of
    the document that she knows. Whoever stops is deleted.
    """

    what: ClassVar[Sentence] = Sentence("địa chỉ người theo dõi", "addresses of followers")

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="followers")
    key = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2, default="vi")
    since = models.DateField()
    told = models.CharField(max_length=64)


def number_key(number: str) -> str:
    """Return the key of a number, "" where it looks like none."""
    return (document_key(number) or "") if number else ""

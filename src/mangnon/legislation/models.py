"""Documents known by number, held or not; their clauses; relations between documents."""

from django.db import models
from django.db.models import Q

from mangnon.text.document_numbers import document_key, read_document_number


class Document(models.Model):
    """A legal or Party document. It may be known by its number alone.

    Its identity is issuer, number and day of issue; ``number_key`` finds it however it is typed.
    ``expired_on`` is the first day without force. ``stated`` is how its source says it stands,
    as read on ``stated_on``; how it stands by dates and relations is computed, never kept. Of the
    ``pages`` that were read, ``pictures`` hold no letters.
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
    """

    source = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="relations")
    source_clause = models.CharField(max_length=64, blank=True)
    kind = models.CharField(max_length=24)
    target = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="related_from")
    target_clause = models.CharField(max_length=64, blank=True)
    part = models.BooleanField(default=False)
    on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "kind", "target", "source_clause", "target_clause"],
                name="relation_of_clauses_once",
            )
        ]


def number_key(number: str) -> str:
    """Return the key of a number, "" where it looks like none."""
    return (document_key(number) or "") if number else ""

"""Documents known by number, held or not; their clauses; relations between documents."""

from django.db import models


class Document(models.Model):
    """A legal or Party document. It may be known by its number alone."""

    code = models.CharField(max_length=64, unique=True)
    number = models.CharField(max_length=64, blank=True)
    number_key = models.CharField(max_length=64, blank=True, db_index=True)
    kind = models.CharField(max_length=24)
    issuer_vi = models.CharField(max_length=200, blank=True)
    issuer_en = models.CharField(max_length=200, blank=True)
    title_vi = models.CharField(max_length=400)
    title_en = models.CharField(max_length=400)
    issued_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    expired_on = models.DateField(null=True, blank=True)
    held = models.BooleanField(default=False)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.number or self.title_vi


class Clause(models.Model):
    """A clause of a document: its anchor and its own words."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="clauses")
    anchor = models.CharField(max_length=64)
    label_vi = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "anchor"], name="clause_once")]


class Relation(models.Model):
    """What one document does to another."""

    source = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=24)
    target = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="related_from")
    on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "target"], name="relation_once")
        ]

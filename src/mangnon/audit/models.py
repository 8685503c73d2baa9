"""Actors and the entries of what they did. Entries are only ever added."""

from django.db import models

from mangnon.audit.errors import EntryIsFinal


class Actor(models.Model):
    """Somebody or something that acts: a person, the system, a demonstration."""

    class Kind(models.TextChoices):
        PERSON = "person", "Người"
        SYSTEM = "system", "Hệ thống"
        DEMONSTRATION = "demonstration", "Minh họa"

    code = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=16, choices=Kind)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """One act or one reading: who, by what right, on what, where, why."""

    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT)
    act = models.CharField(max_length=64)
    right = models.CharField(max_length=64)
    subject = models.CharField(max_length=96, blank=True)  # "register.child:<uuid>"
    place_code = models.CharField(max_length=40, blank=True)  # "10525@2025-07-01"
    reason = models.TextField(blank=True)
    data = models.JSONField(default=dict, blank=True)  # never identity in clear

    class Meta:
        indexes = [models.Index(fields=["subject", "at"])]

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk is not None:
            raise EntryIsFinal
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise EntryIsFinal

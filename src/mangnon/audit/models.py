"""Actors, the entries of what they did, and the seals over those. Rows are only ever added."""

from django.db import models

from mangnon.audit.documents import DocumentField
from mangnon.audit.errors import EntryIsFinal


class Actor(models.Model):
    """Somebody or something that acts: a person, the system, a demonstration.

    The code never changes: every entry's proof holds it. The name may.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "Người"
        SYSTEM = "system", "Hệ thống"
        DEMONSTRATION = "demonstration", "Minh họa"

    code = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=16, choices=Kind)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name


class AddedOnly(models.Model):
    """A row that is written once; the database's triggers say the same to everybody else."""

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise EntryIsFinal
        super().save(*args, **kwargs | {"force_insert": True})  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise EntryIsFinal


class Entry(AddedOnly):
    """One act or one reading: who, by what right, on what, where, why, and what changed.

    Whatever names a child stands here only as a seal under the child's own key.
    """

    class Kind(models.TextChoices):
        ACT = "act", "Việc đã làm"
        READING = "reading", "Lượt đọc"

    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.ACT)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT)
    act = models.CharField(max_length=64)  # "register.move_child"; of a reading, what was read
    right = models.CharField(max_length=64)
    subject = models.CharField(max_length=96, blank=True)  # "register.child:<uuid>"
    subjects = DocumentField(default=list, blank=True)  # those of a list page, if several
    place_code = models.CharField(max_length=40, blank=True)  # "10525@2025-07-01"
    reason = models.TextField(blank=True)  # never a person's own words about a child
    reason_sealed = models.BinaryField(default=b"", blank=True)  # those, sealed
    data = DocumentField(default=dict, blank=True)  # never identity in clear
    before = DocumentField(default=dict, blank=True)
    after = DocumentField(default=dict, blank=True)
    version = models.PositiveSmallIntegerField(default=0)  # of the canonical bytes
    key_id = models.CharField(max_length=32, blank=True)
    proof = models.BinaryField(default=b"")  # that the program wrote it, by a key kept elsewhere

    class Meta:
        indexes = [models.Index(fields=["subject", "at"])]


class Seal(AddedOnly):
    """A run of entries locked together, and locked to the seal before."""

    number = models.BigIntegerField(primary_key=True)  # 1, 2, 3 … without a gap
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    first_id = models.BigIntegerField()  # the lowest and the highest entry within
    last_id = models.BigIntegerField(db_index=True)
    count = models.PositiveIntegerField()
    leaves = models.BinaryField()  # of each entry in order: its id, and 8 bytes of its digest
    digest = models.BinaryField()  # over the ids and whole digests
    previous = models.BinaryField()  # the hash of the seal before
    settled_id = models.BigIntegerField()  # up to here no entry can come any more
    horizon = models.BigIntegerField()  # transactions from this one on began later (PostgreSQL)
    key_id = models.CharField(max_length=32)
    proof = models.BinaryField()
    hash = models.BinaryField()

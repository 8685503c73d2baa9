"""A spreadsheet on its way into the records: what was read of it, what became of its rows."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mangnon.access.worded import Worded
from mangnon.audit.models import Actor
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence


class State(models.TextChoices):
    """How far a spreadsheet has come."""

    COLUMNS = "columns", _("Chờ xác nhận các cột")
    JUDGING = "judging", _("Đang đối chiếu")
    JUDGED = "judged", _("Đã đối chiếu, chờ chấp nhận")
    ACCEPTING = "accepting", _("Đang ghi vào sổ")
    ACCEPTED = "accepted", _("Đã ghi vào sổ")
    TAKING = "taking", _("Đang rút lại")
    TAKEN = "taken", _("Đã rút lại")
    FAILED = "failed", _("Không đọc được")
    DROPPED = "dropped", _("Đã bỏ")


AT_WORK = (State.JUDGING, State.ACCEPTING, State.TAKING)


class Verdict(models.TextChoices):
    """What a row says of the records that stand."""

    NEW = "new", _("mới")
    CHANGED = "changed", _("thay đổi")
    SAME = "same", _("không đổi")
    DOUBTFUL = "doubtful", _("nghi trùng")
    WRONG = "wrong", _("sai")


WRITES = (Verdict.NEW, Verdict.CHANGED)


class Import(Worded):
    """One spreadsheet. Its words are the file's name and the key of all that was read of it.

    ``layout``: which table of the file, its heading's row, which column is which, in which alphabet
    it is typed. ``fingerprint``: of the content, under the ring's key ``fingerprint_key``; the
    same file is known again by it. ``asked_by``: by whose leave the work under way is done.
    ``fault``: why it could not be read.
    """

    what: ClassVar[Sentence] = Sentence("bảng tính đã nhập", "imported spreadsheets")

    sheet = models.CharField(max_length=24)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.COLUMNS)
    size = models.PositiveIntegerField()  # bytes
    rows = models.PositiveIntegerField(default=0)  # as the file says, then as they were read
    layout = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)  # verdict to number of rows
    written = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)  # rows not written, or not taken back
    fingerprint = models.CharField(max_length=64, db_index=True)
    fingerprint_key = models.CharField(max_length=64)
    fault = models.JSONField(default=dict, blank=True)
    brought_at = models.DateTimeField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.sheet} {self.uuid}"

    @property
    def done(self) -> int:
        """How many rows were read and judged so far."""
        return sum(int(number) for number in self.counts.values())

    @property
    def works(self) -> bool:
        """Whether something is being done with it."""
        return self.state in AT_WORK

    def counted(self, verdict: str) -> int:
        """Return how many rows have a verdict."""
        return int(self.counts.get(verdict, 0))


class Chunk(models.Model):
    """Up to a thousand rows of a spreadsheet, sealed; what was written of them, sealed, too.

    A chunk is written in one transaction with its own state: it is in the records whole, or not at
    all, wherever the process was killed.
    """

    class State(models.TextChoices):
        STAGED = "staged", _("đã đọc")
        WRITTEN = "written", _("đã ghi")
        TAKEN = "taken", _("đã rút lại")

    brought = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.STAGED)
    counts = models.JSONField(default=dict)
    rows_sealed = models.BinaryField()
    journal_sealed = models.BinaryField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["brought", "number"], name="chunk_once"),
        ]

    def tallied(self, verdict: str) -> int:
        """Return how many rows of the chunk have a verdict."""
        counts: dict[str, Any] = self.counts
        return int(counts.get(verdict, 0))

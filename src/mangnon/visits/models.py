"""How many views a section had on a day, and how far the web server's log has been read.

Nothing about whoever viewed is kept: no address, no program, no time of day.
"""

from django.db import models


class DayCount(models.Model):
    """The views of one section on one day; a section's key is the first word of its address."""

    day = models.DateField()
    section = models.CharField(max_length=40)
    count = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "section"], name="visits_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.section}: {self.count}"


class Followed(models.Model):
    """A file of the web server's log, and up to which byte it has been counted.

    The file is known by the digest of its first line: rotation gives it another name, and
    compression another inode, but neither another beginning.
    """

    head = models.CharField(max_length=64, unique=True)
    log = models.CharField(max_length=500)  # the path of the log that it is or was
    read_to = models.BigIntegerField(default=0)
    read_on = models.DateField()  # when something was last read

    def __str__(self) -> str:
        return f"{self.log}: {self.read_to}"

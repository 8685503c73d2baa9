"""Children, their guardians and households. Whatever names a person is sealed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from mangnon.places.models import Place


class DataKey(models.Model):
    """The key of one child or household, wrapped by the key ring. Deleting it erases."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField()


class Household(models.Model):
    """People who live together.

    ``kept_at``: whose it is while no child lives in it: where it was entered, or which the last
    child left. None for one entered in bulk: nobody's until a child lives in it.
    """

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    data_key = models.ForeignKey(DataKey, on_delete=models.SET_NULL, null=True, db_index=False)
    address_sealed = models.BinaryField(null=True, blank=True)
    telephone_sealed = models.BinaryField(null=True, blank=True)
    kept_at = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )

    class Meta:
        # A key that goes is looked for in every table that may hold it, key by key.
        indexes = [models.Index(fields=["data_key"], name="household_of_key")]


class HouseholdPoverty(models.Model):
    """What the yearly list says of a household."""

    class Status(models.TextChoices):
        POOR = "poor", "Hộ nghèo"
        NEAR_POOR = "near_poor", "Hộ cận nghèo"

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="poverty")
    year = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Status)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["household", "year"], name="poverty_once_a_year")
        ]


class Child(models.Model):
    """A child of the register. Identity is sealed with the child's own data key.

    ``home`` is the place of the open residence, None for who left or died. ``change_seq`` says
    when the row last changed, for those who follow changes; ``version`` grows with every act
    on the record, for two who edit it. Rows are not deleted: erasing destroys the key.
    """

    class Sex(models.TextChoices):
        MALE = "m", _("Nam")
        FEMALE = "f", _("Nữ")

    class Precision(models.TextChoices):
        DAY = "day", "Biết ngày"
        MONTH = "month", "Chỉ biết tháng"
        YEAR = "year", "Chỉ biết năm"

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    data_key = models.ForeignKey(DataKey, on_delete=models.SET_NULL, null=True, db_index=False)
    name_sealed = models.BinaryField(null=True)
    document_sealed = models.BinaryField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex)
    birth_date = models.DateField(db_index=True)  # day 15 of a known month, 1 July of a year
    birth_precision = models.CharField(max_length=5, choices=Precision, default=Precision.DAY)
    ethnic_group = models.CharField(max_length=24, default="kinh")
    vietnamese_citizen = models.BooleanField(default=True)
    household = models.ForeignKey(
        Household, on_delete=models.SET_NULL, null=True, related_name="children"
    )
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True)
    # Kept by the acts, in the transaction of the change (``actions.touching``).
    home = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    change_seq = models.BigIntegerField(default=0, db_default=0, db_index=True)
    version = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        indexes = [models.Index(fields=["data_key"], name="child_of_key")]

    def __str__(self) -> str:
        return str(self.uuid)


class Guardian(models.Model):
    """A person who cares for a child; sealed with the child's data key."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="guardians")
    relation = models.CharField(max_length=24)
    name_sealed = models.BinaryField(null=True)
    telephone_sealed = models.BinaryField(null=True, blank=True)

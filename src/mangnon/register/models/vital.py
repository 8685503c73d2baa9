"""Births to mothers who live here, and deaths of children who lived here."""

from django.db import models

from mangnon.places.models import Place
from mangnon.register.models.children import Child


class Birth(models.Model):
    """A live birth, at the mother's residence."""

    child = models.OneToOneField(Child, on_delete=models.CASCADE, null=True, related_name="birth")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    born_on = models.DateField()
    sex = models.CharField(max_length=1, choices=Child.Sex)
    registered_on = models.DateField(null=True, blank=True)


class Death(models.Model):
    """A child's death, at the residence, wherever it happened."""

    child = models.OneToOneField(Child, on_delete=models.CASCADE, null=True, related_name="death")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    died_on = models.DateField()
    age_days = models.PositiveIntegerField()
    registered_on = models.DateField(null=True, blank=True)

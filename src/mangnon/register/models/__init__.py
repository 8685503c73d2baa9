"""The register's tables, one file a subject."""

from mangnon.register.models.catalogues import AssistanceKind, CircumstanceGroup, EvidenceKind
from mangnon.register.models.children import Child, DataKey, Guardian, Household, HouseholdPoverty
from mangnon.register.models.circumstances import (
    Assistance,
    Circumstance,
    Plan,
    PlannedService,
    Reintegration,
)
from mangnon.register.models.measurements import Measurement
from mangnon.register.models.residence import Residence
from mangnon.register.models.transfers import Asking, Purpose, Transfer
from mangnon.register.models.views import SavedView
from mangnon.register.models.vital import Birth, Death
from mangnon.register.models.weighdays import Typed, WeighDay, WeighRow, WeighTyping

__all__ = [
    "Asking",
    "Assistance",
    "AssistanceKind",
    "Birth",
    "Child",
    "Circumstance",
    "CircumstanceGroup",
    "DataKey",
    "Death",
    "EvidenceKind",
    "Guardian",
    "Household",
    "HouseholdPoverty",
    "Measurement",
    "Plan",
    "PlannedService",
    "Purpose",
    "Reintegration",
    "Residence",
    "SavedView",
    "Transfer",
    "Typed",
    "WeighDay",
    "WeighRow",
    "WeighTyping",
]

"""Acts on many records at once: what an import or a simulation writes.

A batch is columns: lists, numpy arrays, or one value for every row. All or nothing; one entry
with the count and a digest; recounting is left to the sweeper. What changes or ends something
of a child's record counts as an act on it; what only adds rows (weighings, assistance, plans,
services, outcomes, births) overwrites nothing and leaves the child's version.
"""

from mangnon.register.actions.bulk.children import ChildrenBatch, add_children_in_bulk
from mangnon.register.actions.bulk.circumstances import (
    SpellEndsBatch,
    SpellsBatch,
    add_spells,
    end_spells,
)
from mangnon.register.actions.bulk.households import (
    HouseholdsBatch,
    PovertyBatch,
    add_households,
    add_poverty,
)
from mangnon.register.actions.bulk.measurements import MeasurementsBatch, add_measurements
from mangnon.register.actions.bulk.residences import (
    ResidenceEndsBatch,
    ResidencesBatch,
    add_residences,
    end_residences,
)
from mangnon.register.actions.bulk.support import (
    AssistanceBatch,
    PlansBatch,
    ReintegrationsBatch,
    ServicesBatch,
    add_assistance,
    add_plans,
    add_reintegrations,
    add_services,
)
from mangnon.register.actions.bulk.vital import BirthsBatch, DeathsBatch, add_births, add_deaths

__all__ = [
    "AssistanceBatch",
    "BirthsBatch",
    "ChildrenBatch",
    "DeathsBatch",
    "HouseholdsBatch",
    "MeasurementsBatch",
    "PlansBatch",
    "PovertyBatch",
    "ReintegrationsBatch",
    "ResidenceEndsBatch",
    "ResidencesBatch",
    "ServicesBatch",
    "SpellEndsBatch",
    "SpellsBatch",
    "add_assistance",
    "add_births",
    "add_children_in_bulk",
    "add_deaths",
    "add_households",
    "add_measurements",
    "add_plans",
    "add_poverty",
    "add_reintegrations",
    "add_residences",
    "add_services",
    "add_spells",
    "end_residences",
    "end_spells",
]

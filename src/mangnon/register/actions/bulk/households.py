"""Many households, and the yearly lists of the poor."""

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import numpy as np
from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, reserve_ids, write_columns
from mangnon.register.actions.bulk import ends
from mangnon.register.actions.bulk.children import write_keys
from mangnon.register.actions.changes import BULK, HELPED
from mangnon.register.identity import Sealed, seal_homes
from mangnon.register.models import Child, Household, HouseholdPoverty
from mangnon.register.queries import places_of_children, places_of_weighings
from mangnon.text.sentence import Sentence


@dataclass(frozen=True, slots=True)
class HouseholdsBatch:
    """n households; addresses and telephones where known, "" where one is not."""

    count: int
    addresses: list[str] | None = None
    telephones: list[str] | None = None

    def __repr__(self) -> str:
        return f"HouseholdsBatch({self.count})"  # addresses never reach a log or a traceback


@dataclass(frozen=True, slots=True)
class PovertyBatch:
    """n lines of the yearly lists: ids of households, years, poor or near_poor."""

    households: Column
    years: Column
    statuses: Column


def add_households(batch: HouseholdsBatch, *, warrant: Warrant) -> range:
    """Enter households; without address and telephone they need no key."""
    warrant.demand(BULK)
    if batch.count == 0:
        return range(0)
    uuids = [uuid4() for _ in range(batch.count)]
    kept: dict[str, Column] = {"uuid": uuids}
    sealed: Sealed | None = None
    if batch.addresses is not None or batch.telephones is not None:
        nothing = [""] * batch.count
        addresses, telephones = batch.addresses or nothing, batch.telephones or nothing
        batches.length_of({"uuid": uuids, "addresses": addresses, "telephones": telephones})
        sealed = seal_homes(uuids, addresses=addresses, telephones=telephones)
        kept["data_key_id"] = sealed.key_ids
        kept["address_sealed"], kept["telephone_sealed"] = sealed.texts
    with transaction.atomic():
        if sealed is not None:
            write_keys(sealed)
        ids = reserve_ids(Household, batch.count)
        write_columns(Household, {"id": ids, **kept})
        ends.note(warrant, "add_households", batch.count, kept)
    return ids


def add_poverty(batch: PovertyBatch, *, warrant: Warrant) -> range:
    """Write lines of the yearly lists. Raises WrongBatch with a sentence."""
    warrant.demand(BULK)
    kept: dict[str, Column] = {
        "household_id": batch.households,
        "year": batch.years,
        "status": batch.statuses,
    }
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    batches.one_of(batch.statuses, HouseholdPoverty.Status.values, _STATUS)
    with transaction.atomic():
        ids = batches.write(HouseholdPoverty, kept)
        ends.note(warrant, "add_poverty", count, kept)
        written = HouseholdPoverty.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
        children = Child.objects.filter(household__in=written.values("household"))
        since = date(int(np.min(np.asarray(batch.years))), 1, 1)
        ends.changed(warrant, HELPED, places_of_children(children), since)
        ends.changed(warrant, ["measured"], places_of_weighings(children), since)
    return ids


_STATUS = Sentence(
    vi="Diện hộ phải là poor hoặc near_poor", en="The status must be poor or near_poor"
)

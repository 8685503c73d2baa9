"""Where and with whom a child lives together: a household's address, and who belongs to it."""

from collections.abc import Mapping

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.register import identity
from mangnon.register.actions import changes, checks
from mangnon.register.actions.households import demand_over_members, seal_under_new_key, stays_at
from mangnon.register.actions.touching import touch_children
from mangnon.register.errors import WrongIdentity, WrongState
from mangnon.register.models import Child, Household
from mangnon.register.queries import file_kept_at
from mangnon.register.telephones import cleaned_telephone
from mangnon.text.sentence import Sentence

LONGEST_ADDRESS = 300
_KEPT = ("address_sealed", "telephone_sealed")


def set_home_details(
    household: Household,
    *,
    address: str,
    telephone: str = "",
    let_go: Mapping[str, str] | None = None,
    warrant: Warrant,
) -> Household:
    """Write a household's address and telephone; demands the right at each child's file."""
    address, telephone = _cleaned_address(address), cleaned_telephone(telephone)
    with transaction.atomic():
        held = Household.objects.select_for_update(of=("self",)).select_related("data_key")
        household = held.get(pk=household.pk)
        children = demand_over_members(warrant, household)
        before = changes.kept(household, _KEPT)
        if _has_no_key_yet(household):
            seal_under_new_key(household, address=address, telephone=telephone)
        else:
            household.address_sealed, household.telephone_sealed = identity.seal_home(
                household, address=address, telephone=telephone
            )
        household.save(update_fields=["data_key", *_KEPT])
        touch_children(children)
        record(
            warrant,
            "register.set_home_details",
            subject=f"register.household:{household.uuid}",
            before=before,
            after=changes.kept(household, _KEPT),
            data={"let_go": dict(let_go)} if let_go else {},
        )
    return household


def _has_no_key_yet(household: Household) -> bool:
    """Tell a household entered without address or telephone from one whose key was destroyed."""
    nothing = household.address_sealed is None and household.telephone_sealed is None
    return household.data_key is None and nothing


def join_household(child: Child, household: Household | None, *, warrant: Warrant) -> Child:
    """Put a child into a household where others live, or into none; its poverty goes with it.

    Demands the right at the child's file and at each of theirs.
    """
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child)
        if household is not None:
            demand_over_members(warrant, household, besides=child)
        if child.household_id == (household.pk if household else None):
            raise WrongState(
                Sentence(
                    vi="Trẻ đã ở hộ này rồi. Hãy chọn hộ khác.",
                    en="The child belongs to this household already. Choose another.",
                )
            )
        before = {"household": _named(child.household)}
        stays_at(child.household_id, file_kept_at(child))
        child.household = household
        child.save(update_fields=["household"])
        after = {"household": _named(household)}
        changes.note(warrant, "join_household", child, before=before, after=after)
        changes.child_changed(child, child.birth_date, changes.HELPED)
        changes.weighings_changed(child, child.birth_date)
    return child


def _named(household: Household | None) -> str:
    return "" if household is None else str(household.uuid)


def _cleaned_address(text: str) -> str:
    address = " ".join(text.split())
    if len(address) > LONGEST_ADDRESS or not address.isprintable():
        raise WrongIdentity(
            Sentence(
                vi=f"Địa chỉ chỉ được gồm chữ, số và dấu, tối đa {LONGEST_ADDRESS} ký tự. "
                "Hãy ghi lại.",
                en=f"An address is printable text of at most {LONGEST_ADDRESS} characters. "
                "Write it again.",
            )
        )
    return address

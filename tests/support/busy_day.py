"""A busy day of real acts with canary names, in a process of its own; add acts at the end.

Started as ``python -m tests.support.busy_day``; with ``crash`` it dies in the middle of acts.
"""

import os
import signal
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.support import busy_desk
from tests.support.canaries import CANARIES

TODAY = date(2026, 1, 15)
BORN = date(2019, 5, 1)
PACK = Path(__file__).resolve().parents[2] / "packs" / "hai-duong"


def province() -> None:
    """Apply the reference pack, whole: the simulation needs all of it."""
    from mangnon.access.doors import demonstration_warrant
    from mangnon.packs.actions import apply_pack

    apply_pack(PACK, warrant=demonstration_warrant())


def simulation() -> None:
    """Let the simulation write, with a canary among its names."""
    from mangnon.access.doors import demonstration_warrant
    from mangnon.simulation import names
    from mangnon.simulation.simulate import simulate

    for pool in ("_GIRL_MIDDLE", "_BOY_MIDDLE"):
        same = (CANARIES["name of the simulation"],) * len(getattr(names, pool))
        setattr(names, pool, same)
    simulate(500, 7, warrant=demonstration_warrant(), progress=lambda *_: None)


def _commune() -> Any:
    from mangnon.places.models import Kind, Place

    return Place.objects.filter(kind=Kind.COMMUNE, valid_to__isnull=True).order_by("pk").first()


def _enter(name: str = "name", document: str = "") -> Any:
    from mangnon.access.doors import demonstration_warrant
    from mangnon.register.actions import register_child, register_household
    from mangnon.register.particulars import Particulars

    warrant, place = demonstration_warrant(), _commune()
    home = register_household(
        address=f"thôn {CANARIES['address']}", telephone=CANARIES["telephone"], warrant=warrant
    )
    who = Particulars(f"Trần {CANARIES[name]}", "f", BORN, document=document)
    since = max(BORN, place.valid_from)
    return register_child(who, place=place, lived_from=since, household=home, warrant=warrant)


def register() -> None:
    """Enter, correct, weigh, support, ask elsewhere, move away."""
    from mangnon.access.doors import demonstration_warrant
    from mangnon.register.actions import (
        Asked,
        ask_elsewhere,
        correct_identity,
        move_away,
        record_measurement,
        set_guardian,
    )
    from mangnon.register.particulars import Particulars

    warrant = demonstration_warrant()
    child = _enter(document=CANARIES["document"])
    set_guardian(
        child, None, relation="mother", name=f"Lê {CANARIES['guardian']}",
        telephone=CANARIES["telephone"], warrant=warrant,
    )  # fmt: skip
    corrected = Particulars(f"Trần {CANARIES['second name']}", "f", BORN)
    correct_identity(child, corrected, warrant=warrant)
    record_measurement(
        child, measured_on=date(2025, 10, 1), weight_kg=15.5, length_cm=104, warrant=warrant
    )
    asked = Asked(name=f"Trần {CANARIES['name']}", born_on=BORN)
    reason = f"Gia đình kể {CANARIES['narrative']} mới chuyển đến"
    ask_elsewhere(asked, place=_commune(), purpose="moved_in", reason=reason, warrant=warrant)
    move_away(child, left_on=TODAY - timedelta(days=1), warrant=warrant)
    _enter()


def bulk() -> None:
    """Write many at once."""
    from mangnon.access.doors import demonstration_warrant
    from mangnon.register.actions import (
        ChildrenBatch,
        HouseholdsBatch,
        add_children_in_bulk,
        add_households,
    )

    names = [f"Phạm {CANARIES['name in bulk']} {number}" for number in range(300)]
    many = ChildrenBatch(names=names, sexes="m", birth_dates=[BORN] * 300,
                         documents=[CANARIES["document"]] * 300)  # fmt: skip
    add_children_in_bulk(many, warrant=demonstration_warrant())
    homes = HouseholdsBatch(50, addresses=[CANARIES["address"]] * 50,
                            telephones=[CANARIES["telephone"]] * 50)  # fmt: skip
    add_households(homes, warrant=demonstration_warrant())


def desk() -> None:
    """An officer looks, types, errs, and loses her session in the middle of a form."""
    from django.urls import reverse

    from mangnon.register.models import Child
    from tests.support.desk import fill, send, signed_in

    child = _enter()
    browser = signed_in(_officer())
    browser.get(reverse("register:list"))
    found = browser.post(reverse("register:search"), {"q": CANARIES["name"]}, follow=True)
    assert CANARIES["name"] in found.content.decode()  # what is sought is really in use
    uuid = [str(child.uuid)]
    browser.get(reverse("register:file", args=uuid))
    weigh = reverse("register:weigh", args=uuid)
    fill(browser, weigh, weight_kg=CANARIES["name"], measured_on=CANARIES["narrative"])
    correct = reverse("register:correct", args=uuid)
    page = browser.get(correct)
    assert page.status_code == 200
    fields = {"name": CANARIES["second name"], "document": CANARIES["document"]}
    browser.cookies.clear()
    assert send(browser, correct, page, **fields).status_code == 302
    assert Child.objects.filter(pk=child.pk).exists()


def _officer() -> Any:
    from allauth.mfa.totp.internal.auth import TOTP

    from mangnon.access.actions import add_person, give_role
    from mangnon.access.doors import system_warrant
    from tests.support.officers import PASSWORD, SECRET

    warrant, place = system_warrant("test"), _commune()
    user = add_person("an", name="An Thị Mẫu", password=PASSWORD, warrant=warrant)
    give_role(user, "child_officer", place, valid_from=place.valid_from, warrant=warrant)
    TOTP.activate(user, SECRET)
    return user


def faults() -> None:
    """Things go wrong: what the database and the program say of it is kept in logs."""
    import logging

    from django.db import IntegrityError, transaction

    from mangnon.register.actions.children import register_child
    from mangnon.register.models import Child

    child = Child.objects.exclude(name_sealed=None).first()
    try:
        with transaction.atomic():
            Child.objects.bulk_create([Child(uuid=child.uuid, sex="f", birth_date=BORN)])
    except IntegrityError:
        logging.getLogger("mangnon").exception("a child twice")
    try:
        register_child(_particulars(), place=None, warrant=None)  # type: ignore[arg-type]
    except AttributeError:
        logging.getLogger("mangnon").exception("an act that fails")


def _particulars() -> Any:
    from mangnon.register.particulars import Particulars

    return Particulars(f"Trần {CANARIES['name']}", "f", BORN, document=CANARIES["document"])


def counting() -> None:
    """Count everything, and release it."""
    from mangnon.access.doors import demonstration_warrant
    from mangnon.figures.actions import make_release
    from mangnon.indicators.recount import rebuild

    rebuild()
    make_release(warrant=demonstration_warrant(), progress=lambda *_: None)


def keys() -> None:
    """Change the keys."""
    from django.conf import settings

    from mangnon.access.doors import demonstration_warrant
    from mangnon.register.actions.keys import rotate_keys
    from mangnon.vault import KeyRing

    KeyRing.add_key(Path(settings.KEY_FILE))
    rotate_keys(warrant=demonstration_warrant())


def crash() -> None:
    """Die in the middle of a transaction that has written much."""
    from django.db import transaction

    with transaction.atomic():
        bulk()
        _enter("second name")
        os.kill(os.getpid(), signal.SIGKILL)


def remembered() -> None:
    """See that the canaries are really kept: whoever has the keys reads them."""
    from mangnon.access.models import Typed
    from mangnon.register import identity
    from mangnon.register.models import Child, Household

    opened = {identity.open_name(one) for one in Child.objects.select_related("data_key")}
    opened |= {identity.open_document(one) for one in Child.objects.select_related("data_key")}
    opened |= {identity.open_address(one) for one in Household.objects.select_related("data_key")}
    text = " ".join(one for one in opened if one)
    kept = {"name", "second name", "name in bulk", "name of the simulation", "address", "document"}
    assert {kind for kind in kept if CANARIES[kind] in text} == kept
    assert Typed.objects.count() == 1 + busy_desk.ENDED  # the forms whose sessions ended
    busy_desk.remembered()


DAY = (
    *(province, simulation, register, bulk, desk, busy_desk.everything, faults, counting, keys),
    *(register, remembered),
)


def main() -> None:
    """Do the acts of the day, or crash."""
    import django

    django.setup()
    from mangnon import clock

    clock.pin(TODAY)
    for act in (crash,) if sys.argv[1:] == ["crash"] else DAY:
        act()


if __name__ == "__main__":
    main()

"""The keys of all records change while others write; one that is killed is begun again."""

import os
import re
import signal
import subprocess
import sys
import threading
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.access.models import Typed, User
from mangnon.audit.models import Entry, Seal
from mangnon.audit.sealing import seal_waiting
from mangnon.audit.verifying import verify
from mangnon.audit.warrants import Warrant
from mangnon.register import identity
from mangnon.register.actions import register_child, register_household
from mangnon.register.actions.bulk import ChildrenBatch, add_children_in_bulk
from mangnon.register.actions.keys import keys_in_use, retire_key, rotate_keys
from mangnon.register.errors import KeyStays
from mangnon.register.models import Child, DataKey
from mangnon.register.particulars import Particulars
from mangnon.register.tests.conftest import place
from mangnon.text.sentence import DomainError
from mangnon.vault import KeyNotInRing, KeyRing

BORN = date(2019, 5, 1)
AT_ONCE = timedelta()
SLOWLY = """
import django; django.setup()
from mangnon.access.doors import system_warrant
from mangnon.register.actions.keys import rotate_keys
print("begun", flush=True)
tell = lambda done, total: print(done, flush=True)
rotate_keys(warrant=system_warrant("test"), progress=tell, batch=5)
"""


@pytest.fixture(autouse=True)
def key_file(tmp_path: Path, settings, monkeypatch) -> Path:
    """A ring of this test's own."""
    settings.KEY_FILE = str(tmp_path / "keys")
    KeyRing.generate(tmp_path / "keys")
    return tmp_path / "keys"


def named(count: int, warrant: Warrant) -> list[str]:
    """Enter children in bulk; return their names."""
    names = [f"Nguyễn Thị Mận {number}" for number in range(count)]
    add_children_in_bulk(
        ChildrenBatch(names=names, sexes="f", birth_dates=[BORN] * count), warrant=warrant
    )
    return names


def opened() -> list[str | None]:
    return [identity.open_name(one) for one in Child.objects.select_related("data_key")]


def test_every_record_opens_under_the_new_key_alone(key_file, warrant):
    names = named(30, warrant)
    register_household(address="thôn Đông", warrant=warrant)
    old = identity.ring().primary
    new = KeyRing.add_key(key_file).primary
    assert rotate_keys(warrant=warrant, batch=7).rewrapped == 31
    assert keys_in_use() == {new: 31}
    retire_key(old, warrant=warrant, settled=AT_ONCE)
    assert identity.ring().key_ids == {new}
    assert sorted(opened()) == sorted(names)


def test_a_rotation_is_recorded_from_begin_to_end(key_file, warrant):
    named(3, warrant)
    new = KeyRing.add_key(key_file).primary
    rotate_keys(warrant=warrant)
    entries = Entry.objects.filter(act="register.rotate_keys").order_by("pk")
    told = list(entries.values_list("data", flat=True))
    assert told == [{"to": new, "begun": True}, {"to": new, "count": 3}]


def test_nothing_is_done_twice(key_file, warrant):
    named(3, warrant)
    assert rotate_keys(warrant=warrant).rewrapped == 0


def test_an_erased_key_stays_erased(key_file, warrant):
    named(4, warrant)
    DataKey.objects.filter(child__pk=Child.objects.first().pk).delete()
    KeyRing.add_key(key_file)
    assert rotate_keys(warrant=warrant).rewrapped == 3
    assert opened().count(None) == 1


def test_a_key_that_locks_something_is_not_retired(key_file, warrant):
    named(3, warrant)
    old = identity.ring().primary
    KeyRing.add_key(key_file)
    with pytest.raises(KeyStays, match="3 records"):
        retire_key(old, warrant=warrant, settled=AT_ONCE)
    assert old in identity.ring().key_ids


def test_a_key_waits_for_forms_that_somebody_is_in_the_middle_of(key_file, warrant):
    old = identity.ring()
    who = User.objects.create(username="ba.tam", actor=warrant.actor)
    draft = old.wrap(bytes(32), bound_to="form")
    Typed.objects.create(key=uuid4(), user=who, typed_at=clock.now(), wrapped_key=draft, sealed=b"")
    KeyRing.add_key(key_file)
    with pytest.raises(KeyStays, match="1 forms"):
        retire_key(old.primary, warrant=warrant, settled=AT_ONCE)


def test_a_key_file_just_changed_is_given_time(key_file, warrant):
    old = identity.ring().primary
    KeyRing.add_key(key_file)
    with pytest.raises(KeyStays, match="Wait 10 minutes"):
        retire_key(old, warrant=warrant)
    assert old in identity.ring().key_ids


def test_a_key_written_under_at_the_last_moment_comes_back(key_file, warrant, monkeypatch):
    sleeper = identity.ring()
    KeyRing.add_key(key_file)
    remove = KeyRing.remove_key

    def late(path: Path, key_id: str) -> KeyRing:
        with monkeypatch.context() as asleep:
            asleep.setattr(identity, "ring", lambda: sleeper)
            named(1, warrant)
        return remove(path, key_id)

    monkeypatch.setattr(KeyRing, "remove_key", late)
    with pytest.raises(KeyStays, match="1 records"):
        retire_key(sleeper.primary, warrant=warrant, settled=AT_ONCE)
    assert opened() == ["Nguyễn Thị Mận 0"]


def test_a_key_of_nobody_stops_the_rotation_with_a_sentence(key_file, warrant):
    DataKey.objects.create(wrapped=identity.ring().wrap(bytes(32), bound_to="nobody"))
    KeyRing.add_key(key_file)
    with pytest.raises(KeyStays, match="belong to no record"):
        rotate_keys(warrant=warrant)


def test_a_ring_without_the_old_key_says_which_it_was(key_file, warrant):
    named(1, warrant)
    old = identity.ring().primary
    key_file.unlink()
    KeyRing.generate(key_file)
    with pytest.raises(KeyNotInRing, match=old):
        opened()


def test_whoever_keeps_a_data_key_is_known_to_the_rotation():
    keepers = {
        model
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is DataKey
    }
    assert keepers == set(identity.KEEPERS.values())


def _elsewhere(key_file: Path) -> subprocess.Popen[str]:
    """Start a slow rotation in a process of its own, on this test's database."""
    now = connection.settings_dict
    url = f"sqlite:///{now['NAME']}"
    if connection.vendor == "postgresql":
        who, where = f"{now['USER']}:{now['PASSWORD']}", f"{now['HOST']}:{now['PORT']}"
        url = f"postgresql://{who}@{where}/{now['NAME']}"
    environment = {
        **os.environ,
        "MANGNON_DATABASE": url,
        "MANGNON_KEY_FILE": str(key_file),
        "MANGNON_DATA": str(settings.DATA_DIR),
    }
    return subprocess.Popen(
        [sys.executable, "-c", SLOWLY], env=environment, stdout=subprocess.PIPE, text=True
    )


def _killed_in_the_middle(key_file: Path) -> None:
    with _elsewhere(key_file) as process:
        for line in process.stdout or ():
            if re.fullmatch(r"[1-9]\d*\n", line) and int(line) >= 20:
                break
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.django_db(transaction=True)
def test_a_rotation_killed_in_the_middle_is_begun_again(key_file):
    names = named(400, demonstration_warrant())
    old = identity.ring().primary
    new = KeyRing.add_key(key_file).primary
    _killed_in_the_middle(key_file)
    counted = keys_in_use()
    assert counted[old] > 0
    assert counted[new] >= 20
    assert sorted(opened()) == sorted(names)
    assert rotate_keys(warrant=demonstration_warrant()).rewrapped == counted[old]
    retire_key(old, warrant=demonstration_warrant(), settled=AT_ONCE)
    assert sorted(opened()) == sorted(names)


@pytest.mark.django_db(transaction=True)
def test_those_who_write_meanwhile_are_not_held_up_and_lose_nothing(key_file):
    warrant = demonstration_warrant()
    named(600, warrant)
    here = place("101", "An Sơn")
    KeyRing.add_key(key_file)
    written, failed = [], []
    over = threading.Event()

    def write() -> None:
        try:
            while not over.is_set() or len(written) < 5:
                name = f"Trần Văn Bưởi {len(written)}"
                who = Particulars(name=name, sex="m", birth_date=BORN)
                register_child(who, place=here, warrant=warrant)
                written.append(name)
        except (DomainError, DatabaseError) as error:
            failed.append(error)
        finally:
            connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    done = rotate_keys(warrant=warrant, batch=20)
    over.set()
    writer.join()
    assert failed == []
    assert done.rewrapped >= 600
    assert set(keys_in_use()) == {identity.ring().primary}
    assert set(written) <= set(opened())


def test_a_key_is_retired_only_when_a_seal_of_the_new_one_vouches_for_its_entries(
    key_file, warrant
):
    named(1, warrant)
    seal_waiting()
    old = KeyRing.load(key_file).primary
    new = KeyRing.add_key(key_file).primary
    rotate_keys(warrant=warrant)
    retire_key(old, warrant=warrant, settled=AT_ONCE)
    assert Seal.objects.latest("number").key_id == new
    assert (verify().fault, seal_waiting().entries) == (None, 1)

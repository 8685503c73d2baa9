"""A backup comes back whole: every row, figure and file, the trail unbroken; or not at all.

What was altered, cut, of another version or locked with another passphrase is refused, and the
installation is as it was. Whoever was erased since stays erased.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from mangnon.attachments import keeping
from mangnon.audit.models import Entry
from mangnon.audit.verifying import verify
from mangnon.backup import files, on_postgresql, on_sqlite
from mangnon.backup.locking import Locking, Unlocking
from mangnon.backup.manifest import of_the_database
from mangnon.backup.members import finish, members, put
from mangnon.backup.taking import MANIFEST
from mangnon.cli.tests.conftest import run as run  # the fixture
from mangnon.indicators.models import Cell
from mangnon.register import identity
from mangnon.register.models import Child
from mangnon.retention import listed
from tests.support.canaries import CANARIES, found_under
from tests.support.own_world import OwnWorld, brought_spreadsheet, built

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(run, tmp_path, settings) -> OwnWorld:
    return built(run, tmp_path, settings)


def names() -> list[str | None]:
    return [identity.open_name(one) for one in Child.objects.order_by("pk")]


def test_it_comes_back_over_what_was_done_since_and_forgets_again(world):
    had = names()
    path = world.backup()
    before = of_the_database()
    assert found_under(path) == {}
    second = world.children[1]
    assert world.say("retention", "--erase", "--child", str(second.uuid), "--by", "Bà Tám",
                     "--reason", "asked")[0] == 0  # fmt: skip
    Cell.objects.all().delete()
    Child.objects.filter(pk=world.children[2].pk).update(sex="m")
    keeping.remove(world.proof[0])

    assert "--over" in world.restore(path)[1]
    assert not Cell.objects.exists()
    code, said = world.restore(path, "--over")
    assert code == 0, said
    assert names() == [had[0], None, had[2]]
    assert Child.objects.get(pk=world.children[2].pk).sex == "f"
    assert Cell.objects.filter(series="own").get().numerator == 1
    assert keeping.read(*world.proof) == CANARIES["narrative"].encode()
    after = of_the_database()
    assert after.figures == before.figures
    grown = {one for one in after.rows if after.rows[one] != before.rows.get(one)}
    assert grown <= {"audit_entry", "retention_erasure", "register_datakey"}
    assert verify().fault is None
    assert Entry.objects.filter(act="backup.restore").count() == 1
    assert not left_aside()


def test_without_the_list_of_who_was_forgotten_nothing_is_restored(world):
    path = world.backup()
    listed.path().unlink()
    Cell.objects.all().delete()
    code, said = world.restore(path, "--over")
    assert code == 2 and str(listed.path()) in said and "--without-erasure-list" in said
    assert not Cell.objects.exists() and not left_aside()
    assert world.restore(path, "--over", "--without-erasure-list")[0] == 0
    assert Cell.objects.exists()


def test_the_spreadsheet_of_who_was_forgotten_since_does_not_come_back(world):
    sheet = brought_spreadsheet(world)
    path = world.backup()
    kept = {one for one in keeping_root().rglob("*") if one.is_file()}
    assert world.say("retention", "--erase", "--child", str(world.children[-1].uuid),
                     "--by", "Bà Tám", "--reason", "asked")[0] == 0  # fmt: skip
    (gone,) = kept - {one for one in keeping_root().rglob("*") if one.is_file()}
    assert gone.name == sheet.uuid.hex
    code, said = world.restore(path, "--over")
    assert code == 0, said
    assert names()[-1] is None
    assert {one for one in keeping_root().rglob("*") if one.is_file()} == kept - {gone}


def test_it_comes_back_into_an_empty_installation(world):
    path, before = world.backup(), names()
    empty = world.folder / "empty.sqlite3"
    if connection.vendor == "postgresql":
        with _as_before_migrate():
            pass  # what ``mangnon migrate`` leaves
        code, said = world.restore(path)
        assert code == 0, said
        assert names() == before
        return
    with on_sqlite.looking_at(empty):
        code, said = world.restore(path)
        assert code == 0, said
        assert names() == before
        assert verify().fault is None


@contextmanager
def _as_before_migrate() -> Iterator[None]:
    """Leave PostgreSQL without a row, not even of its migrations; those come back at the end."""
    done = list(MigrationRecorder.Migration.objects.all())
    on_postgresql.empty()
    on_postgresql.stand()
    yield
    MigrationRecorder.Migration.objects.bulk_create(done)


def test_where_nothing_was_migrated_postgresql_is_told_so_first(world):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's database comes whole")
    path = world.backup()
    with _as_before_migrate():
        code, said = world.restore(path)
    assert code == 2
    assert "mangnon migrate" in said


def _cut(content: bytearray) -> None:
    del content[-40:]


def _flip(content: bytearray) -> None:
    content[len(content) // 2] ^= 1


def _no_backup(content: bytearray) -> None:
    content[:] = b"PK\x03\x04 not ours"


@pytest.mark.parametrize("spoil", [_cut, _flip, _no_backup])
def test_what_was_spoilt_is_refused_and_nothing_is_half_restored(world, spoil):
    path = world.backup()
    content = bytearray(path.read_bytes())
    spoil(content)
    path.write_bytes(content)
    Cell.objects.all().delete()
    code, said = world.restore(path, "--over")
    assert code == 2
    assert "Traceback" not in said and "Hãy" in said
    assert not Cell.objects.exists()
    assert len(names()) == 3


def _a_row_more(told: dict[str, Any]) -> None:
    told["rows"]["register_child"] += 1


def _other_figures(told: dict[str, Any]) -> None:
    told["figures"]["indicators_cell"] = "0" * 64


@pytest.mark.parametrize("told_otherwise", [_a_row_more, _other_figures])
def test_what_is_not_what_was_copied_is_put_away(world, told_otherwise):
    """The same rows, locked again under the right passphrase, beside what they are not."""
    path, passphrase = world.backup(), world.passphrase.read_text(encoding="utf-8").strip()
    with path.open("rb") as file:
        whole = [(name, list(some)) for name, some in members(Unlocking(path, file, passphrase))]
    with path.open("wb") as file:
        target = Locking(file, passphrase)
        for name, pieces in whole:
            if name == MANIFEST:
                told = json.loads(b"".join(pieces))
                told_otherwise(told)
                pieces = [json.dumps(told).encode()]
            put(target, name, pieces)
        finish(target)
    Cell.objects.all().delete()
    code, said = world.restore(path, "--over")
    assert code == 2 and "không khớp" in said
    assert not Cell.objects.exists() and len(names()) == 3


def test_where_it_fails_half_way_every_file_and_row_is_as_it_was(world, monkeypatch):
    path, root = world.backup(), keeping_root()
    (root / "written since").write_bytes(b"x")
    Cell.objects.all().delete()
    swap = files.swap

    def and_then_the_disk_is_full() -> None:
        swap()
        assert not (root / "written since").exists()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "swap", and_then_the_disk_is_full)
    code, said = world.restore(path, "--over")
    assert code == 2 and "No space left" in said
    assert (root / "written since").exists()
    assert keeping.read(*world.proof) == CANARIES["narrative"].encode()
    assert not Cell.objects.exists() and len(names()) == 3
    assert not left_aside()


def test_after_one_that_was_cut_short_nothing_is_restored_before_it_is_put_right(world):
    path, root = world.backup(), keeping_root()
    root.rename(root.with_name("attachments.before-restore"))
    root.mkdir()
    code, said = world.restore(path, "--over")
    assert code == 2 and "cut short" in said and str(root) in said
    root.rmdir()
    root.with_name("attachments.before-restore").rename(root)
    assert world.restore(path, "--over")[0] == 0
    assert keeping.read(*world.proof) == CANARIES["narrative"].encode()


def keeping_root() -> Path:
    return Path(settings.ATTACHMENTS_ROOT)


def left_aside() -> list[str]:
    return [one.name for one in keeping_root().parent.iterdir() if "restor" in one.name]


def test_another_passphrase_or_version_is_refused(world, monkeypatch):
    path = world.backup()
    world.passphrase.write_text("ngắn")
    assert "20" in world.restore(path, "--over")[1]
    world.passphrase.write_text("một mật khẩu khác hẳn, dài đủ")
    assert world.restore(path, "--over")[0] == 2
    world.passphrase.write_text("hai mươi ký tự trở lên, nhé")
    monkeypatch.setattr("mangnon.backup.restoring.of_the_program", lambda: ["register.0001"])
    assert "another version" in world.restore(path, "--over")[1]


def test_a_copy_is_not_written_over_another_file(world):
    path = world.backup()
    was = path.read_bytes()
    code, said = world.say("backup", "--to", str(path), "--by", "Bà Tám")
    assert (code, path.read_bytes()) == (2, was)
    assert "not overwritten" in said

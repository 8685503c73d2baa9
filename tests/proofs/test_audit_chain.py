"""Promise: what was done and read is kept, and whoever touches it afterwards is found out.

A busy day of real acts and readings on the register, sealed at noon and at night. Then somebody
with the whole database, but not the key, edits, deletes, reorders, forges and cuts; each time
``mangnon audit verify`` names it.
"""

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.audit import triggers
from mangnon.audit.actions import read
from mangnon.audit.canonical import digested, header_bytes, leaves_of, seal_hash
from mangnon.audit.models import Entry, Seal
from mangnon.audit.sealing import seal_waiting
from mangnon.audit.streams import header_of
from mangnon.cli.audit import audit_group
from mangnon.places.models import Kind, Place
from mangnon.register import identity
from mangnon.register.actions import (
    begin_circumstance,
    correct_identity,
    end_circumstance,
    move_child,
    record_measurement,
    register_child,
)
from mangnon.register.models import Child, CircumstanceGroup
from mangnon.register.particulars import Particulars
from tests.support import burglar

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2024, 6, 15)
NAME, CORRECTED = "Nguyễn Thị Mận", "Nguyễn Thị Mân"


def audit(*words: object) -> tuple[int, str]:
    """Run ``mangnon audit …``; return its exit code and what it said."""
    done = CliRunner().invoke(audit_group, [str(word) for word in words], catch_exceptions=False)
    return done.exit_code, done.output


@pytest.fixture
def day() -> list[Child]:
    """Live through the day: eight children's files, written and read; two seals."""
    with clock.pinned(DAY):
        here, there = commune("101", "An Sơn"), commune("102", "Bình Minh")
        children = [enter(here, number) for number in range(8)]
        read(demonstration_warrant(), "register.list", subjects=[subject(one) for one in children])
        assert audit("seal")[0] == 0
        for child in children[:4]:
            visit(child, there)
        assert audit("seal")[0] == 0
        yield children


def commune(code: str, name: str) -> Place:
    return Place.objects.create(
        code=code, kind=Kind.COMMUNE, style="xa", name_vi=f"Xã {name}", name_en=name,
        sort_key=name, valid_from=date(2012, 1, 1),
    )  # fmt: skip


def enter(here: Place, number: int) -> Child:
    who = Particulars(name=NAME, sex="f", birth_date=date(2020, 3, 1 + number))
    return register_child(who, place=here, warrant=demonstration_warrant())


def subject(child: Child) -> str:
    return f"register.child:{child.uuid}"


def visit(child: Child, there: Place) -> None:
    """Read a file, correct it, weigh the child, find it in need and helped, see it move."""
    warrant = demonstration_warrant()
    reason = identity.sealer_of(child).seal(f"mẹ cháu {NAME} hỏi", bound_to=f"{subject(child)}:why")
    read(warrant, "register.reveal", subjects=[subject(child)], purpose="visit", reason=reason)
    who = Particulars(name=CORRECTED, sex="f", birth_date=child.birth_date)
    correct_identity(child, who, warrant=warrant)
    record_measurement(child, measured_on=DAY, weight_kg=14.0, warrant=warrant)
    group, _ = CircumstanceGroup.objects.get_or_create(
        code="disability", law="new", name_vi="Trẻ em khuyết tật", name_en="Disability",
        valid_from=date(2017, 6, 1), lasting=True,
    )  # fmt: skip
    spell = begin_circumstance(child, group=group, valid_from=DAY, warrant=warrant)
    end_circumstance(spell, ended_on=DAY, reason="corrected", warrant=warrant)
    move_child(child, place=there, moved_on=DAY, warrant=warrant)


def sealed_in(number: int) -> list[int]:
    """Return the entries of a seal, in order."""
    return [entry for entry, _ in leaves_of(bytes(Seal.objects.get(pk=number).leaves))]


def found(number: int, vi: str, en: str) -> None:
    """Demand that verify names this number, in both languages, and ends with 1."""
    code, said = audit("verify")
    assert code == 1, said
    vietnamese, english = said.split(" / ", 1)
    assert re.search(rf"số {number}\b", vietnamese), said
    assert vi in vietnamese, said
    assert re.search(rf" {number}\b", english), said
    assert en in english, said


def test_an_untouched_chain_is_whole(day):
    code, said = audit("verify")
    assert code == 0, said
    assert "✓" in said
    kinds = list(Entry.objects.values_list("kind", flat=True))
    assert (kinds.count("act"), kinds.count("reading")) == (8 + 4 * 5, 1 + 4)


def test_an_edit_is_named(day):
    entry = sealed_in(2)[3]
    burglar.run("UPDATE audit_entry SET act = 'register.list' WHERE id = %s", entry)
    found(entry, "bị sửa", "was changed")


def test_a_deletion_is_named(day):
    entry = sealed_in(1)[5]
    burglar.run("DELETE FROM audit_entry WHERE id = %s", entry)
    found(entry, "đã bị xóa", "is missing")


def test_a_new_order_is_named(day):
    first, *_, last = sealed_in(2)
    burglar.swap("audit_entry", "id", first, last)
    found(first, "bị đổi chỗ", "was moved")


def test_an_insertion_is_named(day):
    row = Entry.objects.filter(pk=sealed_in(1)[0]).values().get()
    forged = Entry.objects.order_by("-id")[0].pk + 1
    Entry.objects.bulk_create([Entry(**row | {"id": forged})])
    found(forged, "không do phần mềm ghi", "was not written by the program")
    audit("seal")
    found(forged, "không do phần mềm ghi", "was not written by the program")


def test_hashes_made_anew_without_the_key_are_named(day):
    """Delete a reading and build the seals again, with all that the database holds."""
    gone = sealed_in(1)[-1]
    burglar.run("DELETE FROM audit_entry WHERE id = %s", gone)
    previous = bytes(Seal.objects.get(pk=1).previous)
    for seal in Seal.objects.order_by("number"):
        kept = [number for number in sealed_in(seal.number) if number != gone]
        leaves, digest = digested((n, hashlib.sha256(str(n).encode()).digest()) for n in kept)
        changed = {"leaves": leaves, "digest": digest, "count": len(kept), "previous": previous}
        changed["last_id"] = kept[-1]
        for name, value in changed.items():
            setattr(seal, name, value)
        previous = seal_hash(header_bytes(header_of(seal)), seal.proof)
        for name, value in {**changed, "hash": previous}.items():
            burglar.run(f"UPDATE audit_seal SET {name} = %s WHERE number = %s", value, seal.number)
    found(1, "không phải là dấu đã lập", "is not the one that was made")


def test_two_seals_that_changed_places_are_named(day):
    burglar.swap("audit_seal", "number", 1, 2)
    found(1, "không phải là dấu đã lập", "is not the one that was made")


def test_a_seal_taken_out_is_named(day):
    burglar.run("DELETE FROM audit_seal WHERE number = 1")
    found(1, "Thiếu dấu", "is missing")


def test_a_tail_cut_off_is_found_by_an_exported_seal(day, tmp_path: Path):
    paper = tmp_path / "seal.txt"
    assert audit("export-seal", paper)[0] == 0
    assert audit("verify", "--against", paper)[0] == 0
    burglar.run("DELETE FROM audit_entry WHERE id >= %s", sealed_in(2)[0])
    burglar.run("DELETE FROM audit_seal WHERE number = 2")
    assert audit("verify")[0] == 0  # what is left is whole: only the paper knows better
    code, said = audit("verify", "--against", paper)
    assert code == 1
    assert "kết thúc ở dấu số 1" in said
    assert "ends at seal 1" in said


def test_a_chain_put_in_the_place_of_another_is_found_by_an_exported_seal(day, tmp_path: Path):
    """Even one made with the key: all entries sealed anew."""
    paper = tmp_path / "seal.txt"
    audit("export-seal", paper)
    burglar.run("DELETE FROM audit_seal")
    burglar.run("DELETE FROM audit_entry WHERE id = %s", 1 + min(all_ids()))
    audit("seal")
    audit("seal")
    enter_one_more()
    audit("seal")
    assert audit("verify")[0] == 0
    code, said = audit("verify", "--against", paper)
    assert code == 1
    assert "khác với dấu đã xuất" in said
    assert "differs from the exported one" in said


def all_ids() -> list[int]:
    return list(Entry.objects.values_list("id", flat=True))


def enter_one_more() -> None:
    enter(commune("103", "Cẩm Đông"), 20)


def test_a_guard_taken_down_is_named_and_put_up_again(day):
    triggers.take_down(connection)
    code, said = audit("verify")
    assert code == 1
    assert "chốt chặn" in said
    assert audit("guard")[0] == 0
    assert audit("verify")[0] == 0


def test_a_forgotten_child_leaves_the_chain_whole(day):
    child = Child.objects.get(pk=day[0].pk)
    kept = list(Entry.objects.filter(subject=subject(child)).values_list("before", "after"))
    assert any("sealed" in str(one) for one in kept)
    child.data_key.delete()
    assert identity.open_name(Child.objects.get(pk=child.pk)) is None
    assert audit("verify")[0] == 0


def test_no_name_stands_in_the_chain(day):
    for row in Entry.objects.values():
        for name in (NAME, CORRECTED, "Mận", "Mân"):
            assert name not in str(row)
            assert name.encode() not in bytes(row["reason_sealed"])


def test_the_auditor_sees_who_did_what_to_a_child_and_no_name(day):
    code, said = audit("show", "--by", "Thanh tra", "--subject", subject(day[0]))
    acts = [line.split("\t")[3] for line in said.splitlines()]
    assert code == 0
    assert acts == [
        "Thêm một trẻ vào sổ", "Thấy tên trong danh sách", "register.reveal",  # an act of the test
        "Sửa thông tin của trẻ", "Ghi cân, đo", "Ghi hoàn cảnh đặc biệt",
        "Ghi kết thúc hoàn cảnh đặc biệt", "Ghi chuyển nơi ở", "Xem nhật ký truy vết tại máy chủ",
    ]  # fmt: skip
    assert "Mận" not in said
    assert "ngày sinh" in said  # which fields, not what they say
    assert "2020" not in said
    assert audit("show", "--by", "Thanh tra", "--subject", "register.child:0", "--since", DAY)[1]


def test_writers_at_the_same_time_lose_nothing(day):
    def work(number: int) -> None:
        try:
            with clock.pinned(DAY):
                for turn in range(6):
                    record_measurement(
                        Child.objects.get(pk=day[number].pk), measured_on=date(2024, 5, 1 + turn),
                        weight_kg=13.0, warrant=demonstration_warrant(),
                    )  # fmt: skip
                    seal_waiting()
        finally:
            connection.close()

    before = Entry.objects.count()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4, 8)))
    audit("seal")
    assert Entry.objects.count() == before + 4 * 6
    sealed = [entry for seal in Seal.objects.order_by("number") for entry in sealed_in(seal.number)]
    assert sorted(sealed) == sorted(all_ids())
    assert audit("verify")[0] == 0

"""The paper on which a finding rests, on its pages: told, corrected, masked, waited for."""

from datetime import date

import pytest
from django.urls import reverse

from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.register import identity
from mangnon.register.access import token_of
from mangnon.register.actions import begin_circumstance
from mangnon.register.models import Circumstance, CircumstanceGroup, EvidenceKind
from tests.support.desk import fill, send, signed_in
from tests.support.officers import officer

NUMBER, ISSUER = "17/2014/GXN-UBND", "UBND xã Mẫu"
TOLD = {"evidence_number": NUMBER, "evidence_on": "5/4/2015", "evidence_issuer": ISSUER}


@pytest.fixture
def group(today):
    return CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="Trẻ em khuyết tật", name_en="Disability", lasting=True,
        valid_from=date(2005, 1, 1),
    )  # fmt: skip


@pytest.fixture
def kind(today):
    return str(
        EvidenceKind.objects.create(
            code="c", name_vi="Giấy xác nhận khuyết tật", name_en="Certificate"
        ).pk
    )


@pytest.fixture
def spell(man, group, today):
    return begin_circumstance(man, group=group, valid_from=today, warrant=system_warrant("test"))


def to(name, child, *more):
    return reverse(f"register:{name}", args=[child.uuid, *(token_of(one, child) for one in more)])


def said(page):
    return page.content.decode()


def kept(part):
    return identity.open_paper(Circumstance.objects.get(), part)


def opened(client, child):
    return client.post(to("file", child), {"purpose": "care", "words": ""}, follow=True)


def test_a_circumstance_begins_with_its_paper(an, man, group, kind):
    begun = {"group": str(group.pk), "valid_from": "1/4/2015", "evidence": kind}
    assert fill(an, to("begin_circumstance", man), **begun, **TOLD).status_code == 302
    assert (kept("number"), kept("issuer")) == (NUMBER, ISSUER)


def test_a_number_of_no_paper_is_asked_about(an, man, group, kind, spell):
    for name, more in (("begin_circumstance", ()), ("evidence", (spell,))):
        page = fill(an, to(name, man, *more), evidence_number=NUMBER)
        assert page.status_code == 422
        assert "Hãy chọn loại giấy tờ" in said(page)
        assert NUMBER in said(page)


def test_without_a_paper_the_file_says_so_until_it_comes(an, man, spell, kind):
    page = said(opened(an, man))
    assert "chưa có giấy tờ" in page
    assert to("evidence", man, spell) in page
    assert fill(an, to("evidence", man, spell), evidence=kind, **TOLD).status_code == 302
    page = said(an.get(to("file", man)))
    assert "chưa có giấy tờ" not in page
    assert "Giấy xác nhận khuyết tật" in page
    assert "ngày 05/04/2015" in page
    assert ISSUER in page


def test_the_number_is_masked_and_each_look_at_it_leaves_an_entry(an, man, spell, kind):
    fill(an, to("evidence", man, spell), evidence=kind, **TOLD)
    assert NUMBER not in said(opened(an, man))
    what = {"what": f"evidence:{token_of(spell, man)}"}
    assert NUMBER in said(an.post(to("reveal", man), what))
    assert NUMBER not in said(an.get(to("file", man)))
    entry = Entry.objects.get(act="register.reveal_evidence")
    assert entry.subject == f"register.child:{man.uuid}"
    assert an.post(to("reveal", man), {"what": "evidence:1"}).status_code == 404


def test_correcting_it_shows_the_number_and_that_is_a_reading(an, man, spell, kind):
    an.get(to("evidence", man, spell))
    assert not Entry.objects.filter(act="register.reveal_evidence").exists()
    fill(an, to("evidence", man, spell), evidence=kind, **TOLD)
    page = an.get(to("evidence", man, spell))
    assert NUMBER in said(page)
    assert 'value="05/04/2015"' in said(page)
    assert Entry.objects.filter(act="register.reveal_evidence").count() == 1
    send(an, to("evidence", man, spell), page, evidence_number="18")
    assert (kept("number"), kept("issuer")) == ("18", ISSUER)


def test_two_officers_at_one_paper_overwrite_nothing(an, man, spell, kind):
    other = EvidenceKind.objects.create(code="d", name_vi="Biên bản xác minh", name_en="Record")
    address = to("evidence", man, spell)
    first, second = an.get(address), an.get(address)
    send(an, address, first, evidence=kind, evidence_number="1")
    conflict = send(an, address, second, evidence=str(other.pk), evidence_number="2")
    assert conflict.status_code == 422
    # The kinds stand there by name, not by number.
    for words in ("Giấy xác nhận khuyết tật", "Biên bản xác minh"):
        assert f"<b>{words}</b>" in said(conflict)
    chosen = {"choice_evidence": "theirs", "choice_evidence_number": "mine"}
    assert send(an, address, conflict, **chosen).status_code == 302
    assert (str(Circumstance.objects.get().evidence_id), kept("number")) == (kind, "2")
    entry = Entry.objects.filter(act="register.set_evidence").latest("pk")
    assert set(entry.data["let_go"]) == {"evidence"}


def test_a_paper_of_another_childs_spell_is_not_here(an, man, spell, enter):
    assert an.get(to("evidence", enter("Trần Văn Mẫu"), spell)).status_code == 404


def test_whoever_waits_for_a_paper_is_listed_until_it_comes(an, binh, man, spell, kind):
    waiting = reverse("register:without_evidence")
    card = "Hoàn cảnh đặc biệt chưa có giấy tờ làm căn cứ"
    assert card in said(an.get(reverse("desk")))
    assert card not in said(binh.get(reverse("desk")))
    page = said(an.get(waiting))
    assert "Nguyễn Thị Mận Mẫu" in page
    assert to("evidence", man, spell) in page
    entry = Entry.objects.filter(act="register.without_evidence").latest("pk")
    assert str(man.uuid) in f"{entry.subject}{entry.data}"
    assert "Mận" not in said(binh.get(waiting))
    fill(an, to("evidence", man, spell), evidence=kind)
    assert "Mận" not in said(an.get(waiting))
    assert card not in said(an.get(reverse("desk")))


def test_the_station_head_is_told_of_no_circumstances(man, spell):
    chi = signed_in(officer("chi"))
    assert chi.get(reverse("register:without_evidence")).status_code == 404

"""The paper on which a finding rests: with the finding or afterwards, sealed, in the trail."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mangnon.audit.models import Entry
from mangnon.bulk.batches import WrongBatch
from mangnon.register import identity
from mangnon.register.actions import SpellsBatch, add_spells, begin_circumstance, set_evidence
from mangnon.register.errors import WrongDay, WrongState
from mangnon.register.evidence import LONGEST_NUMBER, Evidence
from mangnon.register.models import Child, Circumstance, DataKey, EvidenceKind
from mangnon.register.tests.marks import forget, marked
from mangnon.register.tests.stored import everything

BEGAN, ISSUED = date(2021, 2, 1), date(2021, 3, 5)
NUMBER, ISSUER = "17/2021/GXN-UBND", "UBND xã An Sơn Mẫu"


@pytest.fixture
def certificate():
    return EvidenceKind.objects.create(
        code="certificate", name_vi="Giấy xác nhận mức độ khuyết tật", name_en="Certificate"
    )


@pytest.fixture
def spell(man, disability, warrant):
    return begin_circumstance(man, group=disability, valid_from=BEGAN, warrant=warrant)


@pytest.fixture
def paper(certificate):
    return Evidence(certificate, NUMBER, ISSUED, ISSUER)


def told(spell):
    kept = Circumstance.objects.select_related("child__data_key", "evidence").get(pk=spell.pk)
    parts = [identity.open_paper(kept, part) for part in ("number", "issuer")]
    return kept.evidence and kept.evidence.code, kept.evidence_on, *parts


def test_a_finding_may_come_with_its_paper(man, disability, paper, warrant):
    begun = begin_circumstance(
        man, group=disability, valid_from=BEGAN, evidence=paper, warrant=warrant
    )
    assert told(begun) == ("certificate", ISSUED, NUMBER, ISSUER)


def test_a_paper_may_come_afterwards_be_corrected_and_taken_back(spell, paper, warrant):
    assert told(spell) == (None, None, None, None)
    set_evidence(spell, paper, warrant=warrant)
    assert told(spell) == ("certificate", ISSUED, NUMBER, ISSUER)
    set_evidence(spell, Evidence(paper.kind, number="18/2021"), warrant=warrant)
    assert told(spell) == ("certificate", None, "18/2021", None)
    set_evidence(spell, None, warrant=warrant)
    assert told(spell) == (None, None, None, None)


def test_number_and_issuer_lie_sealed_in_the_row_and_in_the_trail(spell, paper, warrant):
    set_evidence(spell, paper, warrant=warrant)
    set_evidence(spell, None, warrant=warrant)
    text = repr(everything())
    assert [one for one in (NUMBER, ISSUER) if one in text] == []


def test_the_trail_keeps_what_stood_before(spell, paper, warrant):
    set_evidence(spell, paper, warrant=warrant)
    set_evidence(spell, Evidence(paper.kind, "18/2021", ISSUED, ISSUER), warrant=warrant)
    first, second = Entry.objects.filter(act="register.set_evidence").order_by("pk")
    assert first.subject == f"register.child:{spell.child.uuid}"
    assert first.before == {}
    assert second.before == first.after
    # What stayed the same is not sealed anew: the entry shows what changed.
    changed = {key for key in second.after if second.after[key] != second.before[key]}
    assert changed == {"evidence_number"}


def test_a_paper_changes_no_figure(spell, paper, warrant):
    forget()
    set_evidence(spell, paper, warrant=warrant)
    assert marked("children") == marked("identified") == {}


def test_an_act_on_the_child_is_counted(spell, paper, warrant):
    before = Child.objects.get().version
    set_evidence(spell, paper, warrant=warrant)
    assert Child.objects.get().version == before + 1


def test_a_paper_of_tomorrow_is_refused(spell, certificate, warrant):
    with pytest.raises(WrongDay):
        set_evidence(
            spell, Evidence(certificate, issued_on=date(2024, 6, 16)), warrant=warrant
        )  # the day after today
    assert told(spell) == (None, None, None, None)


@pytest.mark.parametrize("number", ["7" * (LONGEST_NUMBER + 1), "17\x00/2021"])
def test_a_number_that_is_none_is_refused_with_a_sentence(certificate, number):
    with pytest.raises(WrongState) as refused:
        Evidence(certificate, number)
    assert "Số, ký hiệu giấy tờ" in refused.value.sentence.vi
    assert number not in refused.value.sentence.vi


def test_a_paper_says_no_number_where_it_is_printed(paper):
    assert NUMBER not in repr(paper)


def test_nothing_is_sealed_of_a_child_that_was_erased(spell, paper, warrant):
    DataKey.objects.all().delete()
    with pytest.raises(WrongState):
        set_evidence(spell, paper, warrant=warrant)


def test_the_database_keeps_no_paper_without_its_kind(spell):
    with pytest.raises(IntegrityError), transaction.atomic():
        Circumstance.objects.filter(pk=spell.pk).update(evidence_on=ISSUED)


def test_many_come_with_their_papers_or_without(enter, an_son, disability, certificate, warrant):
    ids = [enter(an_son, date(2015, 3, 10)).pk for _ in range(3)]
    batch = SpellsBatch(
        ids, disability.pk, BEGAN, evidence=[certificate.pk, None, certificate.pk],
        evidence_on=[ISSUED, None, None], numbers=[NUMBER, "", "9"], issuers=["", "", ISSUER],
    )  # fmt: skip
    written = Circumstance.objects.filter(pk__in=add_spells(batch, warrant=warrant))
    assert [told(one) for one in written.order_by("pk")] == [
        ("certificate", ISSUED, NUMBER, None),
        (None, None, None, None),
        ("certificate", None, "9", ISSUER),
    ]
    assert NUMBER not in repr(batch)


@pytest.mark.parametrize(
    "given", [{"evidence_on": [ISSUED]}, {"numbers": [NUMBER]}, {"issuers": [ISSUER]}]
)
def test_a_batch_with_a_paper_of_no_kind_is_refused(man, disability, warrant, given):
    with pytest.raises(WrongBatch):
        add_spells(SpellsBatch([man.pk], disability.pk, BEGAN, **given), warrant=warrant)
    assert not Circumstance.objects.exists()


def test_a_batch_with_a_paper_of_tomorrow_is_refused(man, disability, certificate, warrant):
    day = [date(2024, 6, 16)]
    batch = SpellsBatch([man.pk], disability.pk, BEGAN, evidence=[certificate.pk], evidence_on=day)
    with pytest.raises(WrongBatch):
        add_spells(batch, warrant=warrant)

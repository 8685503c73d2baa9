"""Promise: what a report said when it was signed it says for ever; what changed stands beside it.

An officer of a commune begins and writes a report, her leader signs it. Then the records change by
real acts: a child's circumstances are corrected, a duty is done. The page, the PDF and the Word
file are as they were, byte for byte or word for word, and the page shows each figure old and new.
"""

import io
from datetime import date

import pypdfium2
import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse
from docx import Document as WordFile
from docx.oxml.ns import qn

from mangnon import clock
from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import demonstration_warrant, system_warrant
from mangnon.duties.actions import hand_down, put_duty, take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.legislation.models import Document
from mangnon.places.actions import succeed
from mangnon.places.models import Office, Place
from mangnon.register.actions import begin_circumstance, end_circumstance
from mangnon.register.models import CircumstanceGroup
from mangnon.reports.models import Report
from tests.support.desk import fill, signed_in
from tests.support.officers import SECRET
from tests.support.province import apply_reference_pack, child_at, place

pytestmark = pytest.mark.django_db(transaction=True)
MERGER, SIGNED, LATER = date(2025, 7, 1), date(2026, 1, 15), date(2026, 2, 20)
OLD, NEW = "25,00% (1 trên 4)", "0,00% (0 trên 4)"


@pytest.fixture
def commune():
    with clock.pinned(MERGER):
        apply_reference_pack()
        succeed(MERGER, warrant=demonstration_warrant())
        yield place("10525@2025-07-01", MERGER)


def desk(role: str, here: Place) -> Client:
    """Return the browser of who holds a role at the commune."""
    warrant = system_warrant("test")
    user = add_person(role, name="Mẫu", warrant=warrant)
    give_role(user, role, here, valid_from=MERGER, warrant=warrant)
    TOTP.activate(user, SECRET)
    return signed_in(user)


def four_children(here: Place):
    """One of four children lives in special circumstances; return that spell."""
    children = [child_at(here, date(2020, 2, n), lived_from=MERGER) for n in (1, 2, 3, 4)]
    group = CircumstanceGroup.objects.get(code="g2016-disability")
    warrant = demonstration_warrant()
    return begin_circumstance(
        children[0], group=group, valid_from=date(2025, 11, 1), warrant=warrant
    )


def late_duty(here: Place):
    """The commune owes a duty since October."""
    warrant, office = demonstration_warrant(), Office.objects.get(code="so-y-te-hai-phong")
    with clock.pinned(date(2025, 9, 1)):
        duty = put_duty(
            "ra-soat", document=Document.objects.get(code="plan-86"), lead=office,
            title_vi="Rà soát trẻ em", title_en="Review", original_not_held=True, warrant=warrant,
        )  # fmt: skip
        deadline = Deadline(Kind.BY, date(2025, 10, 15))
        handing = hand_down(
            duty, within=office.place, rule="communes", deadline=deadline, warrant=warrant
        )
    return handing.assignments.get(place=here)


def signed_report(here: Place) -> tuple[Client, str]:
    """Begin, write and sign through the front door; return the leader's browser and the address."""
    writer, leader = desk("child_officer", here), desk("leader", here)
    fill(writer, reverse("reports:begin"), place=here.pk, kind="h2", year="2025", issuer="")
    report = Report.objects.get()
    words = {"number": "5/BC-UBND", "issued_at": "Hải Dương", "promises": "Một em khuyết tật."}
    fill(writer, reverse("reports:write", args=[report.uuid]), **words)
    answer = fill(leader, reverse("reports:sign", args=[report.uuid]), post="Chủ tịch")
    assert answer.status_code == 302
    return leader, reverse("reports:report", args=[report.uuid])


def three_forms(browser: Client, address: str) -> tuple[str, bytes, list[str]]:
    """Return the document as the page has it, the PDF, and the words of the Word file."""
    page = browser.get(address).content.decode()
    document = page.split('<article class="document', 1)[1].split("</article>")[0]
    pdf = browser.get(f"{address}tep.pdf").content
    word = WordFile(io.BytesIO(browser.get(f"{address}tep.docx").content))
    return document, pdf, [node.text for node in word.element.body.iter(qn("w:t"))]


def printed(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_a_signed_report_stays_and_what_changed_since_stands_beside_it(commune):
    with clock.pinned(SIGNED):
        spell, duty = four_children(commune), late_duty(commune)
        leader, address = signed_report(commune)
        before = three_forms(leader, address)
        for said in (before[0], printed(before[1]), " ".join(before[2])):
            assert OLD in said
            assert "1 quá hạn" in said
        assert (
            "Chưa có số liệu nào trong hồ sơ khác so với khi ký."
            in leader.get(address).content.decode()
        )
    with clock.pinned(LATER):
        warrant = demonstration_warrant()
        end_circumstance(spell, ended_on=date(2025, 11, 1), reason="corrected", warrant=warrant)
        for act in ("accept", "report", "recognise"):
            take(duty, act, words="Xong.", warrant=warrant)
        assert three_forms(leader, address) == before
        changed = leader.get(address).content.decode().split('<article class="document')[0]
        for words in (OLD, NEW, "Rà soát trẻ em: quá hạn", "Rà soát trẻ em: hoàn thành sau hạn"):
            assert words in changed
        again = leader.get(reverse("reports:sign", args=[Report.objects.get().uuid]), follow=True)
        assert "đã ký ngày 15/01/2026" in again.content.decode()

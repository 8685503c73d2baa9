"""The leader's page and a report in a real browser: one sheet of A4, nothing wider than a phone."""

from datetime import date

import pypdfium2
import pytest
from allauth.mfa.totp.internal.auth import TOTP

from mangnon import clock
from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import system_warrant
from mangnon.duties.actions import hand_down, put_duty, take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place
from mangnon.portal.tests import province
from mangnon.reports.actions import begin
from tests.support.desk import signed_in
from tests.support.officers import SECRET

# One test: what the module's fixtures wrote is emptied when it ends.
pytestmark = [pytest.mark.browser, pytest.mark.screen, pytest.mark.django_db(transaction=True)]
LEADER, OVERVIEW = "lanh-dao", "/desk/bao-cao/tong-quan/"
HANDED, DUE = date(2025, 9, 1), date(2025, 10, 15)


@pytest.fixture(scope="module")
def report(site, django_db_blocker):
    """A leader of the small province, more who is late than a page has room for, a draft."""
    with django_db_blocker.unblock(), clock.pinned(province.TODAY):
        warrant, area = system_warrant("test"), Place.objects.get(code="HD")
        user = add_person(LEADER, name="Lan Thị Mẫu", warrant=warrant)
        give_role(user, "leader", area, valid_from=area.valid_from, warrant=warrant)
        TOTP.activate(user, SECRET)
        office = Office.objects.get(code="so-y-te-hai-phong")
        with clock.pinned(HANDED):
            _handed(area, office, warrant)
        days = (date(2025, 7, 1), date(2025, 12, 31))
        made = begin(area, kind="half_year", days=days, issuer=office, warrant=warrant)
        yield f"/desk/bao-cao/{made.uuid}/", signed_in(user).cookies.values()


def _handed(area: Place, office: Office, warrant) -> None:
    for number in range(2):
        duty = put_duty(
            f"duty-{number}", document=Document.objects.get(code="plan-86"), lead=office,
            title_vi="Rà soát, lập danh sách trẻ em có hoàn cảnh đặc biệt ở từng thôn, khu dân cư",
            title_en="Review", original_not_held=True, warrant=warrant,
        )  # fmt: skip
        deadline = Deadline(Kind.BY, DUE)
        handing = hand_down(duty, within=area, rule="communes", deadline=deadline, warrant=warrant)
    one = handing.assignments.order_by("pk")[0]
    for act in ("accept", "report"):
        take(one, act, words="Xong.", warrant=warrant)


@pytest.fixture
def opened(site, chromium, report):
    """Open a page as the leader."""
    contexts = []

    def open_page(path: str, width: int = 1280):
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale="vi-VN")
        contexts.append(context)
        context.add_cookies(
            [{"name": one.key, "value": one.value, "url": f"{site}/desk/"} for one in report[1]]
        )
        page = context.new_page()
        page.goto(f"{site}{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_the_leaders_page_is_one_sheet_of_a4_and_no_page_is_wider_than_its_screen(opened, report):
    page = opened(OVERVIEW)
    assert page.locator(".kept li").count() == 8
    assert page.locator(".deciding tbody tr").count() == 10
    assert page.locator(".mapping svg").count() >= 1
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(sheets) == 1
    text = " ".join(sheets[0].get_textpage().get_text_range().split())
    assert "Chờ quyết định" in text
    sheets.close()
    assert text.count("Quá hạn:") + text.count("Chờ công nhận:") == 10
    for width in (390, 1280):
        for path in (OVERVIEW, report[0], "/desk/bao-cao/"):
            page = opened(path, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path

"""From the first line to the signature: each act once, by whom it is for, whole or not at all."""

from contextlib import nullcontext
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.models import User
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.duties.actions import take
from mangnon.reports import actions, errors
from mangnon.reports.content import content, digest_of
from mangnon.reports.models import Report
from mangnon.reports.restated import changes
from mangnon.reports.tests.conftest import HALF, desk
from tests.support.officers import living

YEAR = (date(2015, 1, 1), date(2015, 12, 31))


def signed(report, warrant, **more):
    return actions.sign(report, post="Giám đốc", warrant=warrant, **more)


def test_a_signed_report_keeps_every_word_and_figure_with_its_day(report, handing, warrant):
    kept = signed(report, warrant)
    told = content(kept)
    assert kept.digest == digest_of(kept.frozen)
    assert told["gathered_on"] == "2015-08-03"
    assert told["head"]["day"] == "2015-08-03"
    assert told["signature"] == {"authority": "", "post": "GIÁM ĐỐC"}
    duties = next(one for one in told["sections"] if one["key"] == "duties")
    assert duties["words"] == ["Nhiều xã chậm."]
    row = next(table["rows"][0] for table in duties["tables"] if "tình trạng" in table["caption"])
    assert row == ["Rà soát trẻ em", "7", "1", "0", "0", "0", "6"]
    entry = Entry.objects.get(act="reports.sign")
    assert entry.data["digest"] == kept.digest


def test_who_is_late_is_named_with_days_and_reason(report, handing):
    duties = next(one for one in content(report)["sections"] if one["key"] == "duties")
    late = duties["tables"][1]["rows"]
    assert len(late) == 6
    assert [
        "Xã n2",
        "Rà soát trẻ em",
        "31/03/2015",
        "125",
        "đã hỏi lại, chờ nơi giao trả lời",
    ] in late
    assert sum(row[4] == "chưa tiếp nhận" for row in late) == 5


def test_what_changes_afterwards_is_shown_and_changes_nothing(report, handing, warrant):
    kept = signed(report, warrant)
    before = content(kept)
    assert changes(kept, before) == []
    one = handing.assignments.order_by("place__code")[2]
    for act in ("accept", "report", "recognise"):
        take(one, act, words="Xong.", warrant=warrant)
    kept.refresh_from_db()
    assert content(kept) == before
    found = {(one.label, one.signed, one.now) for one in changes(kept, before)}
    assert ("Rà soát trẻ em: hoàn thành sau hạn", "0", "1") in found
    assert ("Cộng: quá hạn", "6", "5") in found


def test_a_report_is_signed_once_and_written_no_more(report, warrant):
    kept = signed(report, warrant)
    with pytest.raises(errors.Signed, match="03/08/2015"):
        signed(kept, warrant)
    with pytest.raises(errors.Signed):
        actions.write_words(kept, words={"next": "Khác."}, warrant=warrant)
    assert Entry.objects.filter(act="reports.sign").count() == 1


@pytest.mark.parametrize(
    ("made_wrong", "error"),
    [
        ({"number": ""}, errors.NotSignable),
        ({"issued_at": ""}, errors.NotSignable),
        ({"last_day": date(2015, 12, 31)}, errors.NotSignable),
    ],
)
def test_what_cannot_be_signed_is_refused_whole(report, warrant, made_wrong, error):
    Report.objects.filter(pk=report.pk).update(**made_wrong)
    with pytest.raises(error):
        signed(report, warrant)
    report.refresh_from_db()
    assert (report.state, report.frozen) == (Report.State.DRAFT, "")


def test_what_was_not_read_is_not_signed(report, warrant):
    seen = report.version
    actions.write_words(report, words={"next": "Khác."}, warrant=warrant)
    with pytest.raises(errors.Outdated):
        signed(report, warrant, seen=seen)


def test_a_number_is_given_once_a_year(report, area, office, warrant):
    signed(report, warrant)
    other = actions.begin(
        area, kind="final", days=(date(2014, 1, 1), date(2014, 12, 31)), issuer=office,
        warrant=warrant,
    )  # fmt: skip
    actions.write_words(other, words={}, number="12/BC-SYT", issued_at="Hải Dương", warrant=warrant)
    with pytest.raises(errors.NotSignable, match="12/BC-SYT"):
        signed(other, warrant)


def test_a_period_that_cannot_be_is_refused(area, office, warrant, report):
    def begin(**more):
        asked = {"kind": "year", "days": YEAR, "issuer": None} | more
        return actions.begin(area, warrant=warrant, **asked)

    with pytest.raises(errors.WrongPeriod, match="đã có báo cáo"):
        begin(kind="half_year", days=HALF, issuer=office)
    with pytest.raises(errors.WrongPeriod, match="chưa đến"):
        begin(days=(date(2016, 1, 1), date(2016, 12, 31)))
    with pytest.raises(errors.WrongPeriod, match="sớm hơn"):
        begin(kind="final", days=(date(2015, 2, 1), date(2015, 1, 1)))
    with pytest.raises(errors.WrongIssuer, match="không có Ủy ban nhân dân riêng"):
        begin()
    office.valid_to = date(2015, 8, 1)
    with pytest.raises(errors.WrongIssuer, match="không còn"):
        begin(issuer=office)
    assert Report.objects.count() == 1


def test_a_committee_reports_once_on_its_place(warrant):
    for _ in range(2):
        again = pytest.raises(errors.WrongPeriod, match="đã có báo cáo")
        with again if Report.objects.exists() else nullcontext():
            actions.begin(living("n1"), kind="half_year", days=HALF, issuer=None, warrant=warrant)
    assert Report.objects.count() == 1


def test_a_place_that_is_gone_reports_on_what_it_was(warrant):
    north = living("north")
    with clock.pinned(date(2021, 6, 1)):
        with pytest.raises(errors.WrongPeriod, match="chưa thành lập hoặc không còn"):
            actions.begin(north, kind="half_year", issuer=None, warrant=warrant,
                          days=(date(2020, 7, 1), date(2020, 12, 31)))  # fmt: skip
        actions.begin(north, kind="half_year", days=HALF, issuer=None, warrant=warrant)


def test_only_who_may_sign_signs(report):
    desk("mai", "supervising_officer", "area")
    writer = leave(User.objects.get(username="mai"), "reports.write").warrant()
    with pytest.raises(NoWarrant):
        actions.sign(report, post="Giám đốc", warrant=writer)


def test_a_report_is_written_where_its_office_stands(report, area, office):
    below = living("n1")
    desk("mai", "child_officer", "n1")
    desk("minh", "leader", "n1")
    writer, signer = (
        leave(User.objects.get(username=name), right).warrant()
        for name, right in (("mai", "reports.write"), ("minh", "reports.sign"))
    )
    with pytest.raises(NoWarrant):  # she reaches the commune, not the office of the province
        actions.begin(below, kind="half_year", days=HALF, issuer=office, warrant=writer)
    Report.objects.filter(pk=report.pk).update(place=below)
    with pytest.raises(NoWarrant):
        actions.write_words(report, words={"next": "Của Sở."}, warrant=writer)
    with pytest.raises(NoWarrant):
        actions.sign(report, post="Giám đốc", warrant=signer)


def test_the_database_itself_keeps_a_signed_report_whole(report, warrant):
    kept = signed(report, warrant)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=kept.pk).update(frozen="")


def test_what_was_changed_behind_our_back_is_not_shown(report, warrant):
    kept = signed(report, warrant)
    text = kept.frozen.replace("Sở báo cáo", "Sở khoe")
    Report.objects.filter(pk=kept.pk).update(frozen=text)
    browser = desk("mai", "leader", "area")
    address = f"/desk/bao-cao/{kept.uuid}/"
    assert "không còn khớp" in browser.get(address).content.decode()
    for kind in ("pdf", "docx"):
        answer = browser.get(f"{address}tep.{kind}")
        assert answer.status_code == 503
        assert "không còn khớp" in answer.content.decode()

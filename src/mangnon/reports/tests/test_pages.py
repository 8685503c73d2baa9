"""The desk's pages of reports: begun, written by two, signed, read."""

from django.db import connection
from django.urls import reverse

from mangnon.duties.actions import take
from mangnon.reports.models import Report
from mangnon.reports.tests.conftest import desk
from tests.support.desk import fill, send

# On PostgreSQL each page says first within which places it reads.
WALLS = 1 if connection.vendor == "postgresql" else 0
PARTS = ("opening", "promises", "duties", "difficulties", "next", "proposals")


def words_of(report: Report, **more: str) -> dict[str, str]:
    """Return what a browser sends of the form of words: its long fields, too."""
    held = {part: report.words.get(part, "") for part in PARTS}
    return {**held, "recipients": report.recipients.replace("\n", "\r\n"), **more}


def test_an_officer_begins_and_writes_and_a_leader_signs(area, office, handing):
    writer = desk("mai", "supervising_officer", "area")
    answer = fill(
        writer, reverse("reports:begin"), place=area.pk, kind="h1", year="2015",
        issuer=office.pk,
    )  # fmt: skip
    report = Report.objects.get()
    assert answer["Location"] == reverse("reports:report", args=[report.uuid])
    text = writer.get(answer["Location"]).content.decode()
    assert "DỰ THẢO" in text
    assert "Rà soát trẻ em" in text
    assert "Ký báo cáo" not in text
    write = reverse("reports:write", args=[report.uuid])
    told = words_of(report, opening="Mở đầu.", number="7/BC-SYT", issued_at="Hải Dương")
    assert fill(writer, write, **told).status_code == 302
    leader = desk("lan", "leader", "area")
    sign = reverse("reports:sign", args=[report.uuid])
    assert writer.get(sign).status_code == 404
    assert fill(leader, sign, post="Giám đốc").status_code == 302
    page = leader.get(reverse("reports:report", args=[report.uuid])).content.decode()
    assert "Đã ký ngày 03/08/2015" in page
    assert "Mở đầu." in page
    assert "DỰ THẢO" not in page
    assert "Chưa có số liệu nào trong hồ sơ khác so với khi ký." in page


def test_signing_twice_is_refused_with_a_sentence(report, handing):
    leader = desk("lan", "leader", "area")
    where = reverse("reports:sign", args=[report.uuid])
    first, second = leader.get(where), leader.get(where)
    assert send(leader, where, first, post="Giám đốc").status_code == 302
    answer = send(leader, where, second, post="Giám đốc")
    assert answer.status_code == 422
    assert "đã ký ngày 03/08/2015" in answer.content.decode()
    assert "đã ký ngày 03/08/2015" in leader.get(where, follow=True).content.decode()


def test_two_who_write_overwrite_nothing(report):
    one, other = (desk(name, "supervising_officer", "area") for name in ("mai", "na"))
    where = reverse("reports:write", args=[report.uuid])
    mine, theirs = one.get(where), other.get(where)
    assert send(other, where, theirs, **words_of(report, next="Của Na.")).status_code == 302
    answer = send(one, where, mine, **words_of(report, next="Của Mai."))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Của Na." in text
    assert "Của Mai." in text
    assert Report.objects.get().words["next"] == "Của Na."


def test_what_is_typed_wrong_is_said_beside_the_field(report):
    writer = desk("mai", "supervising_officer", "area")
    begin = fill(writer, reverse("reports:begin"), place=report.place_id, kind="h1", issuer="")
    assert begin.status_code == 422
    twice = fill(
        writer, reverse("reports:begin"), place=report.place_id, kind="h1", year="2015",
        issuer=report.issuer_id,
    )  # fmt: skip
    assert "đã có báo cáo" in twice.content.decode()
    where = reverse("reports:write", args=[report.uuid])
    answer = fill(writer, where, **words_of(report, number="mười hai"))
    assert answer.status_code == 422
    assert "12/BC-SYT" in answer.content.decode()


def test_what_changed_since_stands_above_the_signed_report(report, handing, warrant):
    leader = desk("lan", "leader", "area")
    fill(leader, reverse("reports:sign", args=[report.uuid]), post="Giám đốc")
    one = handing.assignments.order_by("place__code")[2]
    for act in ("accept", "report"):
        take(one, act, words="Xong.", warrant=warrant)
    text = leader.get(reverse("reports:report", args=[report.uuid])).content.decode()
    changed, kept = text.split('<article class="document', 1)
    assert "Rà soát trẻ em: chờ công nhận" in changed
    assert "6 quá hạn" in kept


def test_a_report_takes_few_questions(report, handing, django_assert_max_num_queries):
    leader = desk("lan", "leader", "area")
    for name, args in (("report", [report.uuid]), ("list", []), ("leader", [])):
        leader.get(reverse(f"reports:{name}", args=args))
        with django_assert_max_num_queries(15 + WALLS):
            leader.get(reverse(f"reports:{name}", args=args))


def test_a_commune_sees_its_own_reports_only(report):
    commune = desk("an", "child_officer", "n1")
    assert commune.get(reverse("reports:report", args=[report.uuid])).status_code == 404
    assert "Chưa có báo cáo nào" in commune.get(reverse("reports:list")).content.decode()
    station = desk("chi", "station_head", "n1")
    assert station.get(reverse("reports:list")).status_code == 404

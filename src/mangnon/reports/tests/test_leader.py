"""The leader's page: what waits to be decided, of every kind some, each once."""

from datetime import date

from django.urls import reverse

from mangnon.duties.actions import ask_extension, take
from mangnon.reports.leader.decisions import decisions
from mangnon.reports.tests.conftest import TODAY, desk

WORDS = {"words": "Vì sao."}


def test_ten_at_most_of_every_kind_some_each_once(handing, warrant):
    rows = list(handing.assignments.order_by("place__code"))
    ask_extension(rows[2], until=date(2015, 9, 1), reason="Thiếu người.", warrant=warrant)
    take(rows[3], "return", warrant=warrant, **WORDS)
    take(rows[4], "accept", warrant=warrant)
    take(rows[4], "report", warrant=warrant, **WORDS)
    found, counts = decisions(None, TODAY)
    assert [count for _kind, count in counts] == [2, 1, 2, 1]
    assert len(found) == 6
    assert len({one.who for one in found}) == 6
    assert {str(one.kind.title) for one in found} == {
        "Quá hạn", "Đề nghị gia hạn", "Trả lại hoặc hỏi lại", "Chờ công nhận",
    }  # fmt: skip


def test_only_what_lies_within_the_place_of_the_role(handing):
    north = desk("dung", "leader", "north").get(reverse("reports:leader")).content.decode()
    area = desk("lan", "leader", "area").get(reverse("reports:leader")).content.decode()
    assert "Xã s1" in area
    assert "Xã s1" not in north
    assert "Xã n3" in north


def test_where_nothing_waits_it_says_so():
    page = desk("lan", "leader", "area").get(reverse("reports:leader")).content.decode()
    assert "Hiện không có nhiệm vụ nào chờ quyết định." in page

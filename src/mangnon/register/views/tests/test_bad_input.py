"""What is typed wrong, sent twice or forged: a sentence, the rest kept, nothing half-done."""

import html

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.places.actions import succeed
from mangnon.places.tests.cast import AFTER, MERGER
from mangnon.register.identity import open_name
from mangnon.register.models import AssistanceKind, Child, CircumstanceGroup, EvidenceKind
from tests.support.desk import fill, hidden, send, signed_in
from tests.support.officers import living, officer

NEW = {
    "name": "Lê Thị Na Mẫu", "sex": "f", "birth": "3/2014", "document": "030214000777",
    "ethnic_group": "kinh", "citizen": "yes", "kind": "permanent", "lived_from": "",
    "address": "Thôn Mẫu", "telephone": "0912345678", "step": "send",
}  # fmt: skip
DAY = "31/2/2015"


def said(page):
    return html.unescape(page.content.decode())


def to(name, child=None):
    return reverse(f"register:{name}", args=[child.uuid] if child else [])


def on_record():
    """Everything that the register holds, and the acts of the trail: what must not change."""
    rows = {
        model.__name__: list(model.objects.order_by("pk").values_list())
        for model in apps.get_app_config("register").get_models()
    }
    return rows, list(Entry.objects.filter(kind="act").values_list("pk", flat=True))


def refused(desk, where, sentence, /, **typed):
    """Send a form that cannot be; see the sentence, the rest kept, and nothing changed."""
    page = desk.get(where)
    before = on_record()
    answer = send(desk, where, page, **typed)
    text = said(answer)
    assert (answer.status_code, sentence in text) == (422, True), text[:3000]
    assert 'id="problems"' in text
    for name, value in typed.items():
        if value and name != "step":
            shown = f'value="{value}"' in text or f">{value}</textarea>" in text
            assert shown or f'value="{value}" selected' in text, name
    assert on_record() == before
    return answer


@pytest.fixture
def catalogues(db):
    """A group of circumstances and a kind of assistance to choose."""
    group = CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="Khuyết tật", name_en="Disability", lasting=True,
        valid_from="2005-01-01",
    )  # fmt: skip
    kind = AssistanceKind.objects.create(code="k", name_vi="Bảo trợ", name_en="A", qualifies=True)
    paper = EvidenceKind.objects.create(code="p", name_vi="Giấy xác nhận", name_en="Certificate")
    return {"group": str(group.pk), "assistance": str(kind.pk), "paper": str(paper.pk)}


@pytest.mark.parametrize(
    ("act", "day", "rest"),
    [
        ("weigh", "measured_on", {"weight_kg": "11,4", "length_cm": "86"}),
        ("correct", "birth", {"name": "Nguyễn Thị Mận Sửa", "document": "030213000999"}),
        ("move", "moved_on", {"place": "away"}),
        ("death", "died_on", {"registered_on": "2/5/2015"}),
        ("begin_circumstance", "valid_from", {"group": "group"}),
        (
            "begin_circumstance",
            "evidence_on",
            {
                "group": "group",
                "valid_from": "1/4/2015",
                "evidence": "paper",
                "evidence_number": "17/QĐ",
            },
        ),
        ("assist", "delivered_on", {"kind": "assistance"}),
        ("reintegrate", "reached_on", {}),
    ],
)
def test_a_day_that_no_calendar_has(an, man, catalogues, act, day, rest):
    chosen = {name: catalogues.get(value, value) for name, value in rest.items()}
    page = refused(an, to(act, man), "tháng 2 năm 2015 có các ngày", **{day: DAY, **chosen})
    # What is offered instead is what the field takes: only a birth may be known by its year.
    assert ("nếu chỉ biết tháng hoặc năm" in said(page)) == (day == "birth")


@pytest.mark.parametrize("act", ["enter", "birth"])
def test_a_day_of_birth_that_no_calendar_has(an, act):
    day = {"enter": "birth", "birth": "born_on"}[act]
    typed = NEW if act == "enter" else {"sex": "f", "registered_on": "3/3/2015"}
    place = str(living("n1").pk)
    refused(an, to(act), "tháng 2 năm 2015 có các ngày", **{**typed, "place": place, day: DAY})


def test_a_measurement_that_shrinks_a_child_by_ten_centimetres(an, man):
    fill(an, to("weigh", man), length_cm="86", weight_kg="11,2", measured_on="1/3/2015")
    typed = {"length_cm": "76", "weight_kg": "11,6", "measured_on": "1/6/2015"}
    page = refused(an, to("weigh", man), "86", **typed)
    assert 'type="checkbox" name="confirmed"' in said(page)


def test_a_move_into_a_commune_that_was_abolished(man):
    """The page does not offer it; it is sent all the same."""
    gone = living("n2")
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=system_warrant("test"))
        desk, day = signed_in(officer("en", on=MERGER)), f"{AFTER:%d/%m/%Y}"
        page = desk.get(to("move", man))
        assert f'value="{gone.pk}"' not in said(page)
        before = on_record()
        answer = send(desk, to("move", man), page, place=str(gone.pk), moved_on=day)
        assert answer.status_code == 422
        assert "Hãy chọn" in said(answer)
        assert f'value="{day}"' in said(answer)
        assert on_record() == before


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "Lê Thị " + "Na" * 70, "120"),
        ("document", "0" * 41, "40"),
        ("address", "Thôn " * 80, "300"),
        ("name", "Lê Thị 🎋 Mẫu", "chữ"),
        ("name", "Lê Thị Na\u202eMẫu", "chữ"),
    ],
)
def test_words_that_are_too_long_or_no_words(an, field, value, sentence):
    place = str(living("n1").pk)
    refused(an, to("enter"), sentence, **{**NEW, "place": place, field: value.strip()})


@pytest.mark.parametrize("field", ["name", "document", "address", "telephone"])
def test_a_byte_that_no_text_holds(an, field):
    """The database would refuse it with an error of its own; browsers never send it back."""
    page, before = an.get(to("enter")), on_record()
    typed = {**NEW, "place": str(living("n1").pk), field: "Lê\x00Na"}
    answer = send(an, to("enter"), page, **typed)
    assert answer.status_code == 422
    assert 'id="problems"' in said(answer)
    assert 'value="030214000777"' in said(answer) or field == "document"
    assert on_record() == before


def test_a_hidden_field_that_was_changed_is_no_form_of_this_page(an, man):
    page, before = an.get(to("weigh", man)), on_record()
    token = hidden(page)["sending"]
    for forged in ("", "x", token[:-2] + ("aa" if token[-2:] != "aa" else "bb")):
        answer = send(an, to("weigh", man), page, weight_kg="11,4", sending=forged)
        assert answer.status_code == 422
        assert 'id="problems"' in said(answer)
        assert 'value="11,4"' in said(answer)
        assert on_record() == before


def test_a_form_of_another_child_is_refused(an, man, enter):
    other = enter("Trần Văn Đào Mẫu")
    page, before = an.get(to("weigh", other)), on_record()
    answer = send(an, to("weigh", man), page, weight_kg="11,4")
    assert answer.status_code == 422
    assert on_record() == before


def test_a_replayed_form_does_nothing_and_leads_where_the_first_led(an, man):
    page = an.get(to("correct", man))
    first = send(an, to("correct", man), page, name="Nguyễn Thị Mai Mẫu", step="send")
    assert first.status_code == 302
    second = send(an, to("correct", man), an.get(to("correct", man)), name="Nguyễn Thị Mơ Mẫu",
                  step="send")  # fmt: skip
    assert second.status_code == 302
    before = on_record()
    replayed = send(an, to("correct", man), page, name="Nguyễn Thị Mai Mẫu", step="send")
    assert (replayed.status_code, replayed["Location"]) == (302, first["Location"])
    assert on_record() == before
    assert open_name(Child.objects.get(pk=man.pk)) == "Nguyễn Thị Mơ Mẫu"


def test_a_second_sending_of_an_entry_enters_one_child(an):
    page, typed = an.get(to("enter")), {**NEW, "place": str(living("n1").pk)}
    answers = [send(an, to("enter"), page, **typed) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Child.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nguoi.xlsx", b"%PDF-1.4 day la mot tep PDF"),
        ("nguoi.xlsx", b"PK\x03\x04 mot tep zip hong"),
        ("nguoi.xlsx", b"ho ten,vai tro\n"),
        ("nguoi.xlsx", b"\x00" * 4096),
    ],
)
def test_a_spreadsheet_of_officers_that_is_none(name, content):
    desk, before = signed_in(officer("kien")), on_record()
    where = reverse("roster")
    answer = desk.post(where, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert "không phải bảng tính .xlsx" in said(answer)
    assert 'id="problems"' in said(answer)
    assert on_record() == before

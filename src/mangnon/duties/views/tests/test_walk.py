"""A duty's way through the desk: handed down, accepted, asked about, answered, done, recognised."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from mangnon import clock
from mangnon.attachments.models import Attachment
from mangnon.audit.models import Entry
from mangnon.duties.actions import take
from mangnon.duties.models import Assignment, Duty, Extension, Handing, SpecialDay, Step
from mangnon.places.models import Place
from tests.support.desk import fill, questions, send


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"


def at(name, held, *more):
    return reverse(f"duties:{name}", args=[held.uuid, *more])


def text(answer):
    return answer.content.decode()


def photo():
    out = BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return SimpleUploadedFile("hội nghị xã.jpg", out.getvalue(), "image/jpeg")


def test_a_commune_sees_its_list_and_nobody_elses(held, officer, communes):
    page = text(officer.get(reverse("duties:mine")))
    assert "Quán triệt chỉ thị đến cơ sở" in page and "hạn 28/01/2014" in page
    assert page.count("/desk/nhiem-vu/viec/") == 1
    other = Assignment.objects.get(place=communes[1])
    assert officer.get(at("assignment", other)).status_code == 404
    assert officer.get(at("step", other, "accept")).status_code == 404


def test_from_the_question_to_the_photograph_to_the_recognition(held, officer, steering):
    asked = fill(officer, at("step", held, "ask"), words="Xã chưa có hội trường, làm ở đâu?")
    assert asked.status_code == 302
    assert "1" in text(steering.get(reverse("desk")))
    assert "Đang hỏi lại" in text(steering.get(reverse("duties:answers")))
    fill(steering, at("answer", held, "answer"), words="Họp tại nhà văn hóa thôn.")
    fill(officer, at("step", held, "accept"), on="20/01/2014")
    Duty.objects.update(counts=[{"vi": "Số người dự", "en": "People attending"}])
    told = {"words": "Đã quán triệt.", "on": "3/12/2013", "count_0": "120", "files": photo()}
    assert fill(officer, at("step", held, "report"), **told).status_code == 302
    page = text(steering.get(at("assignment", held)))
    assert "Họp tại nhà văn hóa thôn." in page and "Số người dự: <b>120</b>" in page
    assert "Xã chưa có hội trường" not in str(list(Step.objects.values()))
    fill(steering, at("answer", held, "recognise"))
    held.refresh_from_db()
    assert (held.state, held.promised_on) == ("done", date(2014, 1, 20))


def test_a_file_comes_through_the_door_alone(held, officer, steering, enter, communes):
    fill(officer, at("step", held, "accept"))
    fill(officer, at("step", held, "report"), words="Xong.", on="3/12/2013", files=photo())
    proof = Step.objects.get(act="report").evidence.get()
    address = at("evidence", held, proof.uuid)
    answer = steering.get(address)
    assert answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment")
    assert Entry.objects.filter(act="attachments.open").count() == 1
    neighbour = enter("child_officer", communes[1])
    assert neighbour.get(address).status_code == 404
    other = Assignment.objects.get(place=communes[1])
    assert neighbour.get(at("evidence", other, proof.uuid)).status_code == 404


def test_a_file_that_is_not_what_it_claims_leaves_the_duty_as_it_was(held, officer):
    fill(officer, at("step", held, "accept"))
    wrong = SimpleUploadedFile("ảnh.jpg", b"<html>", "image/jpeg")
    answer = fill(officer, at("step", held, "report"), words="Đã xong cả.", on="3/12/2013",
                  files=wrong)  # fmt: skip
    assert answer.status_code == 422 and "không phải là loại tệp" in text(answer)
    assert "Đã xong cả." in text(answer)
    held.refresh_from_db()
    assert held.state == "accepted" and not Attachment.objects.exists()


def test_who_reported_for_a_commune_does_not_recognise_it(held, steering, enter, province):
    fill(steering, at("step", held, "accept"))
    fill(steering, at("step", held, "report"), words="Xong.", on="3/12/2013")
    recognise = at("answer", held, "recognise")
    assert recognise not in text(steering.get(at("assignment", held)))
    refused = fill(steering, recognise)
    assert refused.status_code == 422 and "Hãy để người khác" in text(refused)
    other = enter("leader", province)
    assert recognise in text(other.get(at("assignment", held)))


def test_who_comes_second_is_told_and_keeps_what_she_wrote(held, officer, warrant):
    page = officer.get(at("step", held, "return"))
    take(held, "accept", warrant=warrant)
    answer = send(officer, at("step", held, "return"), page, words="Không thuộc xã này.")
    assert answer.status_code == 422 and "Có người vừa cập nhật" in text(answer)
    assert "Không thuộc xã này." in text(answer)
    again = send(officer, at("step", held, "return"), answer, words="Không thuộc xã này.")
    assert again.status_code == 422 and "đang ở trạng thái" in text(again)


def test_more_time_is_asked_for_and_granted(held, officer, steering):
    fill(officer, at("ask_time", held), until="14/2/2014", reason="Chờ hội trường")
    assert "Chờ hội trường" in text(steering.get(at("answer_time", held)))
    fill(steering, at("answer_time", held), grant="yes")
    held.refresh_from_db()
    assert held.due_on == date(2014, 2, 14)
    assert Extension.objects.get().answer == "granted"
    gone = steering.get(at("answer_time", held))
    assert gone.status_code in (200, 404)


def test_nobody_takes_a_step_of_the_other_side(held, officer, steering):
    assert officer.get(at("answer", held, "withdraw")).status_code == 404
    assert officer.get(at("step", held, "withdraw")).status_code == 404
    assert steering.get(at("step", held, "join")).status_code == 404
    assert steering.get(at("answer", held, "join")).status_code == 404


def test_a_duty_is_written_down_and_handed_to_every_district(
    province, districts, board, duty, steering
):
    answer = fill(
        steering, reverse("duties:put"), title_vi="Lập kế hoạch của huyện",
        document=str(duty.document_id), lead=str(board.pk), counts="Số xã\n\nSố người",
    )  # fmt: skip
    assert answer.status_code == 302, text(answer)
    made = Duty.objects.get(code="lap-ke-hoach-cua-huyen")
    assert [one["vi"] for one in made.counts] == ["Số xã", "Số người"]
    hand = reverse("duties:hand", args=[made.code])
    wrong = fill(steering, hand, rule="districts", kind="before", day="2/12/2013")
    assert wrong.status_code == 422 and "sớm hơn ngày nhận" in text(wrong)
    done = fill(steering, hand, rule="districts", kind="within", days="10")
    told = text(steering.get(done["Location"]))
    assert "Đã giao cho 2 nơi." in told and "Chưa tiếp nhận" in told
    assert Handing.objects.get(duty=made).assignments.count() == 2


def test_a_receiver_without_anybody_is_named(province, districts, communes, duty, enter, steering):
    enter("leader", districts[0])
    hand = reverse("duties:hand", args=[duty.code])
    page = fill(steering, hand, rule="communes", kind="by", day="20/1/2014")
    # the province's officer reaches every commune: somebody may accept
    assert "chưa có ai" not in text(steering.get(page["Location"]))


def test_a_district_hands_further_what_it_took(duty, province, districts, communes, enter, warrant):
    from mangnon.duties.actions import hand_down
    from mangnon.duties.deadlines import Deadline, Kind

    first = hand_down(
        duty, within=province, rule="districts", deadline=Deadline(Kind.WITHIN, days=20),
        warrant=warrant,
    )  # fmt: skip
    mine = first.assignments.get(place=districts[0])
    district = enter("supervising_officer", districts[0])
    fill(district, at("step", mine, "accept"))
    page = text(district.get(at("assignment", mine)))
    assert "Giao xuống cấp dưới" in page
    answer = fill(district, at("hand_further", mine), rule="communes", kind="by", day="20/12/2013")
    assert answer.status_code == 302, text(answer)
    assert "0/2 nơi đã hoàn thành" in text(district.get(at("assignment", mine)))


def test_who_is_late_and_why(held, officer, steering, communes):
    fill(officer, at("step", held, "accept"))
    fill(officer, at("step", held, "ask"), words="Chờ kinh phí của huyện.")
    with clock.pinned(date(2014, 2, 10)):
        page = text(steering.get(reverse("duties:late")))
        assert "4 nơi còn nhiệm vụ quá hạn" in page and "quá hạn 13 ngày" in page
        assert "Chờ kinh phí của huyện." in page and "Đang hỏi lại" in page
        narrowed = text(steering.get(reverse("duties:late"), {"viec": "quan-triet", "cap": "x"}))
        assert "Không nơi nào quá hạn" in narrowed
        own = text(officer.get(reverse("duties:late")))
        assert "1 nơi còn nhiệm vụ quá hạn" in own
        assert "4 nơi quá hạn" in text(steering.get(reverse("duties:duty", args=["quan-triet"])))


def test_a_day_off_moves_the_open_deadlines(held, enter, province):
    administrator = enter("administrator", province)
    answer = fill(
        administrator, reverse("duties:announce"), day="28/1/2014", is_off="off",
        name_vi="Nghỉ Tết", announced_on="3/12/2013",
    )  # fmt: skip
    assert answer.status_code == 302, text(answer)
    held.refresh_from_db()
    assert held.due_on == date(2014, 1, 27) and SpecialDay.objects.count() == 1
    assert "Nghỉ Tết" in text(administrator.get(answer["Location"]))


@pytest.mark.parametrize("page", ["all", "mine", "answers", "late", "calendar"])
def test_a_page_asks_few_questions(page, to_communes, steering):
    assert questions(steering, reverse(f"duties:{page}")) <= 15


def test_one_assignment_asks_few_questions(held, steering):
    assert questions(steering, at("assignment", held)) <= 15


def test_what_a_place_without_an_heir_owes_waits_for_the_giver(held, steering, communes):
    assert "không có nơi kế thừa<" not in text(steering.get(reverse("duties:answers")))
    Place.objects.filter(pk=communes[0].pk).update(valid_to=clock.today())
    page = text(steering.get(reverse("duties:answers")))
    assert "nơi này không còn và không có nơi kế thừa" in page
    fill(steering, at("answer", held, "withdraw"), words="Xã đã giải thể.")
    assert at("assignment", held) not in text(steering.get(reverse("duties:answers")))

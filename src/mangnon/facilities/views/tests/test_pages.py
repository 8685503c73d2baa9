"""Facilities at the desk: who works there, what is judged and proved, what ends, what is public."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mangnon.access.doors import leave
from mangnon.access.models import User
from mangnon.audit.errors import NoWarrant
from mangnon.facilities.actions import (
    close_facility,
    move_site,
    recognise_school,
    withdraw_offer,
)
from mangnon.facilities.models import Assessment, AssessmentProof, Criterion, Post, PublicOffer
from mangnon.facilities.public import offered_at
from tests.support.desk import fill, questions


@pytest.fixture
def officer(enter, an_son):
    return enter("child_officer", an_son)


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"


def at(name, *args):
    return reverse(f"facilities:{name}", args=args)


def text(answer):
    return answer.content.decode()


def test_somebody_is_put_in_post_goes_away_and_leaves(officer, station, midwife, other_station):
    code = station.code
    assert "Trạm y tế Xã An Sơn" in text(officer.get(at("list")))
    refused = fill(officer, at("hire", code), staff_number="CB 1", title=midwife.pk,
                   hired_on="1/1/2031")  # fmt: skip
    assert refused.status_code == 422 and not Post.objects.exists()
    fill(officer, at("hire", code), staff_number="CB 1", title=midwife.pk, hired_on="2/1/2024")
    fill(officer, at("go_away", code, "CB 1"), away_from="1/6/2024")
    page = text(officer.get(at("one", code)))
    assert "Hộ sinh · CB 1" in page and "nghỉ từ 01/06/2024" in page
    fill(officer, at("leave_post", code, "CB 1"), left_on="10/6/2024")
    assert "Chưa ghi ai." in text(officer.get(at("one", code)))
    assert officer.get(at("one", other_station.code)).status_code == 404
    assert questions(officer, at("one", code)) <= 15
    assert questions(officer, at("list")) <= 15


def test_known_criteria_are_ticked_with_proofs_and_the_rest_is_said_unknown(
    officer, enter, an_son, binh_minh, commune_standard
):
    commune_standard.criteria_count = 13
    commune_standard.threshold = 850
    commune_standard.save()
    Criterion.objects.create(standard=commune_standard, code="6", name_vi="Trợ giúp", name_en="A")
    where = at("assess_commune", an_son.key, "commune")
    assert "mới biết nội dung 1 trên 13 tiêu chí" in text(officer.get(where))
    paper = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7\n%%EOF")
    told = {"year": "2023", "met_0": "yes", "points_0": "80", "files_0": paper, "score": "860"}
    assert fill(officer, where, **told).status_code == 302
    page = text(officer.get(at("commune", an_son.key)))
    assert "✓ đạt" in page and "860,0" in page and "đạt điểm chung" in page
    proof = AssessmentProof.objects.get()
    assert b"".join(officer.get(at("proof", proof.uuid)).streaming_content) == paper_bytes()
    stranger = enter("child_officer", binh_minh)
    assert stranger.get(at("proof", proof.uuid)).status_code == 404
    assert fill(officer, where, year="2031").status_code == 422
    assert Assessment.objects.get().score == 860


def test_what_a_score_means_is_said_as_far_as_it_is_known(officer, an_son, commune_standard):
    commune_standard.threshold, commune_standard.threshold_difficult = 850, 800
    commune_standard.threshold_central_city_ward = 900
    commune_standard.points_total, commune_standard.no_criterion_at_zero = 900, True
    commune_standard.valid_to = date(2022, 1, 1)
    commune_standard.save()
    Criterion.objects.create(standard=commune_standard, code="6", name_vi="Trợ giúp", name_en="A")
    where, shown = at("assess_commune", an_son.key, "commune"), at("commune", an_son.key)
    assert 'value="2021"' in text(officer.get(where))  # the last year of the standard
    fill(officer, where, year="2021", score="820")
    page = text(officer.get(shown))
    assert "tùy nơi: ngưỡng 800–900 theo loại xã, phường" in page
    assert "đạt điểm chung" not in page
    fill(officer, where, year="2021", score="900", met_0="yes", points_0="0")
    page = text(officer.get(shown))
    assert "không cho phép tiêu chí nào 0 điểm; 0 điểm ở tiêu chí 6" in page
    assert "đạt điểm chung" not in page
    fill(officer, where, year="2021", score="900", met_0="yes", points_0="1")
    assert "· đạt điểm chung" in text(officer.get(shown))
    for wrong in ({"year": "2021", "score": "901"}, {"year": "2022", "score": "800"}):
        assert fill(officer, where, **wrong).status_code == 422
    assert Assessment.objects.get().score == 900


def paper_bytes():
    return b"%PDF-1.7\n%%EOF"


def test_what_ends_soon_is_a_worklist_until_it_is_renewed(
    officer, school, school_standard, warrant
):
    recognise_school(
        school, standard=school_standard, decided_on=date(2018, 9, 1), warrant=warrant,
        expires_on=date(2024, 9, 1),
    )  # fmt: skip
    assert "Công nhận trường sắp hết hạn" in text(officer.get(reverse("desk")))
    assert "còn 78 ngày" in text(officer.get(at("expiring")))
    school_standard.valid_to = None
    school_standard.save()
    sent = fill(
        officer, at("recognise_school", school.code), standard=school_standard.pk,
        decided_on="1/6/2024", decision_number="12/QĐ", level="1",
    )  # fmt: skip
    assert sent.status_code == 302
    assert "Không có trường nào." in text(officer.get(at("expiring")))


def test_what_is_offered_is_public_and_the_staff_is_not(officer, station, an_son, midwife):
    fill(officer, at("hire", station.code), staff_number="CB 1", title=midwife.pk,
         hired_on="2/1/2024")  # fmt: skip
    fill(officer, at("offer", station.code), words_vi="Tiêm chủng sáng thứ Ba")
    shown = offered_at([an_son.pk])
    assert [one.words_vi for one in shown] == ["Tiêm chủng sáng thứ Ba"] and "CB 1" not in str(
        shown
    )
    fill(officer, at("offer", station.code), words_vi="")
    assert not PublicOffer.objects.exists()


def test_what_moved_away_or_closed_is_its_last_places_alone(
    officer, enter, station, an_son, binh_minh, warrant
):
    fill(officer, at("offer", station.code), words_vi="Tiêm chủng")
    move_site(station, place=binh_minh, moved_on=date(2024, 2, 1), warrant=warrant)
    assert officer.get(at("one", station.code)).status_code == 404
    assert offered_at([an_son.pk]) == [] and len(offered_at([binh_minh.pk])) == 1
    theirs = enter("child_officer", binh_minh)
    assert theirs.get(at("one", station.code)).status_code == 200
    close_facility(station, closed_on=date(2024, 3, 1), warrant=warrant)
    assert offered_at([binh_minh.pk]) == []
    mine = leave(User.objects.get(username=f"child_officer-{an_son.code}".lower()),
                 "facilities.write").warrant()  # fmt: skip
    with pytest.raises(NoWarrant):
        withdraw_offer(station, warrant=mine)

"""The pages of doubles: a list without names, two files side by side, merging, parting, undoing."""

import pytest
from django.urls import reverse

from mangnon.audit.models import Entry
from mangnon.linkage.models import Candidate, Merger
from mangnon.places.models import Kind
from mangnon.register.tests.conftest import place
from mangnon.register.tests.pages import hold, signed_in
from tests.support.desk import fill, questions


@pytest.fixture
def above(an_son, binh_minh):
    """Who supervises both communes."""
    area = place("HD", "Hải Dương", Kind.PROGRAMME_AREA)
    hold(area, an_son, binh_minh)
    return signed_in("dung", "supervising_officer", area)


def page_of(pair):
    return reverse("linkage:pair", args=[pair.uuid])


def left(act):
    return Entry.objects.filter(act=act).count()


def test_the_list_tells_no_name_and_is_no_reading(above, pair):
    before = Entry.objects.count()
    text = above.get(reverse("linkage:list")).content.decode()
    assert "97%" in text
    assert "An Sơn" in text and "Bình Minh" in text
    assert "Mận" not in text and "Man" not in text
    assert Entry.objects.count() == before


def test_side_by_side_is_a_reading_of_both(above, pair, man, again):
    text = above.get(page_of(pair)).content.decode()
    assert "Nguyễn Thị Mận" in text and "Nguyen Thi Man" in text
    assert "•••• 0123" in text and "030215000123" not in text
    assert text.count("khác nhau") >= 3
    entry = Entry.objects.get(act="linkage.compare")
    assert {one.removeprefix("register.child:") for one in entry.subjects} == {
        str(man.uuid), str(again.uuid)}  # fmt: skip


def test_merged_and_taken_apart(above, pair, man, again):
    left_is_man = pair.first_id == man.pk
    answer = fill(above, page_of(pair), judgement="first" if left_is_man else "second")
    assert answer.status_code == 302
    again.refresh_from_db()
    assert again.merged_into_id == man.pk
    text = above.get(page_of(pair)).content.decode()
    assert "Tháo gộp" in text
    assert (
        "đã gộp vào"
        in above.post(
            reverse("register:file", args=[again.uuid]),
            {"purpose": "care", "words": ""},
            follow=True,
        ).content.decode()
    )
    assert above.post(reverse("linkage:undo", args=[pair.uuid])).status_code == 302
    again.refresh_from_db()
    assert again.merged_into_id is None
    assert Merger.objects.get().undone_on
    assert (left("linkage.merge"), left("linkage.undo")) == (2, 2)


def test_parted(above, pair):
    fill(above, page_of(pair), judgement="part")
    assert Candidate.objects.get().state == Candidate.State.PARTED
    assert left("linkage.part") == 2


def test_without_a_judgement_nothing_happens_and_the_page_says_so(above, pair):
    answer = fill(above, page_of(pair))
    assert answer.status_code == 422
    assert "Có chỗ cần sửa" in answer.content.decode()
    assert Candidate.objects.get().state == Candidate.State.WAITING


def test_who_keeps_only_one_of_the_two_does_not_see_the_pair(pair, an_son):
    an = signed_in("an", "child_officer", an_son)
    for address in (page_of(pair), reverse("linkage:undo", args=[pair.uuid])):
        assert an.post(address, {"judgement": "part"}).status_code == 404
    assert "97%" not in an.get(reverse("linkage:list")).content.decode()
    assert left("linkage.compare") == 0


@pytest.mark.parametrize("state", ["parted", "merged"])
def test_of_a_judged_pair_nobody_reads_where_the_other_lives_out_of_her_places(
    pair, an_son, binh_minh, state
):
    Candidate.objects.update(state=state)
    text = signed_in("an", "child_officer", an_son).get(reverse("linkage:list")).content.decode()
    assert "Bình Minh" not in text
    assert state == "merged" or "97%" not in text


def test_undoing_is_sent_not_opened_and_only_what_is_merged(above, pair):
    address = reverse("linkage:undo", args=[pair.uuid])
    assert above.get(address).status_code == 405
    assert above.post(address).status_code == 404


def test_few_questions_a_page(above, pair):
    above.get(page_of(pair))
    assert [questions(above, one) <= 15 for one in (reverse("linkage:list"), page_of(pair))] == [
        True, True,
    ]  # fmt: skip

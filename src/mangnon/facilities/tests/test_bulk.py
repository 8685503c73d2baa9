"""Many facilities, posts and recognitions at once."""

from datetime import date

import pytest

from mangnon.audit.models import Entry
from mangnon.bulk import WrongBatch
from mangnon.facilities.actions import (
    AssessmentsBatch,
    CommuneRecognitionsBatch,
    FacilitiesBatch,
    FacilityEndsBatch,
    LeavesBatch,
    PostEndsBatch,
    PostsBatch,
    SchoolRecognitionsBatch,
    add_assessments,
    add_commune_recognitions,
    add_facilities,
    add_leaves,
    add_posts,
    add_school_recognitions,
    close_facilities,
    end_posts,
)
from mangnon.facilities.models import Assessment, Facility, Leave, Post, Recognition, Site
from mangnon.facilities.tests.conftest import OPENED, forget, marked

DAY, LATER = date(2016, 1, 1), date(2019, 1, 1)


@pytest.fixture
def both(an_son, binh_minh, warrant):
    """A station in An Sơn and a preschool in Bình Minh."""
    batch = FacilitiesBatch(
        codes=["a", "b"], kinds=["station", "school"], names=["Trạm", "Trường"],
        places=[an_son.pk, binh_minh.pk], opened_on=OPENED, levels=["", "mam_non"],
        ownerships=["public", "private"],
    )  # fmt: skip
    return list(add_facilities(batch, warrant=warrant))


def test_facilities_come_with_their_sites(both, an_son, binh_minh):
    sites = Site.objects.order_by("facility_id").values_list("facility_id", "place_id")
    assert list(sites) == list(zip(both, [an_son.pk, binh_minh.pk], strict=True))
    assert Facility.objects.get(code="b").ownership == "private"
    assert marked("schools") == {"101": OPENED, "102": OPENED}


@pytest.mark.parametrize(
    "other",
    [
        {"kinds": "shop"},
        {"levels": "kindergarten"},
        {"opened_on": date(2011, 1, 1)},
        {"opened_on": date(2024, 6, 16)},
        {"names": ["one"]},
    ],
)
def test_impossible_facilities_are_refused_whole(an_son, warrant, other):
    given = {"codes": ["a", "b"], "kinds": "station", "names": "Trạm", "places": an_son.pk}
    with pytest.raises(WrongBatch):
        add_facilities(FacilitiesBatch(**({"opened_on": OPENED} | given | other)), warrant=warrant)
    assert not Facility.objects.exists()


def test_closing_closes_sites_and_posts(both, midwife, warrant):
    add_posts(PostsBatch([both[0]], ["1"], midwife.pk, DAY), warrant=warrant)
    forget()
    assert close_facilities(FacilityEndsBatch(both, [LATER, DAY]), warrant=warrant) == 2
    assert list(Site.objects.order_by("pk").values_list("valid_to", flat=True)) == [LATER, DAY]
    assert Post.objects.get().valid_to == LATER
    assert marked("stations") == {"101": DAY, "102": DAY}
    with pytest.raises(WrongBatch):
        close_facilities(FacilityEndsBatch(both, LATER), warrant=warrant)


def test_posts_begin_and_end(both, midwife, warrant):
    posts = add_posts(
        PostsBatch([both[0], both[0]], ["1", "2"], midwife.pk, DAY, shares=[1.0, 0.5]),
        warrant=warrant,
    )
    forget()
    assert end_posts(PostEndsBatch([posts[0]], LATER), warrant=warrant) == 1
    assert list(Post.objects.order_by("pk").values_list("valid_to", flat=True)) == [LATER, None]
    assert marked("stations") == {"101": LATER}
    with pytest.raises(WrongBatch):
        end_posts(PostEndsBatch(list(posts), LATER), warrant=warrant)


@pytest.mark.parametrize(
    "other",
    [
        {"shares": [1.0, 0.1]},  # more than the whole of one person's time
        {"shares": [1.2, 0.5], "staff_numbers": ["1", "2"]},
        {"shares": [0.0, 0.5]},
        {"valid_from": date(2015, 1, 1)},  # before the title
        {"valid_from": date(2011, 1, 1)},  # before the station
    ],
)
def test_impossible_posts_are_refused_whole(both, midwife, warrant, other):
    given = {"facilities": [both[0]] * 2, "staff_numbers": ["1", "1"], "valid_from": DAY} | other
    with pytest.raises(WrongBatch):
        add_posts(PostsBatch(titles=midwife.pk, **given), warrant=warrant)
    assert not Post.objects.exists()


def test_a_batch_knows_the_posts_held_already(both, midwife, warrant):
    add_posts(PostsBatch([both[0]], ["1"], midwife.pk, DAY, LATER), warrant=warrant)
    with pytest.raises(WrongBatch) as refused:
        add_posts(PostsBatch([both[0]] * 2, ["2", "1"], midwife.pk, DAY), warrant=warrant)
    assert "dòng 2" in refused.value.sentence.vi
    add_posts(PostsBatch([both[0]], ["1"], midwife.pk, LATER), warrant=warrant)


def test_leaves_are_recounted_since_the_first(both, midwife, warrant):
    posts = list(add_posts(PostsBatch([both[0]] * 2, ["1", "2"], midwife.pk, DAY), warrant=warrant))
    forget()
    add_leaves(LeavesBatch(posts, [LATER, date(2017, 1, 1)], [None, DAY.replace(2018)]),
               warrant=warrant)  # fmt: skip
    assert Leave.objects.count() == 2
    assert marked("stations") == {"101": date(2017, 1, 1)}
    for first, back in ((LATER, LATER), (date(2015, 1, 1), None)):
        with pytest.raises(WrongBatch):
            add_leaves(LeavesBatch([posts[1]], first, back), warrant=warrant)


def test_posts_of_tomorrow_are_refused(both, midwife, warrant):
    with pytest.raises(WrongBatch):
        add_posts(PostsBatch([both[0]], ["1"], midwife.pk, date(2024, 6, 16)), warrant=warrant)


def test_schools_are_recognised_and_recounted(both, school_standard, warrant):
    forget()
    batch = SchoolRecognitionsBatch([both[1]], school_standard.pk, DAY, LATER, levels=2)
    add_school_recognitions(batch, warrant=warrant)
    given = Recognition.objects.get()
    assert (given.facility_id, given.level, given.expires_on) == (both[1], 2, LATER)
    assert marked("schools") == {"102": DAY}


def test_communes_are_recognised_for_their_year(an_son, binh_minh, commune_standard, warrant):
    batch = CommuneRecognitionsBatch(
        [an_son.pk, binh_minh.pk], commune_standard.pk, [2020, 2021], date(2022, 1, 1)
    )
    add_commune_recognitions(batch, warrant=warrant)
    assert marked("communes") == {"101": date(2020, 1, 1), "102": date(2020, 1, 1)}
    entry = Entry.objects.get(act="facilities.add_commune_recognitions")
    assert entry.data["rows"] == 2


def test_decisions_of_tomorrow_are_refused(an_son, commune_standard, warrant):
    batch = CommuneRecognitionsBatch([an_son.pk], commune_standard.pk, 2024, date(2024, 6, 16))
    with pytest.raises(WrongBatch):
        add_commune_recognitions(batch, warrant=warrant)
    assert not Recognition.objects.exists()


def test_scores_of_communes(an_son, commune_standard, warrant):
    batch = AssessmentsBatch(commune_standard.pk, [2020, 2021], [870.0, None], places=an_son.pk)
    add_assessments(batch, warrant=warrant)
    assert list(Assessment.objects.order_by("year").values_list("score", flat=True)) == [870, None]

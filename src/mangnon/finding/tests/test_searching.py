"""What is found, in which order, and what is said where nothing is."""

from datetime import date

import pytest

from mangnon.finding import actions
from mangnon.finding.models import Entry, Synonym
from mangnon.finding.searching import search
from mangnon.finding.tests.stage import shown, thing

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    with shown() as one:
        yield one


def keys(text, **more):
    return [one.entry.key for one in search(text, "vi", **more).results]


def test_found_without_marks_and_with(room):
    room.put(
        thing("a", "Quyết định về trợ giúp"),
        thing("b", "Thủ tục", "Đăng ký khai sinh tại xã"),
    )
    for typed in ("quyet dinh", "Quyết định", "QUYẾT ĐỊNH", "quyết dinh"):
        assert keys(typed) == ["a"]
    for typed in ("dang ky", "đăng ký", "dang ky khai sinh"):
        assert keys(typed) == ["b"]


def test_what_is_written_as_typed_stands_above_what_sounds_like_it(room):
    room.put(thing("duong-title", "Dương"), thing("duong", "Xã", "con đường liên xã"))
    assert keys("đường") == ["duong", "duong-title"]
    assert keys("duong") == ["duong-title", "duong"]


def test_a_title_stands_above_a_text_and_words_in_a_row_above_words_apart(room):
    room.put(
        thing("apart", "Một", "sinh hoạt và khai giảng"),
        thing("row", "Hai", "nơi khai sinh cho trẻ"),
        thing("title", "Khai sinh", "giấy tờ"),
    )
    assert keys("khai sinh") == ["title", "row", "apart"]


@pytest.mark.parametrize("typed", ["hoà", "hòa", "Hoà", "hoa\u0300", "ho\u00e0"])
def test_both_tone_styles_are_one_word(room, typed):
    room.put(thing("new", "Xã Thái Hoà"), thing("old", "Xã Thái Hòa"), thing("none", "Hoa sen"))
    assert set(keys(typed)[:2]) == {"new", "old"}
    assert keys(typed)[2:] == ["none"]


@pytest.mark.parametrize(
    "typed",
    ["42/2022/NĐ-CP", "42/2022/nd-cp", "42 2022 nd cp", "42/2022", "nghị định 42/2022/NĐ-CP"],
)
def test_a_document_is_first_however_its_number_is_typed(room, typed):
    room.put(
        thing("other", "Thay thế Nghị định 42/2022/NĐ-CP", "42/2022/NĐ-CP " * 20),
        thing("it", "Về dịch vụ công trực tuyến", numbers=("42/2022/NĐ-CP",)),
        thing("near", "Về việc khác", numbers=("142/2022/NĐ-CP",)),
    )
    assert keys(typed)[0] == "it"


def test_synonyms_work_both_ways_unless_they_go_one_way(room):
    room.put(
        thing("short", "Trụ sở UBND xã"),
        thing("long", "Ủy ban nhân dân xã"),
        thing("ct", "Lớp CT"),
        thing("chi-thi", "Chỉ thị 20"),
    )
    Synonym.objects.create(words="UBND", means="Ủy ban nhân dân")
    Synonym.objects.create(words="CT", means="chỉ thị", one_way=True)
    assert set(keys("ubnd")) == set(keys("uỷ ban nhân dân")) == {"short", "long"}
    assert set(keys("ct")) == {"ct", "chi-thi"}
    assert keys("chi thi") == ["chi-thi"]


def test_a_changed_synonym_holds_at_once(room):
    room.put(thing("long", "Bảo vệ trẻ em"))
    assert keys("bvte") == []
    one = Synonym.objects.create(words="BVTE", means="bảo vệ trẻ em")
    assert keys("bvte") == ["long"]
    one.delete()
    assert keys("bvte") == []


def test_did_you_mean_only_what_finds_something(room):
    room.put(thing("a", "Đăng ký khai sinh"), thing("b", "Học bổng"))
    answer = search("dang ky khai sihn", "vi")
    assert answer.suggestion == "dang ky khai sinh"
    assert search(answer.suggestion, "vi").total == 1
    assert search("đăng ky khai sihn", "vi").suggestion == "đăng ky khai sinh"
    assert search("khai bogn", "vi").suggestion == ""  # «khai bổng» would find nothing
    assert search("xyzzyq", "vi").suggestion == ""


def test_a_sentence_finds_the_nearest(room):
    room.put(
        thing("birth", "Đăng ký khai sinh", "làm giấy khai sinh cho con ở xã"),
        *(thing(f"x{n}", "Con em ở xã", "cho con em ở xã") for n in range(8)),
    )
    answer = search("làm giấy khai sinh cho con gái ở đâu", "vi")
    assert answer.nearest
    assert answer.results[0].entry.key == "birth"


def test_facets_are_counted_with_the_other_filters_applied(room):
    room.put(
        thing("a", "Mầm non", on=date(2020, 1, 1), places=("x", "area")),
        thing("b", "Mầm non", on=date(2021, 1, 1), places=("x", "area")),
        thing("c", "Mầm non", on=date(2021, 1, 1), places=("y", "area")),
    )
    with shown("other") as other:
        other.put(thing("d", "Mầm non", on=date(2021, 5, 1), places=("y", "area")))
        answer = search("mam non", "vi", {"year": "2021", "kind": "sample"})
    assert {one.entry.key for one in answer.results} == {"b", "c"}
    assert answer.counts["year"] == {"2020": 1, "2021": 2}
    assert answer.counts["kind"] == {"sample": 2, "other": 1}
    assert answer.counts["place"] == {"x": 1, "y": 1, "area": 2}


def test_what_is_taken_away_is_found_no_more(room):
    room.put(thing("a", "Quyết định"))
    room.take("a")
    assert keys("quyet dinh") == []
    assert not Entry.objects.filter(kind="sample").exists()


def test_what_is_changed_is_found_by_its_new_words_only(room):
    room.put(thing("a", "Quyết định"))
    room.put(thing("a", "Kế hoạch"))
    assert (keys("quyet dinh"), keys("ke hoach")) == ([], ["a"])


def test_each_language_finds_its_own(room):
    room.put(thing("a", "Scorecard"), thing("b", "Scorecard", language="en"))
    assert [one.entry.key for one in search("scorecard", "en").results] == ["b"]


def test_the_newer_of_equals_comes_first(room):
    room.put(*(thing(str(year), "Báo cáo", on=date(year, 1, 1)) for year in (2014, 2020, 2017)))
    assert keys("bao cao") == ["2020", "2017", "2014"]


def test_pages_hold_ten_and_the_last_is_shown_for_any_beyond(room):
    room.put(*(thing(f"{n:02}", "Báo cáo") for n in range(23)))
    seen = [key for page in (1, 2, 3) for key in keys("bao cao", page=page)]
    assert len(seen) == len(set(seen)) == 23
    answer = search("bao cao", "vi", page=99)
    assert (answer.page, answer.pages, len(answer.results)) == (3, 3, 3)


def test_a_filter_that_nothing_has_leaves_nothing(room):
    room.put(thing("a", "Báo cáo"))
    assert search("bao cao", "vi", {"place": "nowhere"}).total == 0


def test_a_rebuild_gives_what_stood_and_drops_strays(room):
    room.put(thing("a", "Báo cáo"), thing("b", "Báo cáo"))
    del room.things["b"]
    Entry.objects.filter(key="a").update(address="/wrong/")
    actions.rebuild()
    assert keys("bao cao") == ["a"]
    assert Entry.objects.get(key="a").address == "/a/"
    actions.rebuild()
    assert keys("bao cao") == ["a"]


@pytest.mark.parametrize(
    "typed",
    ["", " ", '"', '"' * 10_240, "'; DROP TABLE", "NEAR(a b)", "a AND OR NOT b", "^*:&|!<->()",
     "\0", "\ud83d\ude00", "日本語", "x" * 10_000, "từ " * 4_000, "%", "_", "=a ^b a_b", "İ ſ ﬁ",
     "e\u0301" * 5_000, "\\", "٣٤", "42/", "/", "²", "a-b"],
)  # fmt: skip
def test_whatever_is_typed_is_answered(room, typed):
    room.put(thing("a", "Báo cáo"))
    search(typed, "vi", {"kind": typed, "place": typed}, page=2)
    sound = typed.encode("utf-8", "ignore").decode().replace("\0", "")  # as databases keep it
    room.put(thing("odd", sound[:200] or "x", sound))
    search(typed, "vi")

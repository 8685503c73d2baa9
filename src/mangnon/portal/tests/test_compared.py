"""Two texts on one page: what was added and what removed, marked not by colour alone."""

import pytest

from mangnon.legislation.models import Clause, Document, Relation
from mangnon.portal.document_comparison import compared


def clause(anchor: str, text: str) -> Clause:
    return Clause(anchor=anchor, label_vi=anchor, label_en=anchor, text=text)


def test_words_added_and_removed_and_clauses_that_came_and_went():
    old = [clause("dieu-1", "dưới 16 tuổi"), clause("dieu-2", "bỏ đi"), clause("dieu-3", "giữ")]
    new = [clause("dieu-1", "dưới 18 tuổi"), clause("dieu-3", "giữ"), clause("dieu-4", "mới")]
    found = {one.anchor: one for one in compared(old, new, "vi")}
    assert [one.change for one in found.values()] == ["changed", "removed", "same", "added"]
    assert found["dieu-1"].pieces == [
        ("", "dưới "), ("del", "16"), ("ins", "18"), ("", " "), ("", "tuổi"),
    ]  # fmt: skip


def test_both_texts_can_be_read_back_from_the_comparison():
    old, new = "a b c d e f", "a x c d f g"
    pieces = compared([clause("k", old)], [clause("k", new)], "vi")[0].pieces
    for left_out, whole in (("ins", old), ("del", new)):
        kept = " ".join(words for mark, words in pieces if mark != left_out)
        assert kept.split() == whole.split()


@pytest.mark.parametrize("times", [3, 4000])
def test_a_long_clause_and_one_that_says_something_else_are_shown_whole_twice(times):
    old, new = "a " * times, "b " * times
    pieces = compared([clause("k", old)], [clause("k", new)], "vi")[0].pieces
    assert [mark for mark, _ in pieces] == ["del", "ins"]


@pytest.mark.django_db
def test_the_page_shows_both_and_only_versions_are_offered(client):
    papers = [
        Document.objects.create(code=code, kind="law", title_vi=code, title_en=code)
        for code in ("cu", "moi")
    ]
    for one, text in zip(papers, ("dưới 16 tuổi", "dưới 18 tuổi"), strict=True):
        Clause.objects.create(
            document=one, anchor="dieu-1", label_vi="Điều 1", label_en="A", text=text
        )
    Relation.objects.create(source=papers[1], kind="replaces", target=papers[0])
    offered = client.get("/van-ban/cu/so-sanh/").content.decode()
    assert "/van-ban/cu/so-sanh/moi/" in offered
    page = client.get("/van-ban/cu/so-sanh/moi/").content.decode()
    assert "<del>[−16−]</del><ins>[+18+]</ins>" in page and "1 điều khoản đổi lời" in page
    assert client.get("/van-ban/cu/so-sanh/khong/").status_code == 404
    Document.objects.create(code="khac", kind="law", title_vi="k", title_en="k")
    assert client.get("/van-ban/cu/so-sanh/khac/").status_code == 404

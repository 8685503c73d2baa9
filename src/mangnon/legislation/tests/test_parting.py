"""A text parted into clauses: anchors that stay, nothing lost, what is odd said to be odd."""

import pytest

from mangnon.legislation.reading.parting import parted

LAW = """QUỐC HỘI
Phần thứ nhất
Chương II
Mục 1
Điều 5. Năm
Lời dẫn:
1. Một
a) chữ a
đ) chữ đ
2. Hai
Điều 6a. Sáu a
Chương III
Điều 7. Bảy"""
PLAN = """Căn cứ Chỉ thị
I. MỤC TIÊU
1. Mục tiêu chung
a) một
II. NHIỆM VỤ
1. Y tế"""


def anchors(text):
    return [one.anchor for one in parted(text)]


def test_a_law():
    assert anchors(LAW) == [
        "mo-dau", "phan-1", "phan-1-chuong-2", "phan-1-chuong-2-muc-1", "dieu-5", "dieu-5-khoan-1",
        "dieu-5-khoan-1-diem-a", "chua-xep-1", "dieu-5-khoan-2", "dieu-6a", "phan-1-chuong-3",
        "dieu-7",
    ]  # fmt: skip


def test_a_plan_of_the_party():
    assert anchors(PLAN) == [
        "mo-dau", "muc-1", "muc-1-khoan-1", "muc-1-khoan-1-diem-a", "muc-2", "muc-2-khoan-1",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [LAW, PLAN, "", "\n\n", "Điều 1", "Điều 2. a\nĐiều 1. b"])
def test_joined_again_the_parts_are_the_text(text):
    assert "\n".join(one.text for one in parted(text)) == text


def test_an_article_that_comes_again_is_said_not_to_be_placed():
    found = parted("Điều 1. a\nĐiều 1. b\nĐiều 2. c")
    assert [(one.anchor, one.unplaced) for one in found] == [
        ("dieu-1", False), ("chua-xep-1", True), ("dieu-2", False),
    ]  # fmt: skip


def test_words_of_another_document_open_nothing():
    assert anchors("Điều 1. Sửa đổi\n“Điều 9. Mới\n1. Một”\nĐiều 2. Hai") == ["dieu-1", "dieu-2"]


def test_what_goes_before_any_article_is_no_paragraph():
    assert anchors("1. Tên\n2. Số\nĐiều 1. a") == ["mo-dau", "dieu-1"]


def test_every_anchor_is_one_of_a_kind():
    found = anchors("\n".join(["Điều 1. a", "1. b", "1. b", "a) c", "a) c", "Điều 1. a"] * 50))
    assert len(found) == len(set(found)) == 300

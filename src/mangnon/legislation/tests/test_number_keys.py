"""A number's key: the same however it is typed, another for another document."""

import pytest

from mangnon.legislation.models import number_key


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("102-2016-qh13", ["102/2016/QH13", "102/2016/qh13", "102 2016 qh13", "số 102/2016/QH13"]),
        ("42-2022-ndcp", ["42/2022/NĐ-CP", "42/2022/ND-CP", "042/2022/nđ-cp", "42-2022-nd-cp"]),
        ("20-cttw", ["20-CT/TW", "20-ct/tw", "20 CT TW", "Số: 20-CT/TW"]),
        ("86-khtu", ["86-KH/TU", "86 kh tu"]),
        ("267-qdttg", ["267/QĐ-TTg", "267 qd ttg"]),
        ("13-2021-ttbldtbxh", ["13/2021/TT-BLĐTBXH", "13 2021 tt bldtbxh"]),
        ("623-nqubtvqh14", ["623/NQ-UBTVQH14"]),
        ("", ["", "Luật Trẻ em", "5 trẻ em", "3/4/2013", "///", "số"]),
    ],
)
def test_one_key_for_every_way(key, typed):
    assert {number_key(one) for one in typed} == {key}


def test_a_year_within_makes_another_number():
    assert number_key("06/QĐ-TTg") != number_key("06/2019/QĐ-TTg")

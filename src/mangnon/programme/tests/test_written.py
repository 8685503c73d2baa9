"""The lines a reader sees, and the store they are written from."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from mangnon.programme.status import (
    REASON_WORDS,
    STATUS_WORDS,
    Base,
    Question,
    Reason,
    Status,
    Step,
    as_json,
    assess,
    from_json,
    sentences,
)
from mangnon.programme.tests.promises import END_2012, END_2015, END_2020, T1, T5, T6, T8, year
from mangnon.programme.tests.test_status_properties import questions


def lines(question, language="vi"):
    return [line.replace("\u00a0", " ") for line in sentences(assess(question), language)]


COMMUNE = Question(
    on=date(2021, 1, 1),
    unit="percent",
    better="lower",
    steps=(Step(END_2020, "<=", 2),),
    base=Base(END_2012, 3),
    points=(year(2020, numerator=26, denominator=1_223),),
    level="commune",
)


def test_the_fraction_the_promise_and_the_gap():
    assert lines(COMMUNE)[1] == (
        "Đến 31/12/2020: 26 ÷ 1.223 = 2,13% (31/12/2020); mức đề ra ≤ 2%; "
        "còn cách 0,13 điểm; Không đạt."
    )
    assert lines(COMMUNE, "en")[1] == (
        "By 31 December 2020: 26 ÷ 1,223 = 2.13% (31 December 2020); promised ≤ 2%; "
        "0.13 points short; Missed."
    )


def test_rates_and_intervals():
    (line,) = [line for line in lines(T6) if line.startswith("Đến")]
    assert "90 ÷ 26.500 × 1.000 = 3,40‰" in line
    assert "khoảng tin cậy 95%: 2,73–4,17‰" in line
    assert line.endswith("Đạt, trong sai số.")


def test_a_measured_base_says_so():
    assert lines(T1)[0] == (
        "Mốc xuất phát: 2,95% (31/12/2012), đo từ chính chuỗi số liệu này, văn bản không in."
    )


def test_pace_and_forecast_on_the_way():
    said = lines(replace(T5, on=date(2016, 2, 1)))
    assert "Từ nay mỗi năm phải giảm 0,80 điểm." in said
    assert any("giảm 1,00 điểm (đường thẳng qua 4 giá trị, 2012–2015)" in line for line in said)
    assert "Giữ nhịp ấy thì đến 31/12/2020 là 16,99%: tới mức đề ra." in said


def test_what_is_awaited():
    assert lines(T8)[-1].endswith(
        "Chưa đến kỳ đánh giá (kết quả của kỳ này chưa đến hạn công nhận, 31/12/2025)."
    )


def test_equal_to_a_promise_to_be_below():
    equal = replace(
        COMMUNE, steps=(Step(END_2015, "<", 2.5),), points=(year(2015, 2.5),), data_age_days=9999
    )
    assert "vừa đúng mức, chưa vượt" in lines(equal)[1]


def test_below_the_lowest_level():
    assert lines(replace(COMMUNE, judged_at="district")) == [
        "Không đánh giá ở cấp này: cấp thấp nhất được đánh giá là cấp huyện."
    ]


def test_withheld_figures_leave_no_trace():
    hidden = replace(COMMUNE, points=(replace(COMMUNE.points[0], value=2.126, withheld=True),))
    shown = " ".join(lines(hidden))
    assert "26" not in shown.replace("2026", "") and "2,13" not in shown


@pytest.mark.parametrize("words", [STATUS_WORDS, REASON_WORDS])
def test_every_word_is_there_in_both_languages(words):
    assert set(words) == set(Status if words is STATUS_WORDS else Reason)
    assert all(word.vi and word.en and word.vi != word.en for word in words.values())


@given(questions())
def test_stored_and_read_back_exactly(question):
    assessment = assess(question)
    assert from_json(json.loads(json.dumps(as_json(assessment)))) == assessment
    assert all(sentences(assessment, "vi")) and all(sentences(assessment, "en"))


def test_a_store_with_a_missing_number_is_refused():
    plain = as_json(assess(T1))
    del plain["steps"][0]["value"]
    with pytest.raises(KeyError):
        from_json(plain)

"""Words for acts and details: of one act before its room's, of its room before everybody's."""

import pytest

from mangnon.audit import wording


@pytest.fixture(autouse=True)
def own_words(monkeypatch):
    for kept in ("_ROOMS", "_ACTS", "_THINGS", "_DETAILS", "_VALUES"):
        monkeypatch.setattr(wording, kept, {})
    wording.name_acts("boats", "Thuyền", {"boats.sail": "Giương buồm"})
    wording.name_details({"speed": "tốc độ", "boats.speed": "hải lý", "boats.moor.speed": "trôi"})


def test_the_nearest_words_are_taken():
    assert wording.detail_words("speed", "boats.moor") == "trôi"
    assert wording.detail_words("speed", "boats.sail") == "hải lý"
    assert wording.detail_words("speed", "carts.roll") == wording.detail_words("speed") == "tốc độ"


def test_what_nobody_named_keeps_its_code_and_a_model_its_own_name():
    assert (wording.act_words("boats.sail"), wording.act_words("boats.sink")) == (
        "Giương buồm",
        "boats.sink",
    )
    assert wording.thing_words("procedures.procedure") == "Thủ tục hành chính"
    assert wording.thing_words("register.child") == "register.child"
    assert wording.thing_words("boats") == wording.detail_words("boats") == "boats"


def test_a_reason_is_a_code_or_a_command_with_more_words():
    wording.name_values("reason", {"sail": "lệnh đi", "sail home": "lệnh về"})
    wording.name_values("boats.reason", {"storm": "bão"})
    assert wording.reason_words("boats.sail", "sail home now") == "lệnh về: now"
    assert wording.reason_words("boats.sail", "sail") == "lệnh đi"
    assert wording.reason_words("boats.sail", "storm") == "bão"
    assert wording.reason_words("carts.roll", "storm") == "storm"


def test_nobody_overwrites_anothers_words():
    with pytest.raises(ValueError, match=r"speed: named already"):
        wording.name_details({"speed": "vận tốc"})
    with pytest.raises(ValueError, match=r"boats\.sail"):
        wording.name_acts("ships", "Tàu", {"boats.sail": "Chạy"})
    assert wording.detail_words("speed") == "tốc độ"

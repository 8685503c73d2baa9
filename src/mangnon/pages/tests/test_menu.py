"""What an editor reaches from the menu of the house: the two reports, the lists of our own."""

import re

import pytest

REPORTS = {"xem-lai/": "Trang cần xem lại", "tim-khong-thay/": "Tìm mà không thấy"}
HEAD = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
LISTS = ("officeprofile", "statisticalreport", "contextseries", "consent")


@pytest.mark.parametrize("name", ["oanh", "phuc"])
def test_the_reports_and_the_lists_stand_in_the_menu(name, desk):
    editor = desk(name)
    shown = editor.get("/desk/cms/").content.decode()
    for where, title in REPORTS.items():
        assert f'"/desk/cms/{where}"' in shown, where
        assert title in HEAD.search(editor.get(f"/desk/cms/{where}").content.decode())[1]
    for model in LISTS:
        assert f"/desk/cms/snippets/pages/{model}/" in shown, model
        assert editor.get(f"/desk/cms/snippets/pages/{model}/").status_code == 200


def test_a_page_that_lacks_an_owner_a_contact_or_a_day_is_told(written, desk):
    editor = desk("oanh")
    shown = editor.get("/desk/cms/xem-lai/").content.decode()
    assert "chưa có cơ quan chịu trách nhiệm" in shown
    assert "chưa có ngày xem lại" in shown
    assert "chưa có nơi góp ý" in shown

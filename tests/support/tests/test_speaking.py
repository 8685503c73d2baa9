"""What is no Vietnamese is seen wherever it stands; what is Vietnamese is let be."""

import json

import pytest

from tests.support.speaking.seen import said
from tests.support.speaking.words import foreign


@pytest.mark.parametrize(
    "text",
    ["Root", "Actions", "Edit", "Moderators approval", "Xóa selected trang", "Save", "Home",
     "page", "Choose another", "Title", "Status", "Publish", "Date from", "Live"],
)  # fmt: skip
def test_english_is_seen(text):
    assert foreign(text)


@pytest.mark.parametrize(
    "text",
    ["Trang chủ", "Lưu bản nháp", "Xem", "Trang", "Hai trang con", "Thu xem", "huy", "UBND",
     "/tin-tuc/mo-trang/", "bieu-mau.pdf", "Wagtail", "%(count)s trang", "nghiêng", "khoang", "T1"],
)  # fmt: skip
def test_vietnamese_is_let_be(text):
    assert foreign(text) == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>Edit</p>", '<a title="Edit">x</a>', '<nav aria-label="Edit"></nav>',
        '<input placeholder="Edit">', '<input type="submit" value="Edit">', "<option>Edit</option>",
        "<template><b>Edit</b></template>",
        f"<div data-block='{json.dumps({'a': ['x', {'label': 'Edit'}]})}'></div>",
        f"<div data-block='{json.dumps([json.dumps({'html': '&lt;p>Edit&lt;/p>'})])}'></div>",
        f'<script type="application/json">{json.dumps({"label": "Edit"})}</script>',
        json.dumps({"html": "<p>Edit</p>"}),
    ],
)  # fmt: skip
def test_it_is_seen_wherever_it_stands(page):
    assert [one.text for one in said(page) if foreign(one.text)] == ["Edit"]


@pytest.mark.parametrize(
    "page",
    ["<script>var edit = 1</script>", "<textarea>Edit</textarea>", '<input value="Edit">',
     "<code>edit</code>", '<div class="edit" id="edit"></div>', json.dumps({"icon": "edit"})],
)  # fmt: skip
def test_what_nobody_is_told_is_let_be(page):
    assert said(page) == []

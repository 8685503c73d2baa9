"""The language of the desk: chosen by each for herself, kept with the account."""

import pytest

from mangnon.access.models import User
from mangnon.audit.models import Entry
from tests.support.desk import fill, signed_in

ACCOUNT = "/desk/tai-khoan/"
CHOOSE = f"{ACCOUNT}ngon-ngu/"


def test_a_language_is_chosen_once_for_every_machine(cast):
    here, there = signed_in(cast("khach")), signed_in(cast("khach"))
    assert "Tài khoản của tôi" in here.get(ACCOUNT).content.decode()
    assert fill(here, CHOOSE, language="en")["Location"] == ACCOUNT
    page = here.get(ACCOUNT)
    text = page.content.decode()
    assert page["Content-Language"] == "en"
    assert '<html lang="en">' in text and "My account" in text and "Tài khoản của tôi" not in text
    assert "The language was changed." in text
    assert "My account" in there.get(ACCOUNT).content.decode()
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.data) == ("account.choose_language", {"language": "en"})
    fill(there, CHOOSE, language="vi")
    assert "Tài khoản của tôi" in here.get(ACCOUNT).content.decode()


@pytest.mark.parametrize("language", ["fr", "", "vi-VN"])
def test_a_language_that_the_desk_does_not_speak_is_refused(cast, language):
    client = signed_in(cast("khach"))
    assert fill(client, CHOOSE, language=language).status_code == 422
    assert User.objects.get(username="khach").language == "vi"


def test_a_refused_act_speaks_the_language_too(cast):
    client = signed_in(cast("lan"))
    fill(client, CHOOSE, language="en")
    page = fill(client, "/desk/moi-nguoi/moi/", username="Mài", name="M").content.decode()
    assert "There is something to correct" in page or 'lang="en"' in page
    assert "Có chỗ cần sửa" not in page

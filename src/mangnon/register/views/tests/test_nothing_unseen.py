"""Nobody reads unseen: a page leaves its entry however it is reached, by a form refused as well."""

import pytest
from django.urls import reverse

from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.register.access import token_of
from mangnon.register.actions import join_household, register_household, set_guardian
from tests.support.desk import hidden

ADDRESS, TELEPHONE = "Thôn Đông, xã Mẫu", "0912345678"


@pytest.fixture
def guardian(man):
    return set_guardian(
        man, None, relation="mother", name="Trần Thị Hoa Mẫu", telephone=TELEPHONE,
        warrant=system_warrant("test"),
    )  # fmt: skip


@pytest.fixture
def home(man):
    warrant = system_warrant("test")
    home = register_household(address=ADDRESS, telephone=TELEPHONE, warrant=warrant)
    join_household(man, home, warrant=warrant)
    man.refresh_from_db()
    return home


def readings(child):
    """What was read of the child, by the subject that the trail names."""
    kept = Entry.objects.filter(kind="reading", subject=f"register.child:{child.uuid}")
    return set(kept.values_list("act", flat=True))


def sent_unopened(client, where, **typed):
    """The answer to a form that was never opened: its token comes from the refusal of another."""
    refused = client.post(where, {})
    token = hidden(refused)["sending"]
    return client.post(where, {**typed, "sending": token})


@pytest.mark.parametrize("page", ["weigh", "move", "begin_circumstance", "death"])
def test_a_name_on_a_refused_form_is_noted(an, man, page):
    answer = an.post(reverse(f"register:{page}", args=[man.uuid]), {})
    assert (answer.status_code, "Mận Mẫu" in answer.content.decode()) == (422, True)
    assert readings(man) == {"register.name"}


def test_opening_the_correction_notes_that_the_document_is_shown(an, man):
    page = an.get(reverse("register:correct", args=[man.uuid])).content.decode()
    assert "030213000123" in page
    assert readings(man) == {"register.name", "register.reveal_document"}


def test_a_choice_between_two_values_that_shows_the_document_is_noted(an, man):
    where = reverse("register:correct", args=[man.uuid])
    typed = {"name": "Ai Đó Mẫu", "sex": "f", "birth": "10/3/2013", "citizen": "yes"}
    answer = sent_unopened(an, where, **typed, document="030213000999", ethnic_group="kinh")
    assert "030213000123" in answer.content.decode()
    assert "register.reveal_document" in readings(man)


def test_a_choice_between_two_homes_is_noted(an, man, home):
    where = reverse("register:household", args=[man.uuid])
    answer = sent_unopened(an, where, address="Ở đâu đó", telephone="0911111111")
    assert ADDRESS in answer.content.decode()
    assert {"register.reveal_address", "register.reveal_telephone"} <= readings(man)


def test_a_choice_between_two_guardians_is_noted(an, man, guardian):
    where = reverse("register:guardian", args=[man.uuid, token_of(guardian, man)])
    answer = sent_unopened(an, where, relation="mother", name="Ai Đó Mẫu", telephone="0911111111")
    assert "Hoa Mẫu" in answer.content.decode()
    assert "register.reveal_guardian" in readings(man)

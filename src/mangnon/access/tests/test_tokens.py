"""Tokens of numbered records: they lead back, and nowhere else; they tell nothing."""

from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from mangnon.access.tokens import mark, number_of, token
from mangnon.access.wording import passkey_token
from tests.support.desk import signed_in

NUMBERS = st.integers(min_value=-(2**63), max_value=2**63 - 1)


@given(number=NUMBERS, of=NUMBERS)
def test_a_token_leads_back_to_its_number(number, of):
    assert number_of("a.thing", token("a.thing", number, of=of), of=of) == number


@given(number=NUMBERS)
def test_it_is_none_for_another_kind_or_owner(number):
    told = token("a.thing", number, of=7)
    assert number_of("another", told, of=7) is None
    assert number_of("a.thing", told, of=8) is None


@given(bit=st.integers(min_value=0, max_value=127))
def test_a_token_with_one_bit_changed_leads_nowhere(bit):
    changed = UUID(int=token("a.thing", 12, of=7).int ^ (1 << bit))
    assert number_of("a.thing", changed, of=7) is None


def test_neighbours_and_what_was_never_made_look_alike():
    following = [token("a.thing", number, of=7).bytes for number in range(1000)]
    # Of 128 bits two neighbours share about half, as any two random values do.
    shared = [
        128 - (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()
        for one, other in pairwise(following)
    ]
    assert 62 < sum(shared) / len(shared) < 66
    assert len({one[:4] for one in following}) == 1000
    assert number_of("a.thing", uuid4(), of=7) is None


def test_the_secret_may_be_changed_while_the_old_one_is_kept(settings):
    old, told = settings.SECRET_KEY, token("a.thing", 12, of=7)
    settings.SECRET_KEY = "another" * 10
    assert number_of("a.thing", told, of=7) is None
    settings.SECRET_KEY_FALLBACKS = [old]
    assert number_of("a.thing", told, of=7) == 12
    assert token("a.thing", 12, of=7) != told


@pytest.fixture
def key(cast, monkeypatch):
    """An's passkey; what the library reads of it is not asked here."""
    monkeypatch.setattr(auth, "parse_authentication_response", lambda response: response)
    kind = Authenticator.Type.WEBAUTHN
    return Authenticator.objects.create(user=cast("an"), type=kind, data={"name": "Điện thoại"})


def test_ones_own_passkey_is_reached_by_its_token_and_nobody_elses(cast, key):
    for page in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        address = reverse(page, args=[passkey_token(key)])
        answer = signed_in(cast("an")).get(address)
        assert answer.status_code == 302
        assert "xac-nhan-lai" in answer["Location"]  # the password once more, and then the page
        assert signed_in(cast("binh")).get(address).status_code == 404


def test_the_list_of_passkeys_names_no_number(cast, key):
    text = signed_in(cast("an")).get(reverse("mfa_list_webauthn")).content.decode()
    assert str(passkey_token(key)) in text
    assert f"/{key.pk}/" not in text


def test_marks_tell_an_owners_records_apart_and_say_no_number():
    marks = [mark("a.thing", number, of=7) for number in range(3000)]
    assert len(set(marks)) == 3000
    assert {len(one) for one in marks} == {8}
    assert mark("a.thing", 1, of=8) not in marks
    assert mark("another", 1, of=7) not in marks

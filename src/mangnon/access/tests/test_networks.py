"""Where tries are counted: whatever a client says of itself, and however many addresses it has."""

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory

from mangnon.access.adapters import network_of
from mangnon.access.tests.test_sign_in import sign_in

HOUSE = "2001:db8:7:1"


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        (f"{HOUSE}:a:b:c:d", f"{HOUSE}::"),
        (f"{HOUSE}:ffff:ffff:ffff:ffff", f"{HOUSE}::"),
        ("2001:db8:7:2::1", "2001:db8:7:2::"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("", "0.0.0.0"),
    ],
)
def test_an_address_is_counted_whole_and_a_household_as_one(address, counted):
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == counted


def test_a_household_locks_the_name_from_all_its_addresses_and_no_other(cast):
    cast("an")
    for end in range(1, 6):
        last = sign_in(Client(REMOTE_ADDR=f"{HOUSE}::{end}"), "an", "sai")
    assert last.status_code == 429
    assert sign_in(Client(REMOTE_ADDR=f"{HOUSE}:9:9:9:9"), "an").status_code == 429
    assert sign_in(Client(REMOTE_ADDR="2001:db8:7:2::1"), "an").status_code == 302


def tries(said: str, times: int, **more: str) -> int:
    """Try wrong passwords, each time as if for another; return the last answer's number."""
    for number in range(times):
        forged = said.format(number)
        client = Client(REMOTE_ADDR="198.51.100.7", HTTP_X_FORWARDED_FOR=forged, **more)
        last = sign_in(client, "an", "sai")
    return int(last.status_code)


def test_without_a_proxy_what_a_client_says_of_itself_changes_nothing(cast):
    cast("an")
    assert tries("10.0.0.{}", 5) == 429


def test_behind_a_proxy_only_what_the_proxy_added_counts(cast, settings):
    cast("an")
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert tries("10.0.0.{}, 203.0.113.9", 5) == 429
    other = Client(REMOTE_ADDR="198.51.100.7", HTTP_X_FORWARDED_FOR="203.0.113.9, 203.0.113.10")
    assert sign_in(other, "an").status_code == 302

"""Argon2 at its lowest cost (``-p``): thousands of tests wait a fifth of a second a password.

Only processes of the tests have it; what they start by itself hashes as an installation does.
"""

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """The product's own algorithm, without its effort."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Put it in the place of the product's."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = [f"{__name__}.{QuickArgon2.__name__}"]

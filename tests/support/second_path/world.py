"""A populated province, by its seed."""

from django.db import transaction

from tests.support.second_path.buildings import make_buildings, recognise_communes
from tests.support.second_path.chance import Chance
from tests.support.second_path.lives import make_lives
from tests.support.second_path.province import (
    Places,
    make_catalogues,
    make_indicators,
    make_province,
)
from tests.support.second_path.scales import make_weighings
from tests.support.second_path.troubles import make_troubles


def populate(seed: int, children: int) -> Places:
    """Write a small province at random, the same for the same seed; today must be pinned."""
    chance = Chance(seed)
    with transaction.atomic():
        make_indicators()
        make_catalogues()
        places = make_province()
        make_buildings(chance, places)
        lives = make_lives(chance, places, children)
        make_troubles(chance, lives)
        make_weighings(chance, lives, places)
        recognise_communes(chance, places)
    return places

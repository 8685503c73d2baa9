"""From what people write to a place."""

import pytest

from mangnon.places.errors import NoPlaces, UnknownPlace
from mangnon.places.resolve import resolve
from mangnon.places.tests.cast import AFTER, BEFORE, new, old


def test_a_bare_code_means_the_place_of_the_day(area: dict[str, int]) -> None:
    assert resolve("n1", BEFORE).key == old("n1")
    assert resolve(" n1 ", AFTER).key == new("n1")


def test_a_key_means_one_place_on_any_map(area: dict[str, int]) -> None:
    assert resolve(old("n1"), AFTER).key == old("n1")
    assert resolve("n1@2021-06-01", BEFORE).key == new("n1")


def test_a_code_of_another_day_says_when_it_lived_and_who_came_after(
    area: dict[str, int],
) -> None:
    with pytest.raises(UnknownPlace) as refused:
        resolve("n3", AFTER)
    told = str(refused.value)
    assert "đến trước 01/07/2020" in told and "until 2020-07-01" in told
    assert new("n1") in told and new("mid") in told


def test_a_name_leads_to_the_code(area: dict[str, int]) -> None:
    with pytest.raises(UnknownPlace, match=r"Xã mid \(mid@2020-07-01\)"):
        resolve("Xã Míd", AFTER)


def test_a_code_that_never_was_points_to_the_list(area: dict[str, int]) -> None:
    with pytest.raises(UnknownPlace, match="mangnon places list"):
        resolve("zzzzzzzz", AFTER)


@pytest.mark.parametrize("text", ["n1@", "n1@2020", "n1@yesterday"])
def test_a_day_that_is_none_is_told(area: dict[str, int], text: str) -> None:
    with pytest.raises(UnknownPlace, match="sau dấu @"):
        resolve(text, AFTER)


def test_without_places_it_says_to_apply_a_pack(db: None) -> None:
    with pytest.raises(NoPlaces, match="pack apply"):
        resolve("n1", AFTER)

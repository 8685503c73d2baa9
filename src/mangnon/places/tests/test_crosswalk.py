"""Carrying figures between maps."""

import pytest

from mangnon.audit.warrants import Warrant
from mangnon.places.crosswalk import (
    Crosswalk,
    Heir,
    answerable_until,
    demand_answerable,
    stays_whole,
    weights,
)
from mangnon.places.errors import NotOnThatMap
from mangnon.places.models import Place
from mangnon.places.tests.cast import AFTER, BEFORE, MERGER, new, old


def test_a_whole_place_passes_to_its_heir(area: dict[str, int]) -> None:
    heirs = Crosswalk.between(BEFORE, AFTER).shares(area[old("n2")])
    assert heirs == [Heir(area[new("n1")], 1.0, False)]


def test_a_split_place_passes_by_share_and_is_estimated(area: dict[str, int]) -> None:
    heirs = Crosswalk.between(BEFORE, AFTER).shares(area[old("s1")])
    assert {heir.place_id: round(heir.share, 9) for heir in heirs} == {
        area[new("mid")]: 0.666666667,
        area[new("s2")]: 0.333333333,
    }
    assert all(heir.estimated for heir in heirs)


def test_a_place_that_lives_on_stays_itself(area: dict[str, int]) -> None:
    s4 = area[old("s4")]
    assert Crosswalk.between(BEFORE, AFTER).shares(s4) == [Heir(s4, 1.0, False)]
    assert Crosswalk.between(AFTER, BEFORE).shares(s4) == [Heir(s4, 1.0, False)]


def test_sources_are_the_inverse(area: dict[str, int]) -> None:
    sources = Crosswalk.between(BEFORE, AFTER).sources(area[new("mid")])
    assert {one.place_id: round(one.share, 3) for one in sources} == {
        area[old("n3")]: 0.5,
        area[old("s1")]: 0.667,
    }


def test_back_is_only_for_whole_heirs(area: dict[str, int]) -> None:
    back = Crosswalk.between(AFTER, BEFORE)
    assert back.shares(area[new("t")]) == [Heir(area[old("s3")], 1.0, False)]
    assert back.sources(area[old("s3")]) == [Heir(area[new("t")], 1.0, False)]
    with pytest.raises(NotOnThatMap, match="nhiều đơn vị cũ"):
        back.shares(area[new("n1")])
    with pytest.raises(NotOnThatMap, match="đất của nơi khác"):
        back.sources(area[old("n2")])


def test_an_area_of_whole_heirs_takes_new_figures(area: dict[str, int]) -> None:
    sources = Crosswalk.between(AFTER, BEFORE).sources(area[old("area")])
    communes = {area[new(code)] for code in ("n1", "mid", "s2", "t")} | {area[old("s4")]}
    assert {one.place_id for one in sources} == communes


def test_a_district_that_ended_without_heirs_is_refused(area: dict[str, int]) -> None:
    with pytest.raises(NotOnThatMap, match="không có đơn vị kế thừa"):
        Crosswalk.between(BEFORE, AFTER).shares(area[old("north")])


def test_a_place_that_does_not_live_is_refused(area: dict[str, int]) -> None:
    with pytest.raises(NotOnThatMap, match="01/06/2015"):
        Crosswalk.between(BEFORE, AFTER).shares(area[new("mid")])
    with pytest.raises(NotOnThatMap):
        weights(area[new("mid")], BEFORE)


def test_weights_of_a_new_commune_are_its_sources_by_share(area: dict[str, int]) -> None:
    found = weights(area[new("n1")], AFTER)
    shares = {place: (weight.share, weight.estimated) for place, weight in found.items()}
    assert shares == {
        area[new("n1")]: (1.0, False),
        area[old("n1")]: (1.0, False),
        area[old("n2")]: (1.0, False),
        area[old("n3")]: (0.5, True),
    }


def test_weights_of_an_old_district_end_with_it(area: dict[str, int]) -> None:
    north = area[old("north")]
    assert set(weights(north, BEFORE)) == {area[old(code)] for code in ("n1", "n2", "n3")}
    assert answerable_until(north, BEFORE) == MERGER
    assert not stays_whole(Place.objects.get(pk=north))
    with pytest.raises(NotOnThatMap, match="01/07/2020"):
        demand_answerable(north, BEFORE, AFTER)
    demand_answerable(north, BEFORE, BEFORE)


def test_weights_of_the_area_hold_every_generation_whole(area: dict[str, int]) -> None:
    for day in (BEFORE, AFTER):
        found = weights(area[old("area")], day)
        assert len(found) == 11
        assert all(weight.share == 1.0 and not weight.estimated for weight in found.values())
    assert answerable_until(area[old("area")], BEFORE) is None


def test_an_old_commune_whose_heir_is_itself_takes_new_figures(area: dict[str, int]) -> None:
    found = weights(area[old("s3")], BEFORE)
    assert set(found) == {area[old("s3")], area[new("t")]}
    assert stays_whole(Place.objects.get(pk=area[old("s3")]))


def test_shares_that_miss_one_by_rounding_are_made_to_fit(
    area: dict[str, int], warrant: Warrant
) -> None:
    total = sum(h.share for h in Crosswalk.between(BEFORE, AFTER).shares(area[old("s1")]))
    assert abs(total - 1.0) < 1e-12

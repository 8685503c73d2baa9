"""The tree of a day."""

from datetime import date

import pytest
from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.places import actions
from mangnon.places.errors import NoPlaces, NotOnThatMap
from mangnon.places.gazetteer import NamingRow, PlaceRow
from mangnon.places.tests.cast import AFTER, BEFORE, MERGER, OPENING, new, old
from mangnon.places.tree import Tree
from mangnon.places.world import settled


def test_there_is_no_root_before_the_first_pack(db: None) -> None:
    with pytest.raises(NoPlaces, match="pack apply"):
        _ = Tree.on(BEFORE).root


def test_a_day_before_the_data_says_when_they_begin(area: dict[str, int]) -> None:
    with pytest.raises(NoPlaces, match="01/01/2010"):
        _ = Tree.on(date(1999, 1, 1)).root


def test_three_levels_before_the_merger_and_two_after(area: dict[str, int]) -> None:
    assert Tree.on(BEFORE).level(area[old("n1")]) == 2
    assert Tree.on(AFTER).level(area[new("n1")]) == 1


def test_the_day_of_the_merger_is_already_the_new_map(area: dict[str, int]) -> None:
    assert Tree.on(MERGER).find("n1").key == new("n1")
    assert Tree.on(date(2020, 6, 30)).find("n1").key == old("n1")


def test_path_leads_from_the_root_to_the_place(area: dict[str, int]) -> None:
    way = [area[old(code)] for code in ("area", "north", "n2")]
    assert Tree.on(BEFORE).path(way[-1]) == way
    assert Tree.on(BEFORE).ancestors(way[-1]) == [way[1], way[0]]


def test_leaves_are_the_communes_below(area: dict[str, int]) -> None:
    tree = Tree.on(BEFORE)
    north = {area[old(code)] for code in ("n1", "n2", "n3")}
    assert set(tree.leaves(area[old("north")])) == north
    assert len(tree.leaves(tree.root)) == 7
    assert tree.leaves(area[old("n1")]) == (area[old("n1")],)


def test_find_knows_codes_and_keys(area: dict[str, int]) -> None:
    tree = Tree.on(AFTER)
    assert tree.find("s2").id == tree.find(new("s2")).id == area[new("s2")]
    assert tree.find(old("s2")) is None
    assert tree.find("nowhere") is None


def test_a_place_of_another_day_is_not_on_the_map(area: dict[str, int]) -> None:
    with pytest.raises(NotOnThatMap):
        Tree.on(AFTER).children(area[old("north")])


def test_names_and_styles_are_those_of_the_day(area: dict[str, int], warrant: Warrant) -> None:
    actions.name_places(
        [NamingRow(old("s4"), OPENING, date(2012, 1, 1), "huyen", "Huyện Cũ", "Old District")],
        warrant=warrant,
    )
    place = area[old("s4")]
    assert Tree.on(date(2011, 12, 31)).place(place).name_vi == "Huyện Cũ"
    assert Tree.on(date(2011, 12, 31)).place(place).style == "huyen"
    assert Tree.on(date(2012, 1, 1)).place(place).name_vi == "Xã s4"


def test_places_are_sorted_by_their_own_names_in_vietnamese_order(warrant: Warrant) -> None:
    names = (("1", "phuong", "Phường Đông"), ("2", "xa", "Xã Dầu"), ("3", "xa", "Xã Ân"))
    rows = [PlaceRow(c, OPENING, None, "commune", s, n, n) for c, s, n in names]
    actions.add_places(rows, warrant=warrant)
    assert [unit.code for unit in Tree.on(BEFORE)] == ["3", "2", "1"]


def test_a_change_is_seen_at_once(area: dict[str, int], warrant: Warrant) -> None:
    assert Tree.on(AFTER).find("late") is None
    row = PlaceRow("late", MERGER, None, "commune", "xa", "Xã Sau", "Sau Commune")
    actions.add_places([row], warrant=warrant)
    assert Tree.on(AFTER).find("late") is not None


def test_what_was_taken_back_is_not_kept(area: dict[str, int], warrant: Warrant) -> None:
    row = PlaceRow("late", MERGER, None, "commune", "xa", "Xã Sau", "Sau Commune")
    sid = transaction.savepoint()
    actions.add_places([row], warrant=warrant)
    assert Tree.on(AFTER).find("late") is not None
    transaction.savepoint_rollback(sid)
    assert Tree.on(AFTER).find("late") is None


def test_a_tree_is_built_once(
    area: dict[str, int], django_assert_num_queries: pytest.FixtureRequest
) -> None:
    first = Tree.on(BEFORE)
    with django_assert_num_queries(1):  # only whether anything changed
        assert Tree.on(date(2016, 2, 3)) is first


def test_what_is_settled_is_asked_for_once(
    area: dict[str, int], warrant: Warrant, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    row = PlaceRow("late", MERGER, None, "commune", "xa", "Xã Sau", "Sau Commune")
    Tree.on(AFTER)
    with settled():
        with django_assert_num_queries(1):
            seen = [Tree.on(AFTER), Tree.on(AFTER)]
        actions.add_places([row], warrant=warrant)
        assert Tree.on(AFTER) is seen[0]
    assert Tree.on(AFTER).find("late") is not None


def test_nothing_is_asked_where_no_place_is(
    db: None, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    with django_assert_num_queries(0), settled():
        pass

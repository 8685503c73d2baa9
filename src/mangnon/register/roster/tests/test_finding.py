"""Searches and pages against a plain Python search over the same invented children."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.register.roster.filters import Filters
from mangnon.register.roster.finding import CAP, Count, day_number, find
from mangnon.register.roster.pages import turn_page
from mangnon.register.roster.query import understood
from mangnon.register.roster.ragged import Ragged
from mangnon.register.roster.rows import Rows
from mangnon.register.roster.state import State
from mangnon.register.roster.vocabulary import Vocabulary
from mangnon.text.folding import words
from mangnon.text.sorting import person_sort_key
from mangnon.text.tone import exact

SYLLABLES = ["Nguyễn", "Thị", "Thi", "Hà", "Hạ", "Ha", "Đường", "Dương", "Hoà", "Hòa", "Ánh", "An"]
NAMES = st.lists(st.sampled_from(SYLLABLES), max_size=5).map(" ".join)
PLACES = [1, 2, 3]


@dataclass(frozen=True)
class Invented:
    """A child as the plain search sees it."""

    id: int
    name: str
    place: int
    born: int
    girl: int
    guardians: tuple[str, ...]


CHILDREN = st.lists(
    st.tuples(
        st.integers(1, 30),
        NAMES,
        st.sampled_from(PLACES),
        st.integers(14_000, 16_000),
        st.integers(0, 1),
        st.lists(NAMES, max_size=2).map(tuple),
    ).map(lambda row: Invented(*row)),
    max_size=25,
    unique_by=lambda child: child.id,
)
SCOPES = st.none() | st.sets(st.sampled_from([*PLACES, 99]))


def rows_of(children, vocabulary):
    names = [vocabulary.codes_of(child.name) for child in children]
    guardians = [vocabulary.codes_of(name) for child in children for name in child.guardians]
    owned = np.cumsum([0, *(len(child.guardians) for child in children)])

    def column(name, kind):
        return np.array([getattr(child, name) for child in children], dtype=kind)

    return Rows(
        id=column("id", np.int64),
        place=column("place", np.int32),
        born=column("born", np.int32),
        girl=column("girl", np.int8),
        status=np.zeros(len(children), dtype=np.int8),
        seq=np.zeros(len(children), dtype=np.int64),
        middle=np.array([vocabulary.middle_of(name) for name in names], dtype=np.int32),
        names=Ragged.of(names),
        guardians=owned.astype(np.int32),
        guardian_names=Ragged.of(guardians),
    )


def state_of(children, changed=()):
    """A state in whose small part stand the changed, in place of those of the same id."""
    vocabulary = Vocabulary()
    state = State.of(rows_of(children, vocabulary), vocabulary)
    if changed:
        state = state.changed(rows_of(list(changed), vocabulary), np.zeros(0, dtype=np.int64))
    return state


def plainly(children, text, scope):
    """Who holds every word of the text, by id: slow, and easy to believe."""
    typed = words(text)
    return {
        child.id
        for child in children
        if (scope is None or child.place in scope)
        and typed
        and all(any(word in held for held in words(child.name)) for word in typed)
    }


def latest(children, changed):
    now = {child.id: child for child in children} | {child.id: child for child in changed}
    return list(now.values())


TEXTS = st.lists(
    st.sampled_from(["nguyen", "thi", "ha", "Hạ", "đương", "h", "oa", "hoà", "g", "Ánh", "x"]),
    max_size=3,
).map(" ".join)


@given(CHILDREN, CHILDREN, TEXTS, SCOPES)
def test_a_search_finds_whom_the_plain_one_finds(children, changed, text, scope):
    found = find(state_of(children, changed), understood(text), scope=scope, limit=100)
    expected = plainly(latest(children, changed), text, scope)
    assert {hit.id for hit in found.hits} == expected
    assert len(found.hits) == found.count.value == len(expected)


@given(CHILDREN, CHILDREN, TEXTS, SCOPES, st.integers(1, 6))
def test_few_hits_are_the_first_of_many(children, changed, text, scope, limit):
    state, query = state_of(children, changed), understood(text)
    every = find(state, query, scope=scope, limit=100)
    assert find(state, query, scope=scope, limit=limit).hits == every.hits[:limit]
    assert [hit.score for hit in every.hits] == sorted((h.score for h in every.hits), reverse=True)


@given(CHILDREN, TEXTS, SCOPES)
def test_one_guardian_answers_every_word(children, text, scope):
    found = find(state_of(children), understood(f"con bà {text}"), scope=scope, limit=100)
    expected = {
        child.id
        for child in children
        for name in child.guardians
        if plainly([Invented(child.id, name, child.place, 0, 0, ())], text, scope)
    }
    assert {hit.id for hit in found.hits} == expected


@given(CHILDREN, CHILDREN, SCOPES, st.integers(1, 7))
def test_pages_show_everyone_once_in_the_order_of_names(children, changed, scope, size):
    state, after, shown = state_of(children, changed), None, []
    while True:
        page = turn_page(state, Filters(), scope=scope, after=after, size=size)
        assert page.first == len(shown) + 1
        shown += page.ids
        after = page.after
        if after is None:
            break
    listed = [one for one in latest(children, changed) if scope is None or one.place in scope]
    listed.sort(key=lambda one: (person_sort_key(exact(one.name)), one.born, one.id))
    assert shown == [one.id for one in listed]
    assert page.count == Count(len(listed), more=False)


@pytest.mark.parametrize(("sort", "sign"), [("oldest", 1), ("youngest", -1)])
@given(children=CHILDREN)
def test_pages_by_birth(sort, sign, children):
    ids = turn_page(state_of(children), Filters(), scope=None, sort=sort, size=100).ids
    born = {one.id: one.born for one in children}
    key = {one.id: person_sort_key(exact(one.name)) for one in children}
    assert ids == sorted(ids, key=lambda one: (sign * born[one], key[one], one))


@given(CHILDREN, CHILDREN, TEXTS, st.sampled_from(PLACES))
def test_nobody_outside_the_scope_changes_an_answer(children, others, text, place):
    inside = [one for one in children if one.place == place]
    outside = [one for one in latest(others, children) if one.place != place]
    alone, among = state_of(inside), state_of([*inside, *outside])
    query, scope = understood(text), {place}
    assert find(alone, query, scope=scope, limit=5) == find(among, query, scope=scope, limit=5)
    for after in (None, *(turn_page(alone, Filters(), scope=scope, size=2).after,)):
        pages = [turn_page(s, Filters(), scope=scope, after=after, size=2) for s in (alone, among)]
        assert pages[0] == pages[1]


def crowd(count, name="Nguyễn Thị An", place=1, first=1):
    return [Invented(first + n, name, place, 15_000 + n, n % 2, ()) for n in range(count)]


def test_only_rows_of_the_scope_are_looked_at():
    """Then no clock can tell how many bear a name elsewhere."""
    state = state_of([*crowd(3, place=1), *crowd(400, place=2, first=100)])
    looked_at = [end - first for first, end in state.large.segment.within({1})]
    assert looked_at == [3]


def test_more_than_the_cap_are_not_counted():
    state = state_of(crowd(CAP + 5))
    assert find(state, understood("an"), scope=None, limit=1).count == Count(CAP, more=True)
    assert turn_page(state, Filters(), scope=None).count == Count(CAP, more=True)


def test_a_cursor_of_a_child_elsewhere_tells_nothing():
    state = state_of([*crowd(4), Invented(50, "Hà", 2, 0, 0, ())])
    from mangnon.register.roster.pages import Cursor

    pages = [
        turn_page(state, Filters(), scope={1}, after=Cursor(child, 2)) for child in (50, 12345)
    ]
    assert pages[0] == pages[1]


def test_a_list_whose_last_shown_child_left_skips_nobody():
    children = crowd(6)
    first = turn_page(state_of(children), Filters(), scope={1}, size=3)
    left = [one for one in children if one.id != first.ids[-1]]
    second = turn_page(state_of(left), Filters(), scope={1}, size=3, after=first.after)
    assert second.ids == [4, 5, 6]


def test_many_changes_melt_into_the_large_part():
    state = state_of(crowd(10), crowd(6_000, name="Lê Ổi", first=5))
    assert (len(state), len(state.small.segment)) == (6_004, 0)
    assert find(state, understood("oi"), scope=None, limit=1).count == Count(CAP, more=True)


@given(st.integers(0, 17), st.integers(0, 17), st.sampled_from(["", "m", "f"]))
def test_filters_of_age_and_sex(least, most, sex):
    from mangnon import clock

    today = date(2024, 2, 29)
    born = [today - timedelta(days=n) for n in (0, 1, 364, 365, 366, 1461, 1462, 5_000, 6_300)]
    children = [
        Invented(n, "An", 1, day_number(day), n % 2, ()) for n, day in enumerate(born, start=1)
    ]

    def age(day):
        return today.year - day.year - ((today.month, today.day) < (day.month, day.day))

    with clock.pinned(today):
        filters = Filters(age_from=least, age_to=most, sex=sex)
        ids = turn_page(state_of(children), filters, scope=None).ids
    assert sorted(ids) == [
        n
        for n, day in enumerate(born, start=1)
        if least <= age(day) <= most and sex in ("", "f" if n % 2 else "m")
    ]


@pytest.mark.parametrize(
    ("text", "name", "guardian", "born_from", "born_before"),
    [
        ("nguyen 2015", ("nguyen",), (), date(2015, 1, 1), date(2016, 1, 1)),
        ("12/2016 man", ("man",), (), date(2016, 12, 1), date(2017, 1, 1)),
        ("10-3-2015", (), (), date(2015, 3, 10), date(2015, 3, 11)),
        ("31/2/2015", ("31", "2", "2015"), (), None, None),
        ("Mận con bà Hoà", ("mận",), ("hòa",), None, None),
        ("van con", ("van", "con"), (), None, None),
        ("con", ("con",), (), None, None),
    ],
)
def test_what_is_typed_is_understood(text, name, guardian, born_from, born_before):
    query = understood(text)
    assert (query.name, query.guardian) == (name, guardian)
    assert (query.born_from, query.born_before) == (born_from, born_before)
    assert repr(query) == "Query(…)"

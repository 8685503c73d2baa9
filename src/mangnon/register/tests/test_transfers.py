"""A child from elsewhere: one exact answer or none, and a file that passes on with its leave."""

from datetime import date, timedelta

import pytest

from mangnon import clock
from mangnon.access.doors import operator_warrant
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.register import actions, identity
from mangnon.register.actions.askings import ASKINGS_A_DAY, Asked, ReasonTooShort, TooManyAskings
from mangnon.register.errors import RegisterError, WrongDay, WrongIdentity, WrongState
from mangnon.register.models import Asking, Child, Transfer
from mangnon.register.queries import file_kept_at, home
from mangnon.register.tests.conftest import TODAY
from mangnon.register.tests.marks import forget, marked

NAME, BORN = "Nguyễn Thị Hòa Mẫu", date(2015, 3, 10)
WHY = "Gia đình vừa chuyển về ở"


@pytest.fixture
def hoa(enter, an_son):
    return enter(an_son, BORN, name=NAME)


@pytest.fixture
def ask(binh_minh, warrant):
    def one(name=NAME, born_on=BORN, sex="", reason=WHY, by=warrant, purpose="moved_in"):
        asked = Asked(name=name, born_on=born_on, sex=sex)
        return actions.ask_elsewhere(
            asked, place=binh_minh, purpose=purpose, reason=reason, warrant=by
        )

    return one


@pytest.fixture
def transfer(hoa, ask, warrant):
    return actions.request_transfer(ask(), reason=WHY, warrant=warrant)


def at(warrant, *places):
    """The same leave, for some places only."""
    return Warrant(
        actor=warrant.actor, right=warrant.right, acts=warrant.acts,
        place_ids=frozenset(place.pk for place in places),
    )  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"name": "nguyễn thị HOÀ  mẫu"},  # the other tone style, other cases and spaces
        {"name": "Nguyễn Thị Ho\u0300a Mẫu"},  # letters and marks apart
        {"sex": "f"},
    ],
)
def test_an_exact_name_and_birth_finds_the_child(hoa, ask, asked):
    assert ask(**asked).child == hoa


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "Nguyen Thi Hoa Mau"},
        {"name": "Nguyễn Thị Hoa Mẫu"},
        {"name": "Nguyễn Hòa Mẫu"},
        {"name": "Nguyễn Thị Hòa"},
        {"born_on": BORN + timedelta(days=1)},
        {"sex": "m"},
    ],
)
def test_whatever_is_near_finds_nobody(hoa, ask, asked):
    assert ask(**asked).child is None


def test_two_who_answer_are_no_answer(hoa, ask, enter, binh_minh):
    enter(binh_minh, BORN, name=NAME)
    assert ask().child is None


def test_who_died_or_is_known_by_year_is_not_found(ask, enter, an_son, warrant):
    gone = enter(an_son, BORN, name=NAME)
    actions.record_death(gone, died_on=date(2020, 1, 1), warrant=warrant)
    enter(an_son, date(2016, 5, 5), name="Lê Mẫu", birth_precision="year")
    assert ask().child is None
    assert ask(name="Lê Mẫu", born_on=date(2016, 7, 1)).child is None


def test_every_asking_is_one_entry_with_the_question_sealed(hoa, ask):
    for asked in ({}, {"name": "Ai Đó Mẫu"}):
        before = Entry.objects.count()
        asking = ask(**asked)
        entry = Entry.objects.latest("pk")
        assert (Entry.objects.count(), entry.act) == (before + 1, "register.ask")
        about = f"register.child:{hoa.uuid}" if not asked else f"register.asking:{asking.uuid}"
        assert entry.subject == about
        found = asking.child is not None
        assert entry.data == {"purpose": "moved_in", "found": found, "asking": str(asking.uuid)}
        assert bytes(entry.reason_sealed)
        assert "Mẫu" not in f"{entry.reason}{entry.data}{entry.subject}"
        assert b"H\xc3\xb2a" not in bytes(Asking.objects.latest("pk").asked_sealed)
        assert WHY in identity.open_asking(asking)


def test_a_person_asks_so_many_times_a_day(ask):
    for _ in range(ASKINGS_A_DAY):
        ask(name="Ai Đó Mẫu")
    with pytest.raises(TooManyAskings):
        ask()
    assert Asking.objects.count() == ASKINGS_A_DAY
    assert ask(by=operator_warrant("Khác", "test")).pk
    with clock.pinned(TODAY + timedelta(days=1)):
        assert ask().pk


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"reason": "  vì thế "}, ReasonTooShort),
        ({"purpose": "curiosity"}, ReasonTooShort),
        ({"name": " "}, WrongIdentity),
    ],
)
def test_an_asking_without_sense_is_refused(ask, asked, error):
    with pytest.raises(error):
        ask(**asked)
    assert not Asking.objects.exists()


def test_asking_needs_leave_at_the_asking_place(ask, warrant, an_son):
    with pytest.raises(NoWarrant):
        ask(by=at(warrant, an_son))


def test_a_release_moves_the_child_and_both_places_recount(
    hoa, transfer, an_son, binh_minh, warrant
):
    forget()
    day = date(2024, 6, 1)
    actions.release_child(transfer, moved_on=day, warrant=at(warrant, an_son))
    transfer.refresh_from_db()
    assert (transfer.state, home(hoa).place) == ("released", binh_minh)
    assert set(marked("children")) == {"101", "102"}
    entries = Entry.objects.order_by("-pk")[:2]
    assert {(one.act, one.place_code) for one in entries} == {
        ("register.release_child", an_son.key), ("register.receive_child", binh_minh.key),
    }  # fmt: skip
    assert {one.subject for one in entries} == {f"register.child:{hoa.uuid}"}
    hoa.refresh_from_db()
    assert file_kept_at(hoa) == binh_minh.pk


def test_a_child_who_had_left_is_released_by_its_last_place(hoa, ask, an_son, binh_minh, warrant):
    actions.move_away(hoa, left_on=date(2024, 1, 1), warrant=warrant)
    transfer = actions.request_transfer(ask(), reason=WHY, warrant=warrant)
    with pytest.raises(NoWarrant):
        actions.release_child(transfer, moved_on=date(2024, 2, 1), warrant=at(warrant, binh_minh))
    actions.release_child(transfer, moved_on=date(2024, 2, 1), warrant=at(warrant, an_son))
    assert home(hoa).place == binh_minh


def test_only_who_keeps_the_file_answers(transfer, binh_minh, warrant):
    with pytest.raises(NoWarrant):
        actions.release_child(transfer, moved_on=TODAY, warrant=at(warrant, binh_minh))
    with pytest.raises(NoWarrant):
        actions.refuse_transfer(transfer, reason=WHY, warrant=at(warrant, binh_minh))
    transfer.refresh_from_db()
    assert transfer.state == "asked"


def test_a_release_that_cannot_be_leaves_all_as_it_was(hoa, transfer, an_son, warrant):
    with pytest.raises(WrongDay):
        actions.release_child(transfer, moved_on=date(2025, 1, 1), warrant=warrant)
    transfer.refresh_from_db()
    assert (transfer.state, home(hoa).place) == ("asked", an_son)


def test_a_refusal_says_why_and_moves_nobody(hoa, transfer, an_son, warrant):
    actions.refuse_transfer(transfer, reason="Trẻ vẫn sống ở đây", warrant=at(warrant, an_son))
    transfer.refresh_from_db()
    assert (transfer.state, home(hoa).place) == ("refused", an_son)
    child = Child.objects.select_related("data_key").get(pk=hoa.pk)
    assert identity.open_words(child, "transfer", transfer.answer_sealed) == "Trẻ vẫn sống ở đây"


@pytest.mark.parametrize("act", ["release", "refuse", "withdraw"])
def test_an_answered_request_is_answered_no_more(transfer, warrant, act):
    actions.withdraw_transfer(transfer, warrant=warrant)
    acts = {
        "release": lambda: actions.release_child(transfer, moved_on=TODAY, warrant=warrant),
        "refuse": lambda: actions.refuse_transfer(transfer, reason=WHY, warrant=warrant),
        "withdraw": lambda: actions.withdraw_transfer(transfer, warrant=warrant),
    }
    with pytest.raises(WrongState):
        acts[act]()


def test_a_request_rests_on_an_answer_of_ones_own_and_of_today(hoa, ask, warrant, transfer):
    nobody = ask(name="Ai Đó Mẫu")
    mine = Asking.objects.order_by("pk").first()
    refused = [
        (nobody, warrant),
        (mine, operator_warrant("Khác", "test")),
        (mine, warrant),  # one request is open already
    ]
    for asking, by in refused:
        with pytest.raises(RegisterError):
            actions.request_transfer(asking, reason=WHY, warrant=by)
    with clock.pinned(TODAY + timedelta(days=2)), pytest.raises(RegisterError):
        actions.request_transfer(mine, reason=WHY, warrant=warrant)
    assert Transfer.objects.count() == 1

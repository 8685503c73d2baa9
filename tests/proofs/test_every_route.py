"""Every private route × every role × every place: who gets in, what she sees, what is recorded.

The table below is written by hand, from what each role is for; it shares nothing with the table
of rights. A route without a row fails, and so does a row without anybody who gets in.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from mangnon import clock
from mangnon.access import factors
from mangnon.access.actions import end_role, give_role
from mangnon.access.doors import leave, system_warrant
from mangnon.audit.models import Entry
from mangnon.places.actions import succeed
from mangnon.places.tests.cast import AFTER, BEFORE, MERGER, put, small_area
from mangnon.register import actions
from mangnon.register.access import token_of
from mangnon.register.models import AssistanceKind, Child, CircumstanceGroup
from mangnon.register.particulars import Particulars
from tests.support.desk import signed_in
from tests.support.led import led, task
from tests.support.officers import SECRET, living, officer
from tests.support.rosters import own_roster

pytestmark = pytest.mark.django_db
# Who is what, and which communes she reaches.
PEOPLE = {
    "an": ("officer", {"n1"}),
    "binh": ("officer", {"n2"}),
    "chi": ("station", {"n1"}),
    "dung": ("above", {"n1", "n2"}),
    "giang": ("above", {"n1", "n2", "s1"}),
    "ha": ("auditor", set()),
    "kien": ("administrator", set()),
    "khach": ("citizen", set()),
    "stranger": ("stranger", set()),
}
CHILDREN = {"n1": "Nguyễn Thị Mận Mẫu", "n2": "Trần Văn Đào Mẫu", "s1": "Phạm Thị Lựu Mẫu"}
EVERYBODY = {role for role, _ in PEOPLE.values()}
SIGNED_IN = EVERYBODY - {"stranger"}


@dataclass(frozen=True)
class Row:
    """One route: which roles get in where they reach, and what they then see and leave."""

    roles: set[str]
    of: str = ""  # whose the address is: a "child", a "thing" of its commune, or nobody's
    shows: str = ""  # {name} is the child's
    leaves: str = ""  # the entry of the reading, naming the child
    opened: bool = False  # the file is opened for a purpose first
    post: dict[str, str] = field(default_factory=dict)  # sent instead of opening the address
    status: int = 200
    args: Callable[["World", str], list[object] | None] = lambda world, code: []


def child(*roles: str, shows: str = "{name}", **words: object) -> Row:
    """A route under a child's address."""
    return Row(set(roles), of="child", shows=shows, **words)


def act(*roles: str, **words: object) -> Row:
    """A page that acts on a child: it shows the name, and that is a reading."""
    return child(*roles, leaves="register.name", **words)


def held(kind: str) -> Callable[["World", str], list[object] | None]:
    """Return what names, in an address, the thing of a kind that belongs to a commune."""
    return lambda world, code: world.things[kind].get(code)


def thing(kind: str, *roles: str, **words: object) -> Row:
    """A route under the address of a thing that belongs to a commune."""
    return Row(set(roles), of="thing", args=held(kind), **words)


def person(*roles: str, kind: str = "person", **words: object) -> Row:
    """A page about Chi, who works in n1."""
    return Row(set(roles), args=lambda world, code: world.things[kind]["n1"], **words)


def own(status: int = 200, shows: str = "") -> Row:
    return Row(SIGNED_IN, shows=shows, status=status)


def free(status: int = 200, shows: str = "") -> Row:
    return Row(EVERYBODY, shows=shows, status=status)


NOBODY = uuid4()
OFFICER, STATION, ABOVE = "officer", "station", "above"
ROUTES = {
    "desk": own(shows="Việc của tôi"),
    "visits": own(shows="Lượt xem"),
    "register:list": Row({OFFICER, STATION, ABOVE}, shows="Mẫu"),
    "register:search": Row({OFFICER, STATION, ABOVE}),
    "register:file": child(OFFICER, ABOVE, leaves="register.read", opened=True),
    "register:reveal": child(
        OFFICER, ABOVE, shows="030213000123", leaves="register.reveal_document", opened=True,
        post={"what": "document"},
    ),
    "register:weighdays": Row({OFFICER, STATION}, shows="Các buổi cân đo"),
    "register:open_weighday": Row({OFFICER, STATION}, shows="Mở buổi cân đo"),
    "register:village": Row({OFFICER, STATION, ABOVE}, shows="Danh sách theo thôn"),
    "register:due_services": Row({OFFICER}, shows="Dịch vụ đến hạn"),
    "register:without_evidence": Row({OFFICER}, shows="Chưa có giấy tờ"),
    "register:follow_ups": Row({OFFICER}, shows="Chờ theo dõi lại"),
    "register:export": Row({OFFICER, ABOVE}, shows="Xuất danh sách"),
    "register:keep_view": Row({OFFICER, STATION, ABOVE}, post={"title": "Mẫu"}, status=302),
    "register:drop_view": Row({OFFICER, STATION, ABOVE}, post={"x": "y"}, status=404,
                              args=lambda world, code: [NOBODY]),
    "register:who": child(OFFICER, ABOVE, shows="Ai xem được"),
    "register:weighday": thing("day", OFFICER, STATION, shows="{name}"),
    "register:add_to_weighday": thing("day", OFFICER, STATION),
    "register:record_weighday": thing("day", OFFICER, STATION),
    "register:close_weighday": thing("day", OFFICER, STATION),
    "register:weighday_paper": thing("day", OFFICER, STATION, shows="{name}"),
    "register:strike": act(OFFICER, STATION, args=held("weighing")),
    "register:correct_weighing": act(OFFICER, STATION, args=held("weighing")),
    "register:guardian": act(OFFICER, args=held("guardian")),
    "register:remove_guardian": act(OFFICER, args=held("guardian")),
    "register:household": act(OFFICER),
    "register:join_household": act(OFFICER),
    "register:ask": Row({OFFICER}, shows="Hỏi hồ sơ"),
    "register:receive": Row({OFFICER}, shows="Tiếp nhận"),
    "register:asked": thing("asking", OFFICER),
    "register:withdraw": thing("asked_for", OFFICER),
    "register:transfers": Row({OFFICER, ABOVE}, shows="Yêu cầu chuyển hồ sơ"),
    "register:release": thing("asked_of", OFFICER, ABOVE, shows="{name}"),
    "register:heirs": Row({OFFICER}, shows="chia tách"),
    "people": Row({ABOVE, "auditor", "administrator"}, shows="Mọi người"),
    "person": person(ABOVE, "auditor", "administrator", shows="Chi Thị Mẫu"),
    "loans": Row({ABOVE, "auditor", "administrator"}),
    "invite": Row({"administrator"}, shows="Mời một người"),
    "roster": Row({"administrator"}, shows="Mời nhiều người"),
    "roster-template": Row({"administrator"}),
    "codes": Row({"administrator"}),
    "unconfirmed": Row({"administrator"}, shows="Khách Văn Mẫu"),
    "unconfirmed-batch": person("administrator", kind="batch", shows="Khách Văn Mẫu"),
    "give-role": person("administrator", shows="Chi Thị Mẫu"),
    "end-role": person("administrator", kind="holding", shows="Chi Thị Mẫu"),
    "confirm-role": person("administrator", kind="holding", shows="Chi Thị Mẫu"),
    "hand-over": person("administrator", shows="Chi Thị Mẫu"),
    "give-code": person("administrator", shows="Chi Thị Mẫu"),
    "close-account": person("administrator", shows="Chi Thị Mẫu"),
    "ask-reset": person("administrator", "auditor", shows="Chi Thị Mẫu"),
    "confirm-reset": person("administrator", "auditor", shows="Chi Thị Mẫu"),
    "trail": Row({"auditor"}),
    "borrow": Row({"administrator"}, shows="Nhận quyền tạm thời"),
    "register:enter": Row({OFFICER}, shows="Thêm một trẻ"),
    "register:birth": Row({OFFICER}, shows="mới sinh"),
    "register:correct": act(OFFICER),
    "register:weigh": act(OFFICER, STATION),
    "register:move": act(OFFICER),
    "register:death": act(OFFICER),
    "register:begin_circumstance": act(OFFICER),
    "register:end_circumstance": act(OFFICER, args=held("spell")),
    "register:evidence": act(OFFICER, args=held("spell")),
    "register:assist": act(OFFICER),
    "register:reintegrate": act(OFFICER),
    "register:deliver": act(OFFICER, args=held("service")),
    "register:approve_plan": act(OFFICER),
    "register:close_plan": act(OFFICER, args=held("plan")),
    "register:follow_up": act(OFFICER, args=held("outcome")),
    # who leads: what is decided is every officer's to know; what was inspected, within reach
    "steering:lines": Row({OFFICER, ABOVE}, shows="Ủy ban n1 Mẫu"),
    "steering:office": Row({OFFICER, ABOVE}, shows="Ủy ban n1 Mẫu", args=held("office")),
    "steering:committees": Row({OFFICER, ABOVE}, shows="Ban Chỉ đạo n1 Mẫu"),
    "steering:set_up": Row({OFFICER, ABOVE}, shows="Ghi một ban chỉ đạo"),
    "steering:committee": Row({OFFICER, ABOVE}, shows="Ban Chỉ đạo n1 Mẫu",
                              args=held("committee")),
    "steering:seat": thing("committee", OFFICER, ABOVE, shows="Thêm thành viên"),
    "steering:end_committee": thing("committee", OFFICER, ABOVE, shows="Kết thúc ban"),
    "steering:inspections": Row({OFFICER, ABOVE}, shows="Các cuộc kiểm tra"),
    "steering:inspect": Row({OFFICER, ABOVE}, shows="Ghi một cuộc kiểm tra"),
    "steering:inspection": thing("inspection", OFFICER, ABOVE, shows="Thấy ở"),
    "steering:find": thing("inspection", OFFICER, ABOVE, shows="Thêm phát hiện"),
    "steering:close_inspection": thing("inspection", OFFICER, ABOVE, shows="Ghi kết luận"),
    "steering:hand_finding": thing("finding", ABOVE, shows="Thấy ở"),
    "steering:reviews": Row({OFFICER, ABOVE}, shows="Sơ kết, tổng kết"),
    "steering:review": Row({OFFICER, ABOVE}, shows="Ghi một cuộc sơ kết"),
    "steering:commendations": Row({OFFICER, ABOVE}, shows="Khen thưởng"),
    "steering:commend": Row({OFFICER, ABOVE}, shows="Ghi một khen thưởng"),
    # what is done and paid for
    "efforts:tasks": Row({OFFICER, ABOVE}, shows="Nhiệm vụ Mẫu"),
    "efforts:task": Row({OFFICER, ABOVE}, shows="Nhiệm vụ Mẫu", args=lambda w, c: ["led"]),
    "efforts:add_measure": Row({OFFICER, ABOVE}, shows="Ghi một biện pháp"),
    "efforts:measure": thing("measure", OFFICER, ABOVE, shows="Biện pháp"),
    "efforts:set_budget": thing("measure", OFFICER, ABOVE, shows="Ghi kinh phí"),
    "efforts:pilots": Row({OFFICER, ABOVE}, shows="Mô hình n1 Mẫu"),
    "efforts:add_pilot": Row({OFFICER, ABOVE}, shows="Ghi một mô hình"),
    "efforts:pilot": Row({OFFICER, ABOVE}, shows="Mô hình n1 Mẫu", args=held("pilot")),
    "efforts:add_site": Row({OFFICER, ABOVE}, shows="Mô hình n1 Mẫu", args=held("pilot")),
    "efforts:end_site": thing("site", OFFICER, ABOVE, shows="Kết thúc mô hình"),
    "efforts:campaigns": Row({OFFICER, ABOVE}, shows="Truyền thông n1 Mẫu"),
    "efforts:begin_campaign": Row({OFFICER, ABOVE}, shows="Ghi một đợt truyền thông"),
    "efforts:campaign": Row({OFFICER, ABOVE}, shows="Truyền thông n1 Mẫu",
                            args=held("campaign")),
    "efforts:add_channel": thing("campaign", OFFICER, ABOVE, shows="Thêm kênh"),
    "efforts:say_effect": thing("campaign", OFFICER, ABOVE, shows="Ghi hiệu quả"),
    "efforts:proposals": Row({OFFICER, ABOVE}, shows="Đề xuất n1 Mẫu"),
    "efforts:propose": Row({OFFICER, ABOVE}, shows="Ghi một đề xuất"),
    "efforts:proposal": Row({OFFICER, ABOVE}, shows="Đề xuất n1 Mẫu", args=held("proposal")),
    "efforts:take": thing("proposal", OFFICER, ABOVE, shows="Bước tiếp theo"),
    "efforts:partners": Row({OFFICER, ABOVE}, shows="Người đóng góp"),
    "efforts:add_partner": Row({OFFICER, ABOVE}, shows="Ghi một người đóng góp"),
    "efforts:partner": thing("partner", OFFICER, ABOVE, shows="Công ty"),
    "efforts:pledge": thing("partner", OFFICER, ABOVE, shows="Ghi một cam kết"),
    "efforts:fund": Row({OFFICER, ABOVE}, shows="Quỹ Bảo trợ trẻ em"),
    "efforts:receive": Row({ABOVE}, shows="Ghi khoản thu"),
    "efforts:give": Row({ABOVE}, shows="Ghi khoản chi"),
    "efforts:publish": Row({ABOVE}, shows="Công khai thu, chi"),
}  # fmt: skip


@dataclass(frozen=True)
class Own:
    """A page of one's own account, or of signing in: it names nobody else.

    ``mine`` and ``strange``: the answers to who is signed in, and to who is not; a stranger who
    gets no page is led to the sign-in.
    """

    mine: tuple[int, ...] = (200,)
    strange: int = 302
    args: tuple[object, ...] = ()


ACCOUNT = {
    "my-account": Own(),
    "my-rights": Own(),
    "sessions": Own(),
    "language": Own(),
    "leave-directory": Own((404,)),
    "one-time-code": Own(strange=200),
    "give-back": Own((404, 405), args=(NOBODY,)),
    "account_login": Own((302,), strange=200),
    "account_logout": Own(),
    "account_inactive": Own(strange=200),
    "account_reauthenticate": Own(),
    "account_change_password": Own(),
    "mfa_index": Own(),
    "mfa_authenticate": Own((302,)),
    "mfa_login_webauthn": Own((302,)),
    "mfa_reauthenticate": Own((200, 302)),
    "mfa_reauthenticate_webauthn": Own((302,)),
    # What changes a second factor asks for the password once more.
    "mfa_activate_totp": Own((302,)),
    "mfa_deactivate_totp": Own((302, 404)),
    "mfa_generate_recovery_codes": Own((302,)),
    "mfa_view_recovery_codes": Own((302, 404)),
    "mfa_download_recovery_codes": Own((302, 404)),
    "mfa_list_webauthn": Own(),
    "mfa_add_webauthn": Own((302,)),
    "mfa_remove_webauthn": Own((404,), strange=302, args=(NOBODY,)),
    "mfa_edit_webauthn": Own((404,), strange=302, args=(NOBODY,)),
    "socialaccount_login_cancelled": Own(strange=200),
    "socialaccount_login_error": Own((401,), strange=401),
    "openid_connect_login": Own((404, 405), strange=405, args=("nobody",)),
    "openid_connect_callback": Own((404,), strange=404, args=("nobody",)),
}


@dataclass
class World:
    """The small area with a child in each of three communes, and everybody at her desk."""

    children: dict[str, Child]
    things: dict[str, dict[str, list[object]]]
    desks: dict[str, Client]


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Made once: every test that asks for it leaves it as it was."""
    with own_roster(), django_db_blocker.unblock(), clock.pinned(BEFORE), rolled_back():
        put(small_area(), system_warrant("test"))
        yield _made()


def _made() -> World:
    warrant = system_warrant("test")
    group = CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="Khuyết tật", name_en="D", lasting=True,
        valid_from=date(2005, 1, 1),
    )  # fmt: skip
    kind = AssistanceKind.objects.create(code="k", name_vi="Học bổng", name_en="S", qualifies=True)
    world = World({}, defaultdict(dict), {})
    for code, name in CHILDREN.items():
        who = Particulars(name=name, sex="f", birth_date=date(2013, 3, 10), document="030213000123")
        one = actions.register_child(who, place=living(code), warrant=warrant)
        begun = actions.begin_circumstance(
            one, group=group, valid_from=date(2015, 1, 1), warrant=warrant
        )
        plan = actions.approve_plan(
            one, approved_on=date(2015, 2, 1), services=[(kind, date(2015, 9, 1))], warrant=warrant
        )
        outcome = actions.record_reintegration(
            one, reached_on=date(2015, 3, 1), in_family=True, in_school_or_care=True,
            no_new_harm=True, goals_met=True, warrant=warrant,
        )  # fmt: skip
        world.children[code] = one
        weighed = actions.record_measurement(
            one, measured_on=date(2015, 3, 1), weight_kg=11.0, warrant=warrant
        )
        mother = actions.set_guardian(
            one, None, relation="mother", name="Lê Thị Mẹ Mẫu", warrant=warrant
        )
        day = actions.open_weighday(
            place=living(code), day=date(2015, 5, 1), children=[one.pk], warrant=warrant
        )
        world.things["spell"][code] = [token_of(begun, one)]
        world.things["service"][code] = [token_of(plan.services.get(), one)]
        world.things["plan"][code] = [token_of(plan, one)]
        world.things["outcome"][code] = [token_of(outcome, one)]
        world.things["weighing"][code] = [token_of(weighed, one)]
        world.things["guardian"][code] = [token_of(mother, one)]
        world.things["day"][code] = [day.uuid]
    of_plan = task()
    for code in CHILDREN:
        for kind, named in led(living(code), of_plan, warrant).items():
            world.things[kind][code] = named
    for asker, here, there in (("an", "n1", "n2"), ("binh", "n2", "n1")):
        _asked(world, officer(asker), here, there)
    chi = officer("chi")
    world.things["person"]["n1"] = [chi.uuid]
    # Lan gave Khách a role over the children of n1: it waits, and Khách is a citizen still.
    given = give_role(
        officer("khach"), "child_officer", living("n1"),
        warrant=leave(officer("lan"), "people.manage").warrant(),
    )  # fmt: skip
    world.things["batch"]["n1"] = [given.batch]
    world.things["holding"]["n1"] = [chi.uuid, chi.holdings.get().uuid]
    for name in PEOPLE:
        world.desks[name] = Client() if name == "stranger" else signed_in(officer(name))
    return world


def _asked(world: World, who, here: str, there: str) -> None:
    """An officer asks after the child of the other commune, and for its file."""
    warrant = leave(who, "register.ask").warrant("chuyển đến ở")
    asking = actions.ask_elsewhere(
        actions.Asked(CHILDREN[there], date(2013, 3, 10)), place=living(here),
        purpose="moved_in", reason="Gia đình chuyển đến ở", warrant=warrant,
    )  # fmt: skip
    transfer = actions.request_transfer(asking, reason="Gia đình chuyển đến ở", warrant=warrant)
    world.things["asking"][here] = [asking.uuid]
    world.things["asked_for"][here] = [transfer.uuid]
    world.things["asked_of"][there] = [transfer.uuid]


def private_routes() -> dict[str, str]:
    """Return every route of the private house: its name and its address.

    The editors' house has a proof of its own, ``test_editors_house``.
    """

    def walk(patterns, prefix="", space=""):
        for pattern in patterns:
            where = prefix + str(pattern.pattern)
            if where == "desk/cms/":
                continue
            if isinstance(pattern, URLResolver):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern.url_patterns, where, inner)
            elif isinstance(pattern, URLPattern) and where.startswith("desk/"):
                yield f"{space}{pattern.name}", where

    return dict(walk(get_resolver().url_patterns))


def plain(answer) -> str:
    """The page without its forms' tokens, which are new each time."""
    text = re.sub(r'(name="sending" value=|X-CSRFToken": )"[^"]*"', "…", answer.content.decode())
    return re.sub(r"[A-Za-z0-9]{64}", "…", text)


def test_every_route_has_its_row_and_every_row_its_route():
    assert sorted(private_routes()) == sorted([*ROUTES, *ACCOUNT, "register:assign"])


def test_every_row_lets_somebody_in_where_she_reaches():
    for name, row in ROUTES.items():
        within = [who for who, (role, reached) in PEOPLE.items() if role in row.roles]
        assert within, name
        assert not row.of or any(PEOPLE[who][1] for who in within), name


def test_children_of_a_split_commune_are_assigned_by_its_heirs_and_nobody_else():
    """The one route that leads nowhere before the merger."""
    warrant = system_warrant("test")
    with clock.pinned(BEFORE):
        put(small_area(), warrant)
        who = Particulars(name=CHILDREN["n1"], sex="f", birth_date=date(2013, 3, 10))
        actions.register_child(who, place=living("n3"), warrant=warrant)
        split = living("n3")
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=warrant)
        address = reverse("register:assign", args=[split.code, split.valid_from.isoformat()])
        heir, other = officer("khach"), officer("en", on=MERGER)
        give_role(heir, "child_officer", living("mid", MERGER), warrant=warrant)
        end_role(other.holdings.get(), warrant=warrant)
        give_role(other, "child_officer", living("t", MERGER), warrant=warrant)
        for user in (heir, other):
            if not factors.has_one(user):
                TOTP.activate(user, SECRET)
        page = signed_in(heir).get(address)
        assert page.status_code == 200
        assert CHILDREN["n1"] in page.content.decode()
        assert signed_in(other).get(address).status_code == 404
        assert Client().get(address).status_code == 302


@pytest.mark.parametrize("route", ACCOUNT)
def test_an_account_is_its_owners_and_shows_no_child(world, route):
    row = ACCOUNT[route]
    address = reverse(route, args=row.args)
    for who, desk in world.desks.items():
        with rolled_back():
            answer = desk.get(address)
        expected = (row.strange,) if who == "stranger" else row.mine
        assert answer.status_code in expected, who
        text = answer.content.decode()
        assert not any(name in text for name in CHILDREN.values())
        if who == "stranger" and row.strange == 302:
            assert answer["Location"].startswith("/desk/tai-khoan/dang-nhap/")


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("route", ROUTES)
def test_who_gets_in_what_she_sees_and_what_is_recorded(world, route, who):
    row = ROUTES[route]
    for code in CHILDREN if row.of else ["n1"]:
        if row.args(world, code) is None:  # nothing of this kind belongs there
            continue
        with rolled_back():
            _tried(world, route, row, who, code)


def _tried(world: World, route: str, row: Row, who: str, code: str) -> None:
    role, reached = PEOPLE[who]
    whose = world.children[code]
    address = reverse(route, args=_named(world, row, code))
    allowed = role in row.roles and (not row.of or code in reached)
    if row.opened and allowed:
        file = reverse("register:file", args=[whose.uuid])
        world.desks[who].post(file, {"purpose": "care", "words": ""})
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    desk = world.desks[who]
    answer = desk.post(address, row.post) if row.post else desk.get(address)
    entries = list(Entry.objects.filter(pk__gt=last))
    if allowed:
        _let_in(row, answer, entries, whose, code)
    elif who == "stranger":
        assert answer.status_code == 302
        assert answer["Location"].startswith("/desk/tai-khoan/dang-nhap/")
        assert entries == []
    else:
        assert answer.status_code == 404
        assert CHILDREN[code] not in answer.content.decode()
        assert entries == []
        _same_as_nothing(world, route, row, who, answer, code)


def _let_in(row: Row, answer, entries: list[Entry], whose: Child, code: str) -> None:
    assert answer.status_code == row.status
    if row.shows:
        assert row.shows.format(name=CHILDREN[code]) in answer.content.decode()
    if row.leaves:
        subject = f"register.child:{whose.uuid}"
        left = [one for one in entries if one.act == row.leaves]
        assert [one.subject for one in left] == [subject]
        assert left[0].right.split("/")[0].startswith("register.")


def _named(world: World, row: Row, code: str) -> list[object]:
    named = list(row.args(world, code) or [])
    return [world.children[code].uuid, *named] if row.of == "child" else named


def _same_as_nothing(world: World, route: str, row: Row, who: str, answer, code: str) -> None:
    """What is not hers answers like what does not exist."""
    if row.of:
        nobody = reverse(route, args=[uuid4(), *_named(world, row, code)[1:]])
        desk = world.desks[who]
        other = desk.post(nobody, row.post) if row.post else desk.get(nobody)
        assert (other.status_code, plain(other)) == (answer.status_code, plain(answer))

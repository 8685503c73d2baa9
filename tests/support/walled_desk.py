"""A day at the desk in a process that PostgreSQL knows as the desk's role, and as no other.

``prepare`` is run as the owner, ``walk`` as the desk: each page really opened, each form sent,
each transaction committed. Returns what the trail holds of it.
"""

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from mangnon.places.tests.cast import AFTER, BEFORE, MERGER
from tests.support.desk import fill, send
from tests.support.officers import PASSWORD, app_code, living, officer

OFFICERS = ("an", "binh", "chi", "dung", "ha", "kien", "khach")
BORN = date(2013, 3, 10)
MAN, MO, BA = "Nguyễn Thị Mận Mẫu", "Nguyễn Thị Mơ Mẫu", "Đỗ Thị Ba Mẫu"
WHY = "Gia đình vừa chuyển về ở"
_BEGINNINGS = {"names": b"\xd0\xcf\x11\xe0", "csv": b"\xef\xbb\xbf", "xlsx": b"PK"}
SIGN_IN = "/desk/tai-khoan/dang-nhap/"


def prepare() -> dict[str, str]:
    """Put the small area, its officers, and two sisters of one household in two communes."""
    from mangnon.access.doors import system_warrant
    from mangnon.places.tests.cast import put, small_area
    from mangnon.register import actions
    from mangnon.register.models import AssistanceKind, CircumstanceGroup, EvidenceKind
    from mangnon.register.particulars import Particulars

    warrant = system_warrant("test")
    put(small_area(), warrant)
    for name in OFFICERS:
        officer(name)
    CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="Khuyết tật", name_en="D", lasting=True,
        valid_from=date(2005, 1, 1),
    )  # fmt: skip
    EvidenceKind.objects.create(code="e", name_vi="Quyết định", name_en="Decision")
    AssistanceKind.objects.create(code="k", name_vi="Học bổng", name_en="S", qualifies=True)
    home, found = actions.register_household(address="Thôn Mẫu", warrant=warrant), {}
    for code, name in (("n1", MAN), ("n2", MO)):
        who = Particulars(name=name, sex="f", birth_date=BORN, document="030213000123")
        child = actions.register_child(who, place=living(code), household=home, warrant=warrant)
        found[code] = str(child.uuid)
        kind = AssistanceKind.objects.get()
        actions.approve_plan(
            child, approved_on=date(2015, 4, 1), services=[(kind, date(2015, 5, 1))],
            warrant=warrant,
        )  # fmt: skip
    who = Particulars(name=BA, sex="f", birth_date=BORN)
    found["n3"] = str(actions.register_child(who, place=living("n3"), warrant=warrant).uuid)
    return found


def merge() -> None:
    """Carry the merger out: the commune of Ba is split, and an officer of one heir begins."""
    from mangnon.access.doors import system_warrant
    from mangnon.places.actions import succeed

    succeed(MERGER, warrant=system_warrant("test"))
    officer("en", on=MERGER)


def chooses_heirs(children: dict[str, str]) -> list[str]:
    """Say in which heir a child of the split commune lives; return the acts of the trail."""
    from mangnon.audit.models import Entry
    from mangnon.register.models import Child
    from mangnon.walls import within

    en, old = enter("en"), living("n3", BEFORE)
    where = reverse("register:assign", args=[old.code, old.valid_from.isoformat()])
    seen(en.get(reverse("register:heirs")), where)
    heir = living("n1", AFTER)
    answer = send(en, where, seen(en.get(where), BA), heir=str(heir.pk), child=children["n3"])
    assert answer.status_code == 302, words(answer)
    with within([heir.pk]):
        assert Child.objects.get(uuid=children["n3"]).home_id == heir.pk
    return sorted(set(Entry.objects.values_list("act", flat=True)))


def walk(children: dict[str, str]) -> list[str]:
    """Live the day; return the acts that the trail holds."""
    from mangnon.audit.models import Entry
    from mangnon.audit.sealing import seal_waiting

    an, binh, chi = enter("an"), enter("binh"), enter("chi")
    man = UUID(children["n1"])
    look(an)
    open_file(an, man)
    acts_on(an, man)
    corrects(an, man)
    enters(an)
    weigh_day(chi)
    takes_away(an)
    passes_on(an, binh, man)
    administers(enter("kien"))
    seen(enter("ha").get(reverse("trail")), "register.weigh")
    assert seal_waiting().entries > 0
    return sorted(set(Entry.objects.values_list("act", flat=True)))


def enter(name: str) -> Client:
    """Sign in as a person does: a wrong password, the right one, the code of the app."""
    browser = Client()
    assert browser.post(SIGN_IN, {"login": name, "password": "sai"}).status_code == 200
    answer = browser.post(SIGN_IN, {"login": name, "password": PASSWORD})
    if answer["Location"] != "/desk/":
        answer = browser.post(answer["Location"], {"code": app_code()})
    assert answer.status_code == 302, (name, words(answer))
    seen(browser.get("/desk/"), "Việc của tôi")
    return browser


def words(page: HttpResponse) -> str:
    return page.content.decode()


def seen(page: HttpResponse, text: str = "") -> HttpResponse:
    assert page.status_code == 200, (page.status_code, text)
    assert text in words(page), text
    return page


def sent(browser: Client, name: str, /, *args: Any, **answers: Any) -> HttpResponse:
    """Fill a form in and see that it was taken."""
    answer = fill(browser, reverse(name, args=args), **answers)
    assert answer.status_code == 302, (name, words(answer)[-4000:])
    return answer


def look(an: Client) -> None:
    """Lists, a search, filters kept; nobody of the next commune is there."""
    page = words(seen(an.get(reverse("register:list")), MAN))
    assert MO not in page
    found = an.post(reverse("register:search"), {"q": "nguyen thi m"}, follow=True)
    assert MAN in words(found)
    assert MO not in words(found)
    keep = {"name": "Bé gái", "filters": "gioi=f"}
    seen(an.post(reverse("register:keep_view"), keep, follow=True), "Bé gái")
    lists = ("due_services", "without_evidence", "follow_ups", "village", "weighdays")
    for name in (*lists, "transfers", "heirs"):
        seen(an.get(reverse(f"register:{name}")))
    for name in ("my-account", "my-rights", "sessions"):
        seen(an.get(reverse(name)))


def open_file(an: Client, man: UUID) -> None:
    """Say why, read, reveal; a sister of the next commune is counted and not named."""
    file = reverse("register:file", args=[man])
    told = {"purpose": "care", "words": "Thăm hộ"}
    page = words(seen(an.post(file, told, follow=True), MAN))
    assert "1 anh, chị, em ở nơi khác" in page
    assert MO not in page
    shown = an.post(reverse("register:reveal", args=[man]), {"what": "document"})
    seen(shown, "030213000123")
    seen(an.get(reverse("register:who", args=[man])), "An Thị Mẫu")


def acts_on(an: Client, man: UUID) -> None:
    """Weigh, begin and end a circumstance, give assistance, what was planned too; a birth."""
    from mangnon.register.access import token_of
    from mangnon.register.models import (
        AssistanceKind,
        Child,
        CircumstanceGroup,
        EvidenceKind,
        PlannedService,
    )
    from mangnon.walls import within

    group, kind = CircumstanceGroup.objects.get(), AssistanceKind.objects.get()
    sent(an, "register:weigh", man, weight_kg="11", length_cm="86", measured_on="1/5/2015")
    sent(an, "register:begin_circumstance", man, group=str(group.pk), valid_from="1/4/2015")
    sent(an, "register:assist", man, kind=str(kind.pk), delivered_on="2/4/2015")
    with within([living("n1").pk]):
        child = Child.objects.get(uuid=man)
        spell = token_of(child.circumstances.get(), child)
        weighing = token_of(child.measurements.get(), child)
        promised = token_of(child.plans.get(), child)
        service = token_of(PlannedService.objects.get(plan__child=child), child)
    paper = {"evidence": str(EvidenceKind.objects.get().pk), "evidence_number": "17/QĐ-UBND"}
    sent(an, "register:evidence", man, spell, **paper)
    sent(an, "register:end_circumstance", man, spell, ended_on="1/5/2015", reason="improved")
    sent(an, "register:correct_weighing", man, weighing, weight_kg="11,2")
    sent(an, "register:deliver", man, service, delivered_on="1/5/2015")
    sent(an, "register:close_plan", man, promised, closed_on="1/5/2015", reason="goals_met")
    sent(an, "register:reintegrate", man, reached_on="1/5/2015", in_family="on")
    plan = {"approved_on": "2/4/2015", "kind_1": str(kind.pk), "due_1": "1/9/2015"}
    sent(an, "register:approve_plan", man, **plan)
    with within([living("n1").pk]):
        outcome = token_of(child.reintegrations.get(), child)
    held = {"followed_up_on": "1/5/2015", "still_holds": "yes"}
    sent(an, "register:follow_up", man, outcome, **held)
    sent(an, "register:birth", place=str(living("n1").pk), born_on="1/5/2015", sex="f")


def corrects(an: Client, man: UUID) -> None:
    """Correct who she is, who cares for her; her sister's household is not hers to change."""
    sent(an, "register:correct", man, name=f"{MAN}", birth="10/3/2013", document="030213000124")
    told = {"relation": "mother", "name": "Lê Thị Mẹ Mẫu", "telephone": "0912345678"}
    sent(an, "register:guardian", man, **told)
    shared = fill(an, reverse("register:household", args=[man]), address="Thôn Đoài Mẫu")
    assert (shared.status_code, "hồ sơ do nơi khác giữ" in words(shared)) == (422, True)


def enters(an: Client) -> None:
    """Enter a child and a birth; the one joins the other's household, dies, moves away."""
    here = str(living("n1").pk)
    told = {"place": here, "name": "Lê Thị Na Mẫu", "sex": "f", "birth": "3/2014",
            "ethnic_group": "kinh", "citizen": "yes", "kind": "permanent",
            "address": "Thôn Mẫu", "step": "send"}  # fmt: skip
    na = _child_of(sent(an, "register:enter", **told))
    other = _child_of(sent(an, "register:enter", **{**told, "name": "Lê Văn Ổi Mẫu", "sex": "m"}))
    page = fill(an, reverse("register:join_household", args=[na]), q="van oi")
    joined = send(an, reverse("register:join_household", args=[na]), page, child=str(other))
    assert joined.status_code == 302, words(joined)
    sent(an, "register:move", other, place="away", moved_on="1/5/2015")
    sent(an, "register:death", na, died_on="1/5/2015", step="send")


def _child_of(answer: HttpResponse) -> UUID:
    return UUID(re.findall(r"[0-9a-f-]{36}", answer["Location"])[0])


def weigh_day(chi: Client) -> None:
    """Open a day, type a row, record, print, close."""
    from mangnon.register.models import WeighRow
    from mangnon.register.showing.grid import mark_of
    from mangnon.walls import within

    day = sent(chi, "register:open_weighday", day="1/6/2015")["Location"]
    uuid = re.findall(r"[0-9a-f-]{36}", day)[0]
    with within([living("n1").pk]):
        row = mark_of(WeighRow.objects.earliest("pk"))
    typed = {"row": row, f"s{row}": 0, f"p{row}": "h", f"w{row}": "11,4"}
    assert chi.post(day, typed).status_code == 302
    sent(chi, "register:record_weighday", uuid)
    seen(chi.get(reverse("register:weighday_paper", args=[uuid])))
    sent(chi, "register:close_weighday", uuid)


def takes_away(an: Client) -> None:
    """Export with names behind a password, and without."""
    where = reverse("register:export")
    locked = re.search(r'name="password" value="([^"]+)"', words(an.get(where)))
    assert locked is not None
    for kind in ("names", "csv", "xlsx"):
        told = {"kind": kind, "reason": "campaign", "password": locked.group(1)}
        answer = an.post(where, told)
        assert answer.status_code == 200
        body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        assert body.startswith(_BEGINNINGS[kind])
        assert kind != "csv" or b"2013" in body


def passes_on(an: Client, binh: Client, man: UUID) -> None:
    """The next commune asks and requests; this one refuses, then releases, and reads no more."""
    for decision in ("refuse", "release"):
        told = {"name": MAN, "born_on": "10/3/2013", "purpose": "moved_in", "reason": WHY}
        asked = sent(binh, "register:ask", **told)["Location"]
        assert send(binh, asked, seen(binh.get(asked)), reason=WHY).status_code == 302
        listed = words(seen(an.get(reverse("register:transfers")), MAN))
        release = re.findall(r'href="(/desk/tre-em/yeu-cau/[0-9a-f-]{36}/)"', listed)[0]
        answer = fill(an, release, decision=decision, reason=WHY, moved_on="1/6/2015")
        assert answer.status_code == 302, words(answer)
    file = reverse("register:file", args=[man])
    assert (an.get(file).status_code, binh.get(file).status_code) == (404, 200)
    assert MAN not in words(an.get(reverse("register:list")))
    seen(binh.get(reverse("register:list")), MAN)


def administers(kien: Client) -> None:
    """Invite, give a role, borrow a right and give it back."""
    here = living("n1").pk
    told = {"name": "Mai Mẫu", "username": "mai", "role": "collaborator", "place": here}
    code = sent(kien, "invite", **told)["Location"]
    seen(kien.get(code))
    khach = officer("khach")
    seen(kien.get(reverse("people")), "Khách Văn Mẫu")
    sent(kien, "give-role", khach.uuid, role="collaborator", place=here)
    sent(kien, "end-role", khach.uuid, khach.holdings.get().uuid)
    sent(kien, "give-code", khach.uuid)
    why = "Kiểm tra phản ánh của công dân"
    sent(kien, "borrow", act="register.read", place=here, reason=why, hours="1")
    rights = words(kien.get(reverse("my-rights")))
    back = re.findall(r'action="(/desk/tai-khoan/muon-quyen/[^"]+/tra/)"', rights)[0]
    assert kien.post(back).status_code == 302


def live(role: str, words: list[str]) -> Any:
    """Do one part: the owner's, then the desk's, on a day before the merger; both after it."""
    import json

    from mangnon import clock

    parts = {"owner": prepare, "desk": walk, "owner later": merge, "desk later": chooses_heirs}
    told = [json.loads(word) for word in words]
    with clock.pinned(AFTER if "later" in role else BEFORE):
        return parts[role](*told)

"""The desk's part of the busy day: every kind of form with canaries typed in, sent, failed, lost.

What a page answers goes to the officer; what she takes away is laid among the exports.
"""

import html
import os
import re
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.support import busy_duties, busy_imports
from tests.support.canaries import CANARIES
from tests.support.desk import fill, send, signed_in

ENDED = 4  # forms whose sessions end under them
REASON = f"Theo lời kể của {CANARIES['reason']} hôm qua"
KEPT = f"Bạn của {CANARIES['name']}"
SLIP = f"nhầm {CANARIES['slip']}"
SIGN_IN = "/desk/tai-khoan/dang-nhap/"
HTMX = {"HTTP_HX_REQUEST": "true"}


def everything() -> None:
    """Walk the desk as a commune's officer, its neighbour, and an administrator."""
    an = enters_the_house("an")
    binh, kien = (_signed_in(name) for name in ("binh", "kien"))
    enters(an, "name")
    child = enters(an, "second name")
    reads(an, child)
    cares(an, child)
    proves(an, child)
    errs(an, child)
    weighs(an)
    passes_on(an, binh)
    takes_away(an)
    borrows(kien)
    asks_reset(kien)
    busy_duties.steps(an, _signed_in("dung"))
    busy_imports.steps(an)
    loses(an, child)
    breaks(an, child)


def enters_the_house(name: str) -> Client:
    """Sign in as a person does: a wrong password, the right one, the code of the app."""
    from axes.models import AccessAttempt

    from mangnon.access.account_models import Session
    from tests.support.officers import PASSWORD, app_code

    browser = Client()
    wrong = {"login": name, "password": f"{CANARIES['password']}9!"}
    assert browser.post(SIGN_IN, wrong).status_code == 200
    assert AccessAttempt.objects.filter(username=name).exists()
    answer = browser.post(SIGN_IN, {"login": name, "password": PASSWORD})
    answer = browser.post(answer["Location"], {"code": app_code()})
    assert answer.status_code == 302, _words(answer)
    assert Session.objects.exists()
    return browser


def remembered() -> None:
    """See that what was typed is kept, sealed: whoever has the keys reads it."""
    from mangnon.access.worded import kinds
    from mangnon.attachments.models import Attachment
    from mangnon.duties.models import Said
    from mangnon.imports.models import Import
    from mangnon.register import identity
    from mangnon.register.models import Circumstance, Guardian

    papers = {identity.open_paper(one, "number") for one in Circumstance.objects.all()}
    assert CANARIES["evidence"] in papers
    names = {identity.open_guardian(one) for one in Guardian.objects.select_related("child")}
    assert any(CANARIES["guardian"] in (name or "") for name in names)
    busy_duties.remembered()
    busy_imports.remembered()
    own = [kind for kind in kinds() if kind not in (Said, Attachment, Import)]
    typed = sorted(record.words for kind in own for record in kind.objects.all())
    assert typed == sorted([KEPT, REASON, REASON])


def _signed_in(name: str) -> Client:
    from allauth.mfa.totp.internal.auth import TOTP

    from mangnon.access.actions import add_person, give_role
    from mangnon.access.doors import system_warrant
    from mangnon.access.models import User
    from mangnon.places.models import Kind, Place
    from tests.support.officers import SECRET

    found = User.objects.filter(username=name).first()
    if found is None:
        warrant = system_warrant("test")
        living = Place.objects.filter(valid_to__isnull=True).order_by("pk")
        role, place = {
            "binh": ("child_officer", living.filter(kind=Kind.COMMUNE)[1]),
            "kien": ("administrator", living.filter(kind=Kind.PROGRAMME_AREA).get()),
            "dung": ("supervising_officer", living.filter(kind=Kind.PROGRAMME_AREA).get()),
        }[name]
        found = add_person(name, name=f"{name.title()} Mẫu", warrant=warrant)
        give_role(found, role, place, valid_from=place.valid_from, warrant=warrant)
        TOTP.activate(found, SECRET)
    return signed_in(found)


def _words(page: HttpResponse) -> str:
    return page.content.decode()


def _taken(browser: Client, name: str, /, *args: Any, **answers: Any) -> HttpResponse:
    """Send a form that is taken."""
    answer = fill(browser, reverse(f"register:{name}", args=args), **answers)
    assert answer.status_code == 302, (name, _words(answer)[-3000:])
    return answer


def _refused(browser: Client, name: str, /, *args: Any, **answers: Any) -> None:
    """Send a form that comes back, with what was typed on it."""
    answer = fill(browser, reverse(f"register:{name}", args=args), **answers)
    assert answer.status_code == 422, (name, answer.status_code)
    assert CANARIES["slip"] in _words(answer), name


def enters(an: Client, kind: str) -> UUID:
    """Enter a child with all that is asked; look at the answers before they are sent."""
    address = reverse("register:enter")
    form = _words(an.get(address))
    place = re.search(r'name="place"[^>]*>.*?value="(\d+)"', form, re.DOTALL)
    assert place is not None
    told = {
        "name": f"Vũ {CANARIES[kind]}", "sex": "f", "birth": "3/2021", "citizen": "yes",
        "ethnic_group": "kinh", "document": CANARIES["document"], "kind": "permanent",
        "address": f"Số 3 {CANARIES['address']}", "telephone": CANARIES["telephone"],
        "place": place.group(1), "lived_from": "1/12/2025",
    }  # fmt: skip
    checked = fill(an, address, **told, step="check")
    assert CANARIES[kind] in _words(checked)
    answer = send(an, address, checked, step="send")
    assert answer.status_code == 302, _words(answer)[-3000:]
    return UUID(re.findall(r"[0-9a-f-]{36}", answer["Location"])[0])


def reads(an: Client, child: UUID) -> None:
    """Open the file for a reason, reveal what is masked, look, keep filters."""
    from mangnon.register.models import Child

    file = reverse("register:file", args=[child])
    shown = an.post(file, {"purpose": "care", "words": REASON}, follow=True)
    assert CANARIES["second name"] in _words(shown)
    for what in ("document", "address", "telephone"):
        answer = an.post(reverse("register:reveal", args=[child]), {"what": what}, **HTMX)
        assert CANARIES[what][-4:] in _words(answer), what
    an.post(reverse("register:search"), {"q": CANARIES["second name"]}, follow=True)
    keep = {"name": KEPT, "filters": f"gioi=f&q={CANARIES['name']}"}
    kept = an.post(reverse("register:keep_view"), keep, follow=True)
    assert CANARIES["name"] in _words(kept)
    home = Child.objects.select_related("home").get(uuid=child).home
    village = an.get(reverse("register:village"), {"noi": home.key})
    assert CANARIES["second name"] in _words(village)


def cares(an: Client, child: UUID) -> None:
    """Guardian, home, weighing struck with a reason, identity corrected."""
    from mangnon.register.access import token_of
    from mangnon.register.models import Child

    told = {"relation": "mother", "name": f"Lê {CANARIES['guardian']}",
            "telephone": CANARIES["telephone"]}  # fmt: skip
    _taken(an, "guardian", child, **told)
    _taken(an, "household", child, address=f"Ngõ {CANARIES['address']}",
           telephone=CANARIES["telephone"])  # fmt: skip
    _taken(an, "weigh", child, weight_kg="14,5", length_cm="101", measured_on="10/1/2026")
    one = Child.objects.get(uuid=child)
    _taken(an, "strike", child, token_of(one.measurements.get(), one), reason=REASON)
    _taken(an, "correct", child, name=f"Vũ Thị {CANARIES['second name']}")


def proves(an: Client, child: UUID) -> None:
    """A circumstance with its paper; the paper corrected, and its number revealed."""
    from mangnon.register.access import token_of
    from mangnon.register.models import Child, CircumstanceGroup, EvidenceKind

    group = CircumstanceGroup.objects.filter(valid_to__isnull=True).earliest("pk")
    kind = str(EvidenceKind.objects.earliest("pk").pk)
    paper = {"evidence": kind, "evidence_on": "5/1/2026", "evidence_number": CANARIES["evidence"],
             "evidence_issuer": CANARIES["issuer"]}  # fmt: skip
    begun = {"group": str(group.pk), "valid_from": "2/1/2026"}
    _taken(an, "begin_circumstance", child, **begun, **paper)
    one = Child.objects.get(uuid=child)
    spell = token_of(one.circumstances.get(), one)
    _taken(an, "evidence", child, spell, evidence_issuer=f"Bà {CANARIES['issuer']}")
    told = {"what": f"evidence:{spell}"}
    answer = an.post(reverse("register:reveal", args=[child]), told, **HTMX)
    assert CANARIES["evidence"] in html.unescape(_words(answer))
    assert CANARIES["issuer"] in _words(an.get(reverse("register:file", args=[child])))


def errs(an: Client, child: UUID) -> None:
    """Type what cannot be into every form; each comes back with it."""
    _refused(an, "begin_circumstance", child, evidence_number=SLIP, evidence_issuer=SLIP)
    for name in ("weigh", "move", "death", "begin_circumstance", "assist", "reintegrate"):
        day = {"weigh": "measured_on", "move": "moved_on", "death": "died_on",
               "begin_circumstance": "valid_from", "assist": "delivered_on",
               "reintegrate": "reached_on"}[name]  # fmt: skip
        _refused(an, name, child, **{day: SLIP})
    _refused(an, "birth", born_on=SLIP)
    _refused(an, "enter", name=SLIP, birth="31/2/2020")
    _refused(an, "guardian", child, name=SLIP, telephone="1", relation="mother")
    _refused(an, "household", child, address=SLIP, telephone="1")
    _refused(an, "ask", name=SLIP, born_on="31/2/2020", purpose="moved_in", reason=REASON)
    _refused(an, "correct", child, name=SLIP, birth="31/2/2020")
    fill(an, reverse("register:join_household", args=[child]), q=CANARIES["name"])


def weighs(an: Client) -> None:
    """A weigh day: opened, typed, printed, recorded."""
    day = _taken(an, "open_weighday", day="15/1/2026")["Location"]
    uuid = re.findall(r"[0-9a-f-]{36}", day)[0]
    row, other = re.findall(r'name="row" value="([^"]+)"', _words(an.get(day)))[:2]
    typed = {"row": row, f"s{row}": 0, f"p{row}": "h", f"w{row}": "14,2", f"l{row}": "99",
             f"n{row}": REASON}  # fmt: skip
    assert an.post(day, typed, **HTMX).status_code == 200
    strayed = {"row": other, f"s{other}": 0, f"p{other}": "h", f"w{other}": CANARIES["slip"]}
    assert an.post(day, strayed, **HTMX).status_code == 200
    paper = an.get(reverse("register:weighday_paper", args=[uuid]))
    assert paper.status_code == 200
    fill(an, reverse("register:add_to_weighday", args=[uuid]), q=CANARIES["name"])
    fill(an, reverse("register:record_weighday", args=[uuid]))


def passes_on(an: Client, binh: Client) -> None:
    """The next commune asks after a child by name, and requests; the keeper refuses with words."""
    told = {"name": f"Trần {CANARIES['name']}", "born_on": "1/5/2019", "purpose": "moved_in"}
    asked = _taken(binh, "ask", **told, reason=REASON)["Location"]
    assert binh.get(asked).status_code == 200
    only = {"name": f"Vũ Thị {CANARIES['second name']}", "born_on": "1/3/2021"}
    _taken(binh, "receive", **only, purpose="school", reason=REASON)
    assert an.get(reverse("register:transfers")).status_code == 200


def takes_away(an: Client) -> None:
    """Export with names behind a password, and without; both are left lying on the disk."""
    where = reverse("register:export")
    locked = re.search(r'name="password" value="([^"]+)"', _words(an.get(where)))
    assert locked is not None
    exports = Path(os.environ["MANGNON_DATA"]).with_name("exports")
    for kind in ("names", "csv", "xlsx"):
        told = {"kind": kind, "reason": "campaign", "basis": "", "password": locked.group(1)}
        answer = an.post(where, told)
        assert answer.status_code == 200
        file = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
        assert file, kind
        (exports / f"list-{kind}").write_bytes(file)


def borrows(kien: Client) -> None:
    """An administrator borrows a right and looks by it; why is on every screen that says so."""
    place = re.search(r'<option value="(\d+)"', _words(kien.get(reverse("borrow"))))
    assert place is not None
    told = {"act": "register.read", "place": place.group(1), "reason": REASON, "hours": "1"}
    answer = fill(kien, reverse("borrow"), **told)
    assert answer.status_code == 302, _words(answer)[-3000:]
    for page in ("loans", "my-rights"):
        assert REASON in _words(kien.get(reverse(page))), page


def asks_reset(kien: Client) -> None:
    """An administrator asks for a second factor to be reset, and says how she knows who it is."""
    from mangnon.access.models import User

    who = User.objects.get(username="binh").uuid
    answer = fill(kien, reverse("ask-reset", args=[who]), reason=REASON)
    assert answer.status_code == 302, _words(answer)[-3000:]
    assert REASON in _words(kien.get(reverse("person", args=[who])))


def loses(an: Client, child: UUID) -> None:
    """Four sessions end in the middle of a form; what was typed is kept for its owner."""
    text = f"đang ghi {CANARIES['unfinished']}"
    lost = {
        reverse("register:guardian", args=[child]): {"name": text, "relation": "mother"},
        reverse("register:household", args=[child]): {"address": text},
        reverse("register:ask"): {"name": text, "reason": text, "purpose": "school"},
        reverse("register:enter"): {"name": text, "address": text},
    }
    assert len(lost) == ENDED
    for address, typed in lost.items():
        page = an.get(address)
        assert page.status_code == 200, address
        answer = send(Client(), address, page, **typed)
        assert "typed" in answer["Location"], address


def breaks(an: Client, child: UUID) -> None:
    """A page fails in the middle: what the program writes of it goes to the logs."""
    from unittest.mock import patch

    broken = "mangnon.register.views.care.guardian.actions.set_guardian"
    address = reverse("register:guardian", args=[child])
    page = an.get(address)
    an.raise_request_exception = False
    with patch(broken, side_effect=RuntimeError("a page that fails")):
        told = {"name": SLIP, "relation": "mother", "telephone": CANARIES["telephone"]}
        assert send(an, address, page, **told).status_code == 500
    an.raise_request_exception = True

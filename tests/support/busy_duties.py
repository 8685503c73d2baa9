"""The duties' part of the busy day: canaries in every word of a duty's way, and in its files."""

import io
import os
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.support.canaries import CANARIES
from tests.support.desk import fill

QUESTION = f"Mẹ cháu hỏi {CANARIES['narrative']} có phải làm không?"
ANSWER = f"Hỏi bà {CANARIES['guardian']} rồi làm."
LATER = f"Chờ {CANARIES['reason']} về."
GRANTED = f"Được, chờ {CANARIES['second name']}."
RESULT = f"Đã đến nhà {CANARIES['name']}, {CANARIES['address']}."
AGAIN = f"Thiếu giấy của {CANARIES['issuer']}."
SLIP = f"nhầm {CANARIES['slip']}"
LIST = f"Danh sách {CANARIES['name']}.docx"
PHOTOGRAPH = f"Ảnh {CANARIES['second name']}.jpg"
_DESCRIPTION = 0x010E  # what a camera writes of a picture
_LARGE = 3 << 20  # bytes: more than the web server's program keeps in memory by itself


def steps(an: Client, dung: Client) -> None:
    """A duty is asked about, answered, put off, reported with files, sent back, given up."""
    held = _handed(an)
    _taken(an, "step", held, "ask", words=QUESTION)
    _taken(dung, "answer", held, "answer", words=ANSWER)
    _taken(an, "step", held, "accept")
    _taken(an, "ask_time", held, until="20/2/2026", reason=LATER)
    _taken(dung, "answer_time", held, grant="yes", words=GRANTED)
    errs(an, held)
    told = {"words": RESULT, "on": "15/1/2026"}
    _taken(an, "step", held, "report", files=[_list(), _photograph()], **told)
    reads(dung, held)
    _taken(dung, "answer", held, "send_back", words=AGAIN)
    _taken(an, "step", held, "report", words=RESULT, on="15/1/2026")
    late = dung.get(reverse("duties:answers"))
    assert late.status_code == 200


def errs(an: Client, held: Any) -> None:
    """A file that is not what its name says: the form comes back with what was typed on it."""
    wrong = io.BytesIO(f"<html>{CANARIES['slip']}".encode())
    wrong.name = f"{CANARIES['slip']}.jpg"
    where = reverse("duties:step", args=[held.uuid, "report"])
    answer = fill(an, where, words=SLIP, on="15/1/2026", files=wrong)
    assert answer.status_code == 422
    assert SLIP in _words(answer)


def reads(dung: Client, held: Any) -> None:
    """Who handed it down reads it all, and opens the files."""
    from mangnon.duties.models import Evidence

    page = _words(dung.get(reverse("duties:assignment", args=[held.uuid])))
    for said in (QUESTION, ANSWER, LATER, GRANTED, RESULT, LIST, PHOTOGRAPH):
        assert said in page, said
    for one in Evidence.objects.filter(step__assignment=held):
        answer = dung.get(reverse("duties:evidence", args=[held.uuid, one.uuid]))
        assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def remembered() -> None:
    """See that it is kept, sealed: whoever has the keys reads it."""
    from mangnon.attachments.actions import name_of
    from mangnon.attachments.models import Attachment
    from mangnon.duties.models import Said

    said = {one.words for one in Said.objects.all()}
    assert {QUESTION, ANSWER, LATER, GRANTED, RESULT, AGAIN} <= said
    assert SLIP not in said
    assert {name_of(one) for one in Attachment.objects.all()} >= {LIST, PHOTOGRAPH}


def _handed(an: Client) -> Any:
    """Hand a duty to every commune; return what the officer's own holds."""
    from mangnon.access.doors import demonstration_warrant
    from mangnon.access.models import User
    from mangnon.duties.actions import hand_down, put_duty
    from mangnon.duties.deadlines import Deadline, Kind
    from mangnon.legislation.models import Document
    from mangnon.places.models import Office

    warrant = demonstration_warrant()
    lead = Office.objects.get(code="so-y-te-hai-phong")
    duty = put_duty(
        "busy", document=Document.objects.get(code="plan-86"), lead=lead, title_vi="Rà soát",
        title_en="Review", original_not_held=True, warrant=warrant,
    )  # fmt: skip
    handing = hand_down(
        duty, within=lead.place, rule="communes", deadline=Deadline(Kind.WITHIN, days=10),
        warrant=warrant,
    )  # fmt: skip
    here = User.objects.get(pk=an.session["_auth_user_id"]).holdings.get().place_id
    return handing.assignments.get(place=here)


def _list() -> io.BytesIO:
    from docx import Document as WordFile

    paper, out = WordFile(), io.BytesIO()
    paper.add_paragraph(f"Trẻ em: {CANARIES['name']}, {CANARIES['document']}")
    paper.core_properties.author = CANARIES["guardian"]
    paper.save(out)
    out.seek(0)
    out.name = LIST
    return out


def _photograph() -> io.BytesIO:
    """A large picture whose camera wrote a name into it."""
    from PIL import Image

    side, out = 1_700, io.BytesIO()
    picture = Image.frombytes("RGB", (side, side), os.urandom(side * side * 3))
    told = Image.Exif()
    told[_DESCRIPTION] = CANARIES["name"]
    picture.save(out, "JPEG", quality=95, exif=told)
    assert out.tell() > _LARGE, out.tell()
    out.seek(0)
    out.name = PHOTOGRAPH
    return out


def _taken(browser: Client, name: str, held: Any, *more: str, **answers: Any) -> None:
    answer = fill(browser, reverse(f"duties:{name}", args=[held.uuid, *more]), **answers)
    assert answer.status_code == 302, (name, more, _words(answer)[-3000:])


def _words(page: HttpResponse) -> str:
    return page.content.decode()

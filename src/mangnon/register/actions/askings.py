"""Asking whether another commune holds a child, without searching outside one's scope.

Only one exact answer is an answer; all else is "not found", whatever the register holds.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import uuid4

from django.db import connection, transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register import identity
from mangnon.register.actions.changes import subject_of
from mangnon.register.errors import RegisterError
from mangnon.register.models import Asking, Child, Purpose
from mangnon.register.particulars import cleaned_name
from mangnon.text.sentence import Sentence
from mangnon.text.tone import exact
from mangnon.walls import everywhere

ASK = "register.ask"
ASKINGS_A_DAY = 20  # of one person: enough for a busy day, too few to try names out
SHORTEST_REASON = 10


class TooManyAskings(RegisterError):
    """Somebody asked more often than a day allows."""


class ReasonTooShort(RegisterError):
    """A reason that says nothing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom somebody asks after: the whole name, the day of birth, perhaps the sex."""

    name: str
    born_on: date
    sex: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", cleaned_name(self.name))

    def __repr__(self) -> str:
        return "Asked(…)"  # a name never reaches a log or a traceback

    @property
    def text(self) -> str:
        """What is sealed: the question as it was asked."""
        words = {"name": self.name, "born_on": self.born_on.isoformat(), "sex": self.sex}
        return json.dumps(words, ensure_ascii=False)


def ask_elsewhere(
    asked: Asked, *, place: Place, purpose: str, reason: str, warrant: Warrant
) -> Asking:
    """Ask, for a place and a reason; the answer is the child of the asking, or none.

    Every asking is kept and has its entry, found or not, with what was asked sealed. Where it
    found a child the entry is about that child: whoever may see who read its file sees it.
    Raises TooManyAskings or ReasonTooShort with a sentence; then nothing is asked.
    """
    warrant.demand(ASK, [place.pk])
    reason = said_why(reason)
    if purpose not in Purpose.values:
        raise ReasonTooShort(_PURPOSE)
    with transaction.atomic():
        _still_allowed(warrant.actor)
        uuid = uuid4()
        key, blob = identity.seal_asking(uuid, f"{asked.text}\n{reason}")
        key.save(force_insert=True)
        found = _the_one(asked)
        asking = Asking.objects.create(
            uuid=uuid, asked_by=warrant.actor, place=place, asked_at=clock.now(), purpose=purpose,
            data_key=key, asked_sealed=blob, child=found,
        )  # fmt: skip
        record(
            warrant,
            "register.ask",
            subject=f"register.asking:{uuid}" if found is None else subject_of(found),
            place_code=place.key,
            data={"purpose": purpose, "found": found is not None, "asking": str(uuid)},
            reason=blob,
        )
    return asking


def said_why(reason: str) -> str:
    """Return a reason in single spaces; refuse one that says nothing."""
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        raise ReasonTooShort(
            Sentence(
                vi=f"Hãy viết lý do, ít nhất {SHORTEST_REASON} ký tự.",
                en=f"Write the reason, {SHORTEST_REASON} characters at least.",
            )
        )
    return reason


def _still_allowed(actor: Actor) -> None:
    """Refuse beyond what a day allows; two askings of one person come one after the other."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"ask:{actor.pk}"])
    midnight = datetime.combine(clock.today(), time(), clock.ZONE)
    if Asking.objects.filter(asked_by=actor, asked_at__gte=midnight).count() >= ASKINGS_A_DAY:
        raise TooManyAskings(
            Sentence(
                vi=f"Hôm nay bạn đã hỏi {ASKINGS_A_DAY} lần, hết số lần của một ngày. "
                "Hãy hỏi lại vào ngày mai, hoặc nhờ cấp trên tra cứu.",
                en=f"You asked {ASKINGS_A_DAY} times today, all that a day allows. "
                "Ask again tomorrow, or ask the level above.",
            )
        )


def _the_one(asked: Asked) -> Child | None:
    """Return the living child of exactly this name and birth, where there is just one."""
    wanted = exact(asked.name)
    with everywhere():
        born = Child.objects.filter(
            birth_date=asked.born_on,
            birth_precision=Child.Precision.DAY,
            merged_into=None,
            death=None,
            name_sealed__isnull=False,
        ).select_related("data_key")
        if asked.sex:
            born = born.filter(sex=asked.sex)
        found = [child for child in born if exact(identity.open_name(child) or "") == wanted]
    return found[0] if len(found) == 1 else None


_PURPOSE = Sentence(vi="Hãy chọn mục đích.", en="Choose the purpose.")

"""What batches are refused for after they are written; the transaction is undone.

The same rules as those of the acts on one child, as questions over all rows at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import numpy as np
from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from numpy.typing import NDArray

from mangnon.bulk import WrongBatch, batches
from mangnon.places.models import Kind
from mangnon.register.models import Child, Circumstance
from mangnon.text.sentence import Sentence

_FOREVER = Value(date.max)
_DAY_KNOWN = Q(child__birth_precision=Child.Precision.DAY)


def lived_until_death(written: QuerySet, first: int, start: str, end: str = "") -> None:
    """Refuse rows of children on record as dead that begin later, or are not over by then."""
    late = Q(**{f"{start}__gt": F("child__death__died_on")})
    if end:
        late |= Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": F("child__death__died_on")})
    batches.refuse_any(written.filter(late, child__death__isnull=False), _AFTER_DEATH, first)


def born_by(written: QuerySet, first: int, day: str) -> None:
    """Refuse rows from before the birth of their child, where its day is known."""
    early = Q(**{f"{day}__lt": F("child__birth_date")})
    batches.refuse_any(written.filter(_DAY_KNOWN & early), _BEFORE_BIRTH, first)


def at_communes(written: QuerySet, first: int, day: str) -> None:
    """Refuse rows at what was no commune on their day."""
    gone = Q(**{f"{day}__gte": F("place__valid_to")})
    early = Q(**{f"{day}__lt": F("place__valid_from")})
    elsewhere = ~Q(place__kind=Kind.COMMUNE)
    batches.refuse_any(written.filter(elsewhere | gone | early), _NO_COMMUNE, first)


def no_group_twice(written: QuerySet[Circumstance], first: int) -> None:
    """Refuse spells of one child in one group that share a day, or that begin on one day."""
    others = Circumstance.objects.filter(child=OuterRef("child"), group=OuterRef("group"))
    others = others.exclude(pk=OuterRef("pk")).exclude(valid_to__lte=OuterRef("valid_from"))
    later = others.filter(valid_from__lt=Coalesce(OuterRef("valid_to"), _FOREVER))
    batches.refuse_any(written.filter(Exists(later)), _TWICE, first)


def under_sixteen(written: QuerySet[Circumstance], first: int) -> None:
    """Refuse spells that begin when the child is 16 or older."""
    batches.refuse_any(written.filter(_sixteen_on("valid_from")), _GROWN, first)


def aged_out(ended: QuerySet[Circumstance]) -> QuerySet[Circumstance]:
    """Return the spells said to end by the sixteenth birthday that end before it."""
    by_age = ended.filter(end_reason=Circumstance.End.AGED_OUT)
    return by_age.exclude(_sixteen_on("valid_to"))


def _sixteen_on(day: str) -> Q:
    year, month = F("child__birth_date__year") + 16, F("child__birth_date__month")
    in_month = {f"{day}__month": month, f"{day}__day__gte": F("child__birth_date__day")}
    in_year = Q(**{f"{day}__month__gt": month}) | Q(**in_month)
    return Q(**{f"{day}__year__gt": year}) | Q(**{f"{day}__year": year}) & in_year


def in_order(started: NDArray[np.datetime64], ended: NDArray[np.datetime64]) -> None:
    """Refuse rows that end before they begin."""
    batches.refuse_rows(ended < started, _ORDER)


@contextmanager
def or_refuse(why: Sentence) -> Iterator[None]:
    """Say in a sentence which rule of the database the rows break; all is undone.

    Only round a statement that can break no other rule.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise WrongBatch(
            Sentence(
                vi=f"{why.vi}. Chưa ghi dòng nào; hãy sửa rồi nạp lại.",
                en=f"{why.en}. Nothing was written; correct and load again.",
            )
        ) from None


_ORDER = Sentence(vi="Ngày kết thúc trước ngày bắt đầu", en="Rows end before they begin")
ENDS_FIRST = Sentence(
    vi="Có dòng kết thúc trước ngày bắt đầu đã ghi", en="A row would end before it began"
)
OPEN_TWICE = Sentence(
    vi="Có trẻ sẽ có hai nơi ở hiện tại", en="A child would have two open residences"
)
BORN_TWICE = Sentence(
    vi="Sổ đã có ghi nhận sinh của một trẻ", en="The birth of a child is recorded already"
)
DIED_TWICE = Sentence(
    vi="Sổ đã có ghi nhận tử vong của một trẻ", en="The death of a child is recorded already"
)
_AFTER_DEATH = Sentence(vi="Có ghi nhận sau ngày trẻ mất", en="Records after the child's death")
_BEFORE_BIRTH = Sentence(vi="Có ghi nhận trước ngày trẻ sinh", en="Records from before birth")
_NO_COMMUNE = Sentence(
    vi="Nơi ghi không phải xã, phường, thị trấn đang có vào ngày đó",
    en="The place is no commune that existed on the day",
)
_TWICE = Sentence(
    vi="Trẻ đã được ghi trong nhóm này vào những ngày đó",
    en="The child is recorded in the group on those days already",
)
NOT_SIXTEEN = Sentence(
    vi="Hoàn cảnh kết thúc vì đủ 16 tuổi, nhưng trẻ chưa đủ 16 tuổi vào ngày đó",
    en="Circumstances end at 16 years, before the child is 16",
)
_GROWN = Sentence(
    vi="Hoàn cảnh bắt đầu khi đã đủ 16 tuổi", en="Circumstances begin at 16 years or later"
)

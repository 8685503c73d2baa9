"""Opening a session over a list of children, adding one, closing it."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register.actions import changes, checks
from mangnon.register.errors import WrongState
from mangnon.register.models import Child, WeighDay, WeighRow
from mangnon.register.queries import file_kept_at
from mangnon.text.sentence import Sentence

MOST_ROWS = 300  # of one page on a phone
_DAY = Sentence(vi="Ngày cân, đo", en="The day of the weighing")


def subject_of(session: WeighDay) -> str:
    """Name a session for an entry."""
    return f"register.weighday:{session.uuid}"


def open_weighday(
    *,
    place: Place,
    day: date,
    village: Place | None = None,
    children: Sequence[int],
    warrant: Warrant,
) -> WeighDay:
    """Open a session at a commune for these children (ids), who live within the warrant's reach.

    Raises WrongDay, WrongPlace or WrongState with a sentence; then nothing is written.
    """
    warrant.demand(changes.MEASURE, [place.pk])
    checks.not_in_future(_DAY, day)
    checks.lives_there_on(place, day)
    checks.village_of(village)
    with transaction.atomic():
        # In the order of their numbers: the order of names is written nowhere.
        known = list(Child.objects.filter(pk__in=children, home__isnull=False).order_by("pk"))
        warrant.demand(changes.MEASURE, {child.home_id for child in known if child.home_id})
        _fits(len(known))
        session = WeighDay.objects.create(
            place=place, village=village, day=day, opened_by=warrant.actor, opened_at=clock.now()
        )
        WeighRow.objects.bulk_create(WeighRow(session=session, child=child) for child in known)
        record(
            warrant,
            "register.open_weighday",
            subject=subject_of(session),
            place_code=place.key,
            data={"day": day.isoformat(), "rows": len(known)},
        )
    return session


def add_to_weighday(session: WeighDay, child: Child, *, warrant: Warrant) -> WeighRow:
    """Add a child who came and is not on the list; one who is on it stays as it stands."""
    with transaction.atomic():
        session = held_open(session, warrant)
        warrant.demand(changes.MEASURE, [file_kept_at(child)])
        found = session.rows.filter(child=child).first()
        if found is not None:
            return found
        _fits(session.rows.count() + 1)
        row = session.rows.create(child=child)
        record(
            warrant,
            "register.add_to_weighday",
            subject=changes.subject_of(child),
            place_code=session.place.key,
            data={"session": str(session.uuid)},
        )
    return row


def close_weighday(session: WeighDay, *, warrant: Warrant) -> WeighDay:
    """Close a session; what is fit to record must be recorded first."""
    with transaction.atomic():
        session = held_open(session, warrant)
        fit = session.rows.filter(state=WeighRow.State.OK).values("child")
        waiting = len(kept_within(Child.objects.filter(pk__in=fit), warrant))
        if waiting:
            raise WrongState(
                Sentence(
                    vi=f"Còn {waiting} dòng đã cân mà chưa ghi vào sổ. Hãy ghi vào sổ trước.",
                    en=f"{waiting} rows are weighed and not recorded. Record them first.",
                )
            )
        session.closed_by, session.closed_at = warrant.actor, clock.now()
        session.save(update_fields=["closed_by", "closed_at"])
        record(
            warrant,
            "register.close_weighday",
            subject=subject_of(session),
            place_code=session.place.key,
        )
    return session


def held_open(session: WeighDay, warrant: Warrant) -> WeighDay:
    """Read a session again and hold it; refuse one that is closed."""
    fresh = WeighDay.objects.select_for_update(of=("self",)).select_related("place")
    session = fresh.get(pk=session.pk)
    warrant.demand(changes.MEASURE, [session.place_id])
    still_open(session)
    return session


def kept_within(children: Iterable[Child], warrant: Warrant) -> list[Child]:
    """Return the children whose file is kept where the warrant reaches: they may be weighed."""
    reach = warrant.place_ids
    return [one for one in children if reach is None or file_kept_at(one) in reach]


def still_open(session: WeighDay) -> None:
    """Refuse a session that is closed."""
    if session.closed_at is not None:
        raise WrongState(
            Sentence(
                vi="Buổi cân này đã đóng. Hãy mở buổi cân mới, hoặc sửa trong hồ sơ của trẻ.",
                en="This session is closed. Open another, or correct it in the child's file.",
            )
        )


def _fits(count: int) -> None:
    if count == 0:
        raise WrongState(
            Sentence(
                vi="Không có trẻ nào để cân ở đây. Hãy chọn xã hoặc thôn khác.",
                en="There is no child to weigh here. Choose another commune or village.",
            )
        )
    if count > MOST_ROWS:
        raise WrongState(
            Sentence(
                vi=f"Danh sách có {count} trẻ, một buổi cân chỉ giữ {MOST_ROWS}. "
                "Hãy chia theo thôn, hoặc theo độ tuổi.",
                en=f"The list holds {count} children, one session keeps {MOST_ROWS}. "
                "Divide it by village or by age.",
            )
        )

"""Checks that several acts make before they change anything."""

from datetime import date

from mangnon import clock
from mangnon.places.models import Kind, Place
from mangnon.register.errors import (
    WrongPlace,
    WrongState,
    before,
    in_future,
    not_before,
    spoken,
)
from mangnon.register.models import Child, Residence
from mangnon.register.particulars import earliest_birth, sixteenth_birthday
from mangnon.text.sentence import Sentence

BIRTH = Sentence(vi="ngày sinh", en="the birth date")


def locked(child: Child) -> Child:
    """Read the child again and hold it until the act ends; refuse one that was merged away."""
    fresh = Child.objects.select_for_update().get(pk=child.pk)
    not_merged(fresh)
    return fresh


def not_merged(child: Child) -> None:
    """Refuse a record that was merged into another."""
    if child.merged_into_id is not None:
        raise WrongState(
            Sentence(
                vi="Hồ sơ này đã được gộp vào hồ sơ khác. Hãy ghi vào hồ sơ được giữ lại.",
                en="This record was merged into another. Write in the one that was kept.",
            )
        )


def not_in_future(what: Sentence, day: date) -> None:
    """Refuse a day that has not come yet."""
    if day > clock.today():
        raise in_future(what, day, clock.today())


def born_by(child: Child, what: Sentence, day: date) -> None:
    """Refuse a day in the future or before the child's birth."""
    not_in_future(what, day)
    first = earliest_birth(child)
    if day < first:
        raise before(what, day, first, BIRTH)


def in_lifetime(child: Child, what: Sentence, day: date) -> None:
    """Refuse a day in the future, before the child's birth, or after its death."""
    born_by(child, what, day)
    died_on = day_of_death(child)
    if died_on is not None and day > died_on:
        raise WrongState(
            Sentence(
                vi=f"{what.vi}: {spoken(day)} sau ngày trẻ mất ({spoken(died_on)}). "
                "Hãy kiểm tra lại hai ngày.",
                en=f"{what.en}: {day} is after the child's death ({died_on}). Check both days.",
            )
        )


def under_sixteen(child: Child, what: Sentence, day: date) -> None:
    """Refuse a day on which the child is 16 or older."""
    limit = sixteenth_birthday(child.birth_date)
    if day >= limit:
        raise not_before(what, day, limit, Sentence(vi="ngày đủ 16 tuổi", en="its 16th birthday"))


def lives_there_on(place: Place, day: date) -> None:
    """Refuse a place that is no commune, or that does not exist on the day."""
    if place.kind != Kind.COMMUNE:
        raise WrongPlace(
            Sentence(
                vi=f"“{place.name_vi}” không phải xã, phường, thị trấn. "
                "Hãy chọn đơn vị cấp xã nơi trẻ sống.",
                en=f"“{place.name_en}” is no commune. Choose the commune where the child lives.",
            )
        )
    if not place.lives_on(day):
        end = place.valid_to
        raise WrongPlace(
            Sentence(
                vi=f"Vào ngày {spoken(day)} không có “{place.name_vi}” (có từ "
                f"{spoken(place.valid_from)}{f' đến trước {spoken(end)}' if end else ''}). "
                "Hãy chọn đơn vị cấp xã của ngày đó.",
                en=f"“{place.name_en}” did not exist on {day} (it lived from {place.valid_from}"
                f"{f' to before {end}' if end else ''}). Choose the commune of that day.",
            )
        )


def living(child: Child) -> None:
    """Refuse to open anything of a child whose death is recorded."""
    died_on = day_of_death(child)
    if died_on is not None:
        raise WrongState(
            Sentence(
                vi=f"Trẻ đã mất ngày {spoken(died_on)}, nên không thể ghi nơi ở mới. "
                "Hãy kiểm tra lại hồ sơ.",
                en=f"The child died on {died_on}, so no new residence can be recorded. "
                "Check the file.",
            )
        )


def kind_of_residence(kind: str) -> None:
    """Refuse a kind of residence that is not on the list."""
    if kind not in Residence.Kind.values:
        listed = ", ".join(Residence.Kind.values)
        raise WrongState(
            Sentence(
                vi=f"Loại cư trú “{kind}” không có trong danh mục. Hãy dùng: {listed}.",
                en=f"The kind of residence “{kind}” is not on the list. Use: {listed}.",
            )
        )


def village_of(village: Place | None) -> None:
    """Refuse as a village whatever is none."""
    if village is not None and village.kind != Kind.VILLAGE:
        raise WrongPlace(
            Sentence(
                vi=f"“{village.name_vi}” không phải thôn, khu dân cư. Hãy chọn lại hoặc để trống.",
                en=f"“{village.name_en}” is no village. Choose again or leave it empty.",
            )
        )


def day_of_death(child: Child) -> date | None:
    """Return the day on which the child died, or None."""
    death = getattr(child, "death", None)
    return None if death is None else death.died_on

"""The duties held at the place and below it: how many, how they stand, who is late and why."""

from mangnon.access.scope import reach
from mangnon.duties.models import Assignment
from mangnon.duties.states import State
from mangnon.places.models import Kind
from mangnon.programme.sections import Asked, Figure, Picture, Section, Table
from mangnon.reports.queries import DutyCount, counts, late
from mangnon.text.dates import format_date
from mangnon.text.numbers import format_number

TITLE = "Thực hiện nhiệm vụ được giao"
_MOST = 20
_COLUMNS = (
    "Nhiệm vụ", "Đã giao", "Hoàn thành đúng hạn", "Hoàn thành sau hạn", "Chờ công nhận",
    "Đang thực hiện", "Quá hạn",
)  # fmt: skip
_NAMES = ("given", "in_time", "after", "reported", "going", "overdue")


def section(asked: Asked) -> Section:
    """Return the section on what was received by the period's last day, as it stands today."""
    within = None if asked.place.kind == Kind.PROGRAMME_AREA else reach(asked.place.pk, asked.today)
    rows = counts(within, first=asked.first, last=asked.last, today=asked.today)
    whole = DutyCount.total(rows)
    overdue = (
        late(within, first=asked.first, last=asked.last, today=asked.today) if whole.overdue else []
    )
    return Section(
        key="duties",
        title=TITLE,
        lines=(_summary(whole, asked),),
        tables=(_table([*rows, whole] if len(rows) > 1 else rows), *_late(overdue, whole, asked))
        if rows
        else (),
        pictures=(_bars(whole),) if rows else (),
        figures=tuple(
            Figure(f"{one.code}.{name}", f"{one.title}: {title.lower()}", _number(one, name))
            for one in (*rows, whole)
            for name, title in zip(_NAMES, _COLUMNS[1:], strict=True)
        ),
    )


def _number(one: DutyCount, name: str) -> str:
    return format_number(getattr(one, name), 0, "vi")


def _summary(whole: DutyCount, asked: Asked) -> str:
    if not whole.given:
        return "Trong kỳ không có nhiệm vụ nào được giao hoặc còn phải làm."
    said = {name: _number(whole, name) for name in _NAMES}
    return (
        f"Tính đến ngày {format_date(asked.today, 'vi')}, trong {said['given']} phần việc đã giao: "
        f"{said['in_time']} hoàn thành đúng hạn, {said['after']} hoàn thành sau hạn, "
        f"{said['reported']} đã báo cáo và chờ công nhận, {said['going']} đang thực hiện "
        f"trong hạn, {said['overdue']} quá hạn."
    )


def _table(rows: list[DutyCount]) -> Table:
    return Table(
        caption="Nhiệm vụ theo tình trạng",
        columns=_COLUMNS,
        rows=tuple((one.title, *(_number(one, name) for name in _NAMES)) for one in rows),
        numeric=tuple(range(1, len(_COLUMNS))),
    )


def _bars(whole: DutyCount) -> Picture:
    values = tuple(
        (title, float(getattr(whole, name)))
        for name, title in zip(_NAMES[1:], _COLUMNS[2:], strict=True)
    )
    said = ", ".join(f"{title.lower()} {format_number(value, 0, 'vi')}" for title, value in values)
    return Picture(kind="bars", alt=f"Phần việc theo tình trạng: {said}.", values=values)


def _late(overdue: list[Assignment], whole: DutyCount, asked: Asked) -> list[Table]:
    """Return the table of who is late, the longest first, as far as a report has room."""
    if not overdue:
        return []
    shown = overdue[:_MOST]
    more = whole.overdue - len(shown)
    caption = "Các nơi quá hạn, từ lâu nhất"
    return [
        Table(
            caption=f"{caption}; còn {format_number(more, 0, 'vi')} nơi nữa" if more else caption,
            columns=("Nơi nhận", "Nhiệm vụ", "Hạn", "Quá hạn (ngày)", "Lý do"),
            rows=tuple(
                (
                    one.office.name_vi if one.office else one.place.name_vi,
                    one.handing.duty.title_vi,
                    format_date(one.due_on, "vi"),
                    format_number((asked.today - one.due_on).days, 0, "vi"),
                    _why(one),
                )
                for one in shown
            ),
            numeric=(3,),
        )
    ]


_AT = {
    State.HANDED: "chưa tiếp nhận",
    State.QUESTIONED: "đã hỏi lại, chờ nơi giao trả lời",
    State.RETURNED: "đã trả lại, chờ giao lại",
}


def _why(one: Assignment) -> str:
    """Say why it is late, as far as its steps tell."""
    if one.waits_for:  # type: ignore[attr-defined]
        return f"chờ {one.waits_for}"  # type: ignore[attr-defined]
    if one.asked_until:  # type: ignore[attr-defined]
        return f"đề nghị gia hạn đến {format_date(one.asked_until, 'vi')}"  # type: ignore[attr-defined]
    return _AT.get(State(one.state), "đang thực hiện, chưa báo cáo")

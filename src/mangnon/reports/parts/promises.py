"""The promises of the plan at the place: what was promised, where it stands, the last years."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mangnon.programme.arithmetic.figures import Figures
from mangnon.programme.arithmetic.inputs import Point
from mangnon.programme.sections import Asked, Figure, Picture, Section, Table
from mangnon.programme.standing import Standing, standings
from mangnon.programme.status import NOT_JUDGED, STATUS_WORDS, Status, Step
from mangnon.text.dates import format_date
from mangnon.text.document_numbers import read_document_number
from mangnon.text.numbers import format_number
from mangnon.ui.units import figure_text

TITLE = "Kết quả thực hiện các chỉ tiêu"
_YEARS = 5


def section(asked: Asked) -> Section:
    """Return the section as the records have it now, measured on the period's last day."""
    found = standings(asked.place, asked.last)
    years = range(asked.last.year - _YEARS + 1, asked.last.year + 1)
    return Section(
        key="promises",
        title=TITLE,
        lines=(_summary(found),),
        tables=(_table(found), _course(found, years)) if found else (),
        figures=tuple(_figures(found, years)),
        basis=tuple(dict.fromkeys(_cited(one.row.target.document.number) for one in found)),
    )


def _cited(number: str) -> str:
    """Cite a document by its number, with the kind that the number tells: Kế hoạch số …"""
    read = read_document_number(number)
    kind = read.kind.vi.capitalize() if read and read.kind else "văn bản"
    return f"Thực hiện {kind} số {number}"


def _summary(found: Sequence[Standing]) -> str:
    if not found:
        return "Chưa có chỉ tiêu nào trong chương trình."
    said = (
        f"Trong {len(found)} chỉ tiêu, theo mức đề ra đến hạn: {_counted(map(_due_word, found))}."
    )
    now = [_word_of(one.row.assessment.now.status) for one in found if one.row.assessment.now]
    return f"{said} Nay: {_counted(now)}." if now else said


def _counted(words: Iterable[str]) -> str:
    """Count each word, the most frequent first."""
    count = Counter(word[:1].lower() + word[1:] for word in words)
    return "; ".join(f"{number} {word}" for word, number in count.most_common())


def _table(found: Sequence[Standing]) -> Table:
    return Table(
        caption="Các chỉ tiêu tại ngày cuối kỳ",
        columns=("Chỉ tiêu", "Mức đề ra", "Kết quả", "Số liệu đến", "Đánh giá"),
        rows=tuple(
            (_name(one), _promised(one), _result(one), _day(one.point), _word(one)) for one in found
        ),
        drawn=tuple(_drawn(one) for one in found),
        drawn_title="Diễn biến",
    )


def _course(found: Sequence[Standing], years: range) -> Table:
    rows = []
    for one in found:
        by_year = _by_year(one)
        rows.append((_name(one), *(by_year.get(year, "–") for year in years)))
    return Table(
        caption=f"Diễn biến {_YEARS} năm gần nhất",
        columns=("Chỉ tiêu", *(str(year) for year in years)),
        rows=tuple(rows),
        numeric=tuple(range(1, _YEARS + 1)),
    )


def _figures(found: Sequence[Standing], years: range) -> Iterator[Figure]:
    for one in found:
        code, name = one.row.target.code, _name(one)
        yield Figure(code, name, f"{_result(one)}; số liệu đến {_day(one.point)}")
        yield Figure(f"{code}.word", f"{name}, đánh giá", _word(one))
        by_year = _by_year(one)
        for year in years:
            yield Figure(f"{code}.{year}", f"{name}, năm {year}", by_year.get(year, "–"))


def _name(one: Standing) -> str:
    return f"{one.row.target.code}. {one.row.target.title_vi}"


def _promised(one: Standing) -> str:
    step = _step(one)
    if step is None:
        return "–"
    said = Figures(one.row.declared.unit, "vi").promised(step.comparator, step.value)  # type: ignore[arg-type]
    return f"{said.removeprefix('mức đề ra ')} đến {format_date(step.due, 'vi')}"


def _step(one: Standing) -> Step | None:
    """Return the step that is judged; where nothing is judged, the last one."""
    if one.row.assessment.current is not None:
        return one.row.assessment.current.step
    steps = list(one.row.target.steps.all())
    last = steps[-1] if steps else None
    return Step(last.due, last.comparator, last.value, last.printed) if last else None  # type: ignore[arg-type]


def _result(one: Standing) -> str:
    if one.value is None:
        return "–"
    written, point = _written(one, one.value), one.point
    unit = one.row.declared.unit
    if unit in ("count", "ratio") or point is None:
        return written
    if point.numerator is None or not point.denominator:
        return f"{written} (ước lượng)"
    over = f"{_whole(point.numerator)} trên {_whole(point.denominator)}"
    return f"{written} ({over})"


def _whole(value: float) -> str:
    """Write a sum; one carried over by a share of a split place is no whole number."""
    return format_number(value, 0 if abs(value - round(value)) < 1e-9 else 1, "vi")


def _written(one: Standing, value: float) -> str:
    unit = one.row.declared.unit
    return figure_text(value, unit, 0 if unit == "count" else 2, "vi")


def _day(point: Point | None) -> str:
    return format_date(point.as_of, "vi") if point else "–"


def _word(one: Standing) -> str:
    """Say how a promise was kept at its due date and, once that is past, how it stands now."""
    now = one.row.assessment.now
    if one.beside is not None or now is None:
        return _due_word(one)
    return f"{_due_word(one)}; nay: {_word_of(now.status).lower()}"


def _due_word(one: Standing) -> str:
    if one.beside is not None:
        return f"{one.beside.name_vi}; không dùng để kết luận"
    return _word_of(one.row.assessment.status)


def _word_of(status: Status | None) -> str:
    return STATUS_WORDS[Status(status)].vi if status else NOT_JUDGED.vi


def _shown(one: Standing) -> list[tuple[Point, float]]:
    if one.beside is not None:
        return [(one.point, one.value)] if one.point and one.value is not None else []
    unit = one.row.declared.unit
    found = [(point, point.exact(unit)) for point in one.row.shown]  # type: ignore[arg-type]
    return [(point, float(exact)) for point, exact in found if exact is not None]


def _by_year(one: Standing) -> dict[int, str]:
    return {point.as_of.year: _written(one, value) for point, value in _shown(one)}


def _drawn(one: Standing) -> Picture | None:
    shown = _shown(one)
    if len(shown) < 2:
        return None
    base, steps = one.row.assessment.base, one.row.assessment.steps
    path = [(base.on.isoformat(), base.value)] if base else []
    path += [(judged.step.due.isoformat(), judged.step.value) for judged in steps]
    first, last = shown[0], shown[-1]
    return Picture(
        kind="trend",
        alt=f"{one.row.target.title_vi}: từ {_written(one, first[1])} ({_day(first[0])}) đến "
        f"{_written(one, last[1])} ({_day(last[0])}); mức đề ra {_promised(one)}.",
        values=tuple((point.as_of.isoformat(), value) for point, value in shown),
        path=tuple(path),
    )

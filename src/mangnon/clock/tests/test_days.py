from collections.abc import Iterator
from contextvars import copy_context
from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest

from mangnon.clock import ZONE, is_pinned, now, pin, pinned, today

DEMO_DAY = date(2026, 1, 15)
BEFORE_MERGER = date(2025, 6, 30)


@pytest.fixture(autouse=True)
def unpinned() -> Iterator[None]:
    """Begin and end every test on the real day."""
    pin(None)
    yield
    pin(None)


def seen_in_a_thread() -> list[date]:
    """Give what a fresh thread takes for today."""
    seen: list[date] = []
    thread = Thread(target=lambda: seen.append(today()))
    thread.start()
    thread.join()
    return seen


def real_day() -> date:
    """Give Vietnam's day by another way: UTC plus seven hours."""
    return (datetime.now(UTC) + timedelta(hours=7)).date()


def test_today_is_the_day_in_vietnam() -> None:
    before = real_day()
    day = today()
    assert before <= day <= real_day()


def test_now_is_aware_seven_hours_ahead_and_true() -> None:
    moment = now()
    assert moment.utcoffset() == timedelta(hours=7)
    assert abs(moment - datetime.now(UTC)) < timedelta(seconds=10)


def test_late_evening_in_london_is_tomorrow_in_vietnam() -> None:
    evening = datetime(2025, 6, 30, 17, 0, tzinfo=UTC)
    assert evening.astimezone(ZONE).date() == date(2025, 7, 1)


def test_a_process_pin_holds_in_every_thread_until_lifted() -> None:
    assert not is_pinned()
    pin(DEMO_DAY)
    assert is_pinned()
    assert today() == DEMO_DAY
    assert seen_in_a_thread() == [DEMO_DAY]
    pin(None)
    assert not is_pinned()
    assert today() != DEMO_DAY


def test_now_under_a_pin_keeps_the_real_time_of_day() -> None:
    real = now()
    with pinned(DEMO_DAY):
        moment = now()
    assert moment.date() == DEMO_DAY
    assert moment.utcoffset() == timedelta(hours=7)
    same_day = moment.replace(year=real.year, month=real.month, day=real.day)
    # modulo a day, in case midnight passed in between
    assert (same_day - real) % timedelta(days=1) < timedelta(seconds=10)


def test_pins_nest_and_the_inner_one_counts() -> None:
    pin(DEMO_DAY)
    with pinned(BEFORE_MERGER):
        assert today() == BEFORE_MERGER
        with pinned(BEFORE_MERGER + timedelta(days=1)):
            assert today() == date(2025, 7, 1)
        assert today() == BEFORE_MERGER
    assert today() == DEMO_DAY


def test_a_pin_is_lifted_when_the_body_fails() -> None:
    with pytest.raises(LookupError), pinned(BEFORE_MERGER):
        raise LookupError
    assert not is_pinned()


def test_another_thread_does_not_see_a_context_pin() -> None:
    pin(DEMO_DAY)
    with pinned(BEFORE_MERGER):
        assert seen_in_a_thread() == [DEMO_DAY]


def test_a_copied_context_carries_the_pin_along() -> None:
    with pinned(BEFORE_MERGER):
        context = copy_context()
    assert context.run(today) == BEFORE_MERGER
    assert not is_pinned()


def test_a_datetime_is_no_day() -> None:
    moment = datetime(2026, 1, 15, 12, tzinfo=ZONE)
    with pytest.raises(TypeError, match="not a datetime"):
        pin(moment)
    with pytest.raises(TypeError, match="not a datetime"), pinned(moment):
        pass
    assert not is_pinned()

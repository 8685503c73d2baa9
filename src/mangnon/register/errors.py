"""What the register refuses. No sentence ever holds a name, a number or an address."""

from datetime import date

from mangnon.text.sentence import DomainError, Sentence


class RegisterError(DomainError):
    """The base of what the register refuses."""


class WrongDay(RegisterError):
    """A day that cannot be: in the future, before birth, out of order."""


class WrongPlace(RegisterError):
    """A place where nobody can live on that day."""


class WrongIdentity(RegisterError):
    """A name, sex or birth date that cannot be kept."""


class WrongMeasure(RegisterError):
    """A weight or a height that no child has, most often in another unit."""


class WrongState(RegisterError):
    """The record is not in the state that the act needs."""


def spoken(day: date) -> str:
    """Write a day the Vietnamese way: 01/07/2025."""
    return f"{day:%d/%m/%Y}"


def in_future(what: Sentence, day: date, today: date) -> WrongDay:
    """Say that a day has not come yet."""
    return WrongDay(
        Sentence(
            vi=f"{what.vi}: {spoken(day)} ở tương lai, hôm nay là {spoken(today)}. "
            "Hãy sửa lại ngày.",
            en=f"{what.en}: {day} is in the future, today is {today}. Correct the day.",
        )
    )


def before(what: Sentence, day: date, limit: date, since: Sentence) -> WrongDay:
    """Say that a day lies before another that must come first."""
    return WrongDay(
        Sentence(
            vi=f"{what.vi}: {spoken(day)} trước {since.vi} ({spoken(limit)}). "
            "Hãy kiểm tra lại hai ngày.",
            en=f"{what.en}: {day} is before {since.en} ({limit}). Check both days.",
        )
    )


def not_before(what: Sentence, day: date, limit: date, until: Sentence) -> WrongDay:
    """Say that a day must lie before another and does not."""
    return WrongDay(
        Sentence(
            vi=f"{what.vi}: {spoken(day)} không trước {until.vi} ({spoken(limit)}). "
            "Hãy kiểm tra lại hai ngày.",
            en=f"{what.en}: {day} is not before {until.en} ({limit}). Check both days.",
        )
    )

"""What the register refuses. No sentence ever holds a name, a number or an address."""

from datetime import date, timedelta

from mangnon.audit.errors import NoWarrant
from mangnon.places.errors import spoken as spoken
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


class NotOverHousehold(NoWarrant, RegisterError):
    """A household has children whose files are another place's; says not who, nor where."""

    def __init__(self) -> None:
        DomainError.__init__(
            self,
            Sentence(
                vi="Hộ này có trẻ mà hồ sơ do nơi khác giữ, nên ở đây không sửa chung được. "
                "Nếu trẻ ở riêng, hãy ghi một hộ khác cho trẻ.",
                en="Children of this household have their files elsewhere, so it cannot be changed "
                "from here. If the child lives apart, write another household for it.",
            ),
        )


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


def erased() -> WrongState:
    """Say that an identity was erased, so that nothing can be sealed with it any more."""
    return WrongState(
        Sentence(
            vi="Danh tính của hồ sơ này đã được xóa theo quyết định, không ghi lại được.",
            en="The identity of this record was erased by decision and cannot be written again.",
        )
    )


class KeyStays(RegisterError):
    """A key of the ring that cannot be taken away, or not yet."""


def key_in_use(key_id: str, count: int) -> KeyStays:
    """Say how much is still locked under a key."""
    return KeyStays(
        Sentence(
            vi=f"Còn {count} hồ sơ khóa bằng “{key_id}”, bỏ khóa này là mất các hồ sơ đó. "
            "Hãy chạy trước: mangnon keys rotate",
            en=f"{count} records are still locked under “{key_id}”; without it they are lost. "
            "First run: mangnon keys rotate",
        )
    )


def drafts_wait(key_id: str, count: int) -> KeyStays:
    """Say that forms which people typed and did not send yet are locked under a key."""
    return KeyStays(
        Sentence(
            vi=f"Còn {count} biểu mẫu gõ dở khóa bằng “{key_id}”. Hãy chờ một ngày rồi làm lại: "
            "biểu mẫu gõ dở chỉ giữ một ngày.",
            en=f"{count} forms that somebody is in the middle of are locked under “{key_id}”. "
            "Try again in a day: they are kept no longer.",
        )
    )


def key_just_changed(key_id: str, wait: timedelta) -> KeyStays:
    """Say how long acts that began before the key file changed may still use the old key."""
    minutes = int(wait.total_seconds() // 60) + 1
    return KeyStays(
        Sentence(
            vi=f"Tệp khóa vừa đổi: việc đang làm dở có thể còn dùng khóa “{key_id}”. "
            f"Hãy chờ {minutes} phút rồi làm lại, hoặc thêm --at-once nếu đã tắt hết chương trình.",
            en=f"The key file has just changed: acts under way may still use the key “{key_id}”. "
            f"Wait {minutes} minutes and try again, or add --at-once where all programs are "
            "stopped.",
        )
    )


def orphaned_keys(count: int) -> KeyStays:
    """Say that some keys belong to no record, so that nobody knows what they lock."""
    return KeyStays(
        Sentence(
            vi=f"{count} khóa dữ liệu không thuộc hồ sơ nào, không thay được. Hãy giữ khóa cũ và "
            "báo người phát triển.",
            en=f"{count} data keys belong to no record and cannot be changed. Keep the old key "
            "and tell the developers.",
        )
    )

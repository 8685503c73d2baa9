"""What the cascade refuses; every sentence says what, where and what to do."""

from datetime import date

from mangnon.duties.states import Transition
from mangnon.text.sentence import DomainError, Sentence


class DutyError(DomainError):
    """The base of what the cascade refuses."""


class WrongDeadline(DutyError):
    """A deadline that nobody can keep, or that says nothing."""


class WrongReceiver(DutyError):
    """A place or an office that cannot hold a duty."""


class WrongStep(DutyError):
    """The assignment is not in the state that the step needs, or the words are missing."""


class Outdated(DutyError):
    """Somebody else took a step since the page was opened."""


def spoken(day: date) -> str:
    """Write a day the Vietnamese way: 30/01/2014."""
    return f"{day:%d/%m/%Y}"


def before_receipt(due: date, received: date) -> WrongDeadline:
    """Say that a duty would be due before it is received."""
    return WrongDeadline(
        Sentence(
            vi=f"Hạn {spoken(due)} sớm hơn ngày nhận {spoken(received)}. "
            "Hãy sửa hạn hoặc ngày nhận.",
            en=f"The deadline {due} is before the day of receipt, {received}. "
            "Correct one of the two.",
        )
    )


def deadline_unclear() -> WrongDeadline:
    """Say that a deadline needs a day or a number of working days."""
    return WrongDeadline(
        Sentence(
            vi="Chưa có hạn. Hãy ghi một ngày, hoặc số ngày làm việc từ 1 trở lên.",
            en="There is no deadline. Give a day, or a number of working days from 1 up.",
        )
    )


def nobody_there(place: str, day: date) -> WrongReceiver:
    """Say that a rule finds no place to hand to."""
    return WrongReceiver(
        Sentence(
            vi=f"Ngày {spoken(day)}, dưới {place} không có nơi nào thuộc diện này để giao. "
            "Hãy chọn nơi nhận khác.",
            en=f"On {day} there is no place of that kind below {place} to hand the duty to. "
            "Choose other receivers.",
        )
    )


def not_on_the_map(place: str, day: date) -> WrongReceiver:
    """Say that a place did not exist, or no longer exists, on a day."""
    return WrongReceiver(
        Sentence(
            vi=f"Ngày {spoken(day)}, {place} không có trên bản đồ. Hãy chọn nơi kế thừa.",
            en=f"On {day}, {place} is not on the map. Choose the place that succeeded it.",
        )
    )


def office_closed(office: str, day: date) -> WrongReceiver:
    """Say that an office does not exist on a day."""
    return WrongReceiver(
        Sentence(
            vi=f"Ngày {spoken(day)}, {office} chưa thành lập hoặc không còn. Hãy chọn cơ quan khác.",
            en=f"On {day}, {office} does not exist. Choose another office.",
        )
    )


def in_a_circle(place: str) -> WrongReceiver:
    """Say that a duty would come back to one who handed it down."""
    return WrongReceiver(
        Sentence(
            vi=f"{place} đã giao nhiệm vụ này, không giao ngược lại được. Hãy dùng “Hỏi lại”.",
            en=f"{place} handed this duty down; it cannot be handed back. Ask a question instead.",
        )
    )


def not_from(step: Transition, state: str) -> WrongStep:
    """Say that a step cannot be taken from where the assignment stands."""
    return WrongStep(
        Sentence(
            vi=f"Nhiệm vụ đang ở trạng thái “{state}” nên chưa dùng được bước “{step.name}”. "
            "Hãy tải lại trang để xem trạng thái mới nhất.",
            en=f"“{step.name}” is not possible while the duty stands at “{state}”. "
            "Load the page again to see where it stands.",
        )
    )


def words_wanted(step: Transition) -> WrongStep:
    """Say that a step needs words."""
    return WrongStep(
        Sentence(
            vi=f"“{step.name}” cần một câu nêu lý do hoặc nội dung. Hãy ghi rồi gửi lại.",
            en=f"“{step.name}” needs a sentence that says why or what. Write it and send again.",
        )
    )


def moved_meanwhile() -> Outdated:
    """Say that another step came first; nothing was written."""
    return Outdated(
        Sentence(
            vi="Có người vừa cập nhật nhiệm vụ này. Điều bạn ghi vẫn còn; hãy xem lại rồi gửi.",
            en="Somebody has just changed this duty. What you wrote is kept; look again and send.",
        )
    )


def day_out_of_order(what: Sentence, day: date, since: date) -> WrongStep:
    """Say that a day lies before one that must come first."""
    return WrongStep(
        Sentence(
            vi=f"{what.vi} {spoken(day)} sớm hơn ngày {spoken(since)}. Hãy sửa lại ngày.",
            en=f"{what.en} {day} is before {since}. Correct the day.",
        )
    )


def no_more_time(until: date, due: date) -> WrongDeadline:
    """Say that an extension must give time."""
    return WrongDeadline(
        Sentence(
            vi=f"Ngày xin gia hạn {spoken(until)} không muộn hơn hạn đang có {spoken(due)}. "
            "Hãy chọn ngày muộn hơn.",
            en=f"The day asked for, {until}, is not after the present deadline {due}. "
            "Choose a later day.",
        )
    )

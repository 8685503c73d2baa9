"""What the cascade refuses; every sentence says what, where and what to do."""

from datetime import date

from mangnon.duties.states import Transition
from mangnon.places.errors import spoken as spoken
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
            vi="Chưa có hạn. Hãy ghi một ngày, hoặc số ngày làm việc từ 1 đến 1.000.",
            en="There is no deadline. Give a day, or a number of working days from 1 to 1,000.",
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
            vi=f"Ngày {spoken(day)}, {place} chưa thành lập hoặc không còn. Hãy chọn nơi kế thừa.",
            en=f"On {day}, {place} is not on the map. Choose the place that succeeded it.",
        )
    )


def office_closed(office: str, day: date) -> WrongReceiver:
    """Say that an office does not exist on a day."""
    return WrongReceiver(
        Sentence(
            vi=f"Ngày {spoken(day)}, {office} chưa thành lập hoặc không còn. "
            "Hãy chọn cơ quan khác.",
            en=f"On {day}, {office} does not exist. Choose another office.",
        )
    )


def offices_unclear() -> WrongReceiver:
    """Say that offices are named where, and only where, the duty goes to offices."""
    return WrongReceiver(
        Sentence(
            vi="Hãy nêu các cơ quan nhận, hoặc chọn giao cho mọi huyện, mọi xã; không chọn cả hai.",
            en="Name the offices, or hand it to every district or commune; not both.",
        )
    )


def out_of_reach(office: str, within: str) -> WrongReceiver:
    """Say that an office does not stand below the place that hands down."""
    return WrongReceiver(
        Sentence(
            vi=f"{office} không thuộc {within}, nên không giao được. Hãy chọn cơ quan trực thuộc.",
            en=f"{office} does not belong to {within}. Choose an office below it.",
        )
    )


def not_to_be_handed_further() -> WrongReceiver:
    """Say that what is held is closed, another duty, or another place's."""
    return WrongReceiver(
        Sentence(
            vi="Phần việc này đã đóng, hoặc thuộc nhiệm vụ khác, nơi khác, nên không giao xuống "
            "được. Hãy mở lại danh sách việc và chọn đúng phần việc.",
            en="This assignment is closed, or of another duty or place: it cannot be handed "
            "further. Open the list again and choose the right one.",
        )
    )


def office_wanted() -> WrongStep:
    """Say that a pause names the office that has to move first."""
    return WrongStep(
        Sentence(
            vi="Hãy chọn cơ quan đang chờ.",
            en="Choose the office that you are waiting for.",
        )
    )


def judged_by_herself() -> WrongStep:
    """Say that who reported a result, or asked for time, does not decide on it."""
    return WrongStep(
        Sentence(
            vi="Bạn là người đã báo cáo hoặc đề nghị, nên không tự quyết định được. Hãy để người "
            "khác có quyền ở nơi giao quyết định.",
            en="You reported or asked for this yourself, so you cannot decide on it. "
            "Have somebody else at the place that handed it down decide.",
        )
    )


def asked_already() -> WrongStep:
    """Say that more time was asked for and not yet answered."""
    return WrongStep(
        Sentence(
            vi="Đã có một đề nghị gia hạn đang chờ trả lời. Hãy đợi trả lời rồi đề nghị tiếp.",
            en="More time was asked for already. Wait for the answer before you ask again.",
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
            vi="Có người vừa cập nhật nhiệm vụ này. Nội dung bạn ghi vẫn còn; hãy xem lại rồi gửi.",
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
            vi=f"Ngày đề nghị gia hạn {spoken(until)} không muộn hơn hạn đang có {spoken(due)}. "
            "Hãy chọn ngày muộn hơn.",
            en=f"The day asked for, {until}, is not after the present deadline {due}. "
            "Choose a later day.",
        )
    )

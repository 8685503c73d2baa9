"""What meetings refuse; every sentence says what, where and what to do."""

from datetime import date

from mangnon.places.errors import spoken
from mangnon.text.sentence import DomainError, Sentence


class MeetingError(DomainError):
    """The base of what meetings refuse."""


class WrongTime(MeetingError):
    """Days or hours that cannot be."""


class WrongPlace(MeetingError):
    """A place or an office that does not fit."""


class WrongNumber(MeetingError):
    """More people than can be."""


class WrongState(MeetingError):
    """The meeting is over, called off, or has not taken place."""


class WrongProof(MeetingError):
    """A meeting that does not prove the assignment, or a plan that says too little."""


class Outdated(MeetingError):
    """Somebody else changed the meeting since the page was opened."""


def ends_before_it_starts() -> WrongTime:
    """Say that the end lies before the start."""
    return WrongTime(
        Sentence(
            vi="Hội nghị kết thúc trước khi bắt đầu. Hãy sửa ngày, giờ bắt đầu hoặc kết thúc.",
            en="The meeting ends before it starts. Correct the days or the hours.",
        )
    )


def end_without_start() -> WrongTime:
    """Say that an hour of the end needs one of the start."""
    return WrongTime(
        Sentence(
            vi="Có giờ kết thúc mà chưa có giờ bắt đầu. Hãy ghi giờ bắt đầu.",
            en="There is an hour of the end and none of the start. Give the hour of the start.",
        )
    )


def not_on_the_map(place: str, day: date) -> WrongPlace:
    """Say that a place did not exist, or no longer exists, on the day of the meeting."""
    return WrongPlace(
        Sentence(
            vi=f"Ngày {spoken(day)}, {place} chưa thành lập hoặc không còn. "
            "Hãy chọn nơi khác hoặc sửa ngày.",
            en=f"On {day}, {place} is not on the map. Choose another place, or correct the day.",
        )
    )


def office_closed(office: str, day: date) -> WrongPlace:
    """Say that an office does not exist on the day."""
    return WrongPlace(
        Sentence(
            vi=f"Ngày {spoken(day)}, {office} chưa thành lập hoặc không còn. "
            "Hãy chọn cơ quan khác.",
            en=f"On {day}, {office} does not exist. Choose another office.",
        )
    )


def office_elsewhere(office: str, place: str) -> WrongPlace:
    """Say that an office belongs to another place than the meeting."""
    return WrongPlace(
        Sentence(
            vi=f"{office} không thuộc {place}, cũng không phải cấp trên của nơi này. "
            "Hãy chọn cơ quan khác hoặc nơi tổ chức khác.",
            en=f"{office} is neither of {place} nor above it. Choose another office or place.",
        )
    )


def outside(place: str, meeting_place: str) -> WrongPlace:
    """Say that people are counted at a place that is not the meeting's."""
    return WrongPlace(
        Sentence(
            vi=f"{place} không thuộc {meeting_place}. Hãy ghi số người của nơi này theo cơ quan.",
            en=f"{place} does not belong to {meeting_place}. Count its people by their office.",
        )
    )


def of_nobody() -> WrongPlace:
    """Say that a row names one place or one office."""
    return WrongPlace(
        Sentence(
            vi="Mỗi dòng số người dự ghi cho một nơi hoặc một cơ quan. Hãy chọn một trong hai.",
            en="Each row of people is of one place or of one office. Choose one of the two.",
        )
    )


def more_than_invited(who: str, attended: int, invited: int) -> WrongNumber:
    """Say that more came than were invited."""
    return WrongNumber(
        Sentence(
            vi=f"{who}: {attended} người dự, nhiều hơn {invited} người được mời. "
            "Hãy xem lại; nếu mời thêm, hãy sửa số mời.",
            en=f"{who}: {attended} came, more than the {invited} invited. "
            "Look again; if more were invited, correct that number.",
        )
    )


def more_than_the_hall_holds(attended: int, capacity: int) -> WrongNumber:
    """Say that the hall is too small for who is said to have come."""
    return WrongNumber(
        Sentence(
            vi=f"Tổng {attended} người dự, mà hội trường chỉ có {capacity} chỗ. "
            "Hãy sửa số người dự hoặc số chỗ của hội trường.",
            en=f"{attended} came in all, and the hall holds {capacity}. "
            "Correct the numbers, or what the hall holds.",
        )
    )


def beyond_counting(who: str, most: int) -> WrongNumber:
    """Say that a number is no number of people at a meeting."""
    return WrongNumber(
        Sentence(
            vi=f"{who}: số phải từ 0 đến {most}. Hãy xem lại.",
            en=f"{who}: a number must be from 0 to {most}. Look again.",
        )
    )


def not_yet(day: date) -> WrongState:
    """Say that a meeting has not taken place yet."""
    return WrongState(
        Sentence(
            vi=f"Hội nghị đến {spoken(day)} mới kết thúc. Hãy ghi sau ngày đó, hoặc sửa ngày.",
            en=f"The meeting is not over before {day}. Write this then, or correct the day.",
        )
    )


def called_off(day: date) -> WrongState:
    """Say that a meeting was called off."""
    return WrongState(
        Sentence(
            vi=f"Hội nghị này đã hủy ngày {spoken(day)}. Hãy ghi một hội nghị mới.",
            en=f"This meeting was called off on {day}. Write a new one.",
        )
    )


def took_place() -> WrongState:
    """Say that what took place is not called off."""
    return WrongState(
        Sentence(
            vi="Hội nghị này đã ghi kết luận, không hủy được. Nếu ghi nhầm, hãy sửa kết luận.",
            en="This meeting has its conclusion and cannot be called off. Correct the conclusion.",
        )
    )


def not_concluded() -> WrongState:
    """Say that a meeting proves nothing before it is concluded."""
    return WrongState(
        Sentence(
            vi="Hội nghị chưa ghi kết luận nên chưa làm minh chứng được. Hãy ghi kết luận trước.",
            en="The meeting has no conclusion yet, so it proves nothing. Write that first.",
        )
    )


def proves_already() -> WrongState:
    """Say that day and place stand while a meeting is named as a proof."""
    return WrongState(
        Sentence(
            vi="Hội nghị này đang là minh chứng của một nhiệm vụ nên không đổi ngày, đổi nơi được. "
            "Hãy gỡ minh chứng trước.",
            en="This meeting proves a duty: its day and place cannot change. Take the proof back "
            "first.",
        )
    )


def of_the_pack() -> WrongState:
    """Say that a meeting of the pack is changed there."""
    return WrongState(
        Sentence(
            vi="Hội nghị này lấy từ gói dữ liệu của tỉnh. Hãy sửa trong gói rồi nạp lại.",
            en="This meeting is written by the province's pack. Change it there and apply it.",
        )
    )


def words_wanted() -> WrongState:
    """Say that words are missing."""
    return WrongState(
        Sentence(
            vi="Chưa có nội dung. Hãy ghi rồi gửi lại.", en="Write it in words and send again."
        )
    )


def another_place(meeting_place: str, duty_place: str) -> WrongProof:
    """Say that a meeting proves nothing for another place."""
    return WrongProof(
        Sentence(
            vi=f"Hội nghị ở {meeting_place} không làm minh chứng cho nhiệm vụ của {duty_place}. "
            "Hãy chọn nhiệm vụ của chính nơi tổ chức.",
            en=f"A meeting at {meeting_place} proves nothing for a duty of {duty_place}. "
            "Choose a duty of the place that held it.",
        )
    )


def another_office(office: str) -> WrongProof:
    """Say that a duty of an office is proved by that office's own meeting."""
    return WrongProof(
        Sentence(
            vi=f"Nhiệm vụ này giao cho {office}, nhưng cơ quan này không tổ chức hội nghị. "
            "Hãy chọn hội nghị của cơ quan đó.",
            en=f"This duty is {office}'s, which did not hold the meeting. Choose one that it held.",
        )
    )


def no_longer_owed(state: str) -> WrongProof:
    """Say that an assignment that was withdrawn or joined is proved no more."""
    return WrongProof(
        Sentence(
            vi=f"Nhiệm vụ này ở trạng thái “{state}”, không nhận minh chứng nữa. "
            "Hãy chọn nhiệm vụ khác.",
            en=f"This duty stands at “{state}” and takes no proof. Choose another one.",
        )
    )


def before_receipt(day: date, received: date) -> WrongProof:
    """Say that a meeting took place before the duty was received."""
    return WrongProof(
        Sentence(
            vi=f"Hội nghị ngày {spoken(day)} diễn ra trước ngày nhận nhiệm vụ {spoken(received)}. "
            "Hãy chọn hội nghị khác.",
            en=f"The meeting of {day} took place before the duty was received on {received}. "
            "Choose another one.",
        )
    )


def plan_wanted() -> WrongProof:
    """Say that a proof names the plan that its level issued."""
    return WrongProof(
        Sentence(
            vi="Chưa có kế hoạch của cấp mình. Hãy ghi số và ngày ban hành, hoặc chọn văn bản.",
            en="The level's own plan is missing. Give its number and day, or choose a document.",
        )
    )


def plan_of_tomorrow(day: date) -> WrongProof:
    """Say that a plan cannot have been issued on a day to come."""
    return WrongProof(
        Sentence(
            vi=f"Kế hoạch ghi ban hành ngày {spoken(day)}, là ngày chưa đến. Hãy sửa ngày.",
            en=f"The plan is dated {day}, which is still to come. Correct the day.",
        )
    )


def proved_already() -> WrongProof:
    """Say that the meeting is named for this assignment."""
    return WrongProof(
        Sentence(
            vi="Hội nghị này đã là minh chứng của nhiệm vụ này. Muốn sửa, hãy gỡ ra rồi ghi lại.",
            en="This meeting proves this duty already. To correct it, take it back and name it "
            "again.",
        )
    )


def moved_meanwhile() -> Outdated:
    """Say that somebody else changed the meeting; nothing was written."""
    return Outdated(
        Sentence(
            vi="Có người vừa sửa hội nghị này. Nội dung bạn ghi vẫn còn; hãy xem lại rồi gửi.",
            en="Somebody has just changed this meeting. What you wrote is kept; look again.",
        )
    )

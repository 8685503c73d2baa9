"""What this room refuses; every sentence says what, where and what to do."""

from mangnon.text.sentence import DomainError, Sentence


class SteeringError(DomainError):
    """The base of what this room refuses."""


class WrongPlace(SteeringError):
    """An office that does not stand where it should."""


class WrongSeat(SteeringError):
    """A seat that a committee has already, or cannot have."""


class Closed(SteeringError):
    """What is over takes nothing more."""


class Incomplete(SteeringError):
    """What has to be said is missing."""


def office_elsewhere(office: str, place: str) -> WrongPlace:
    """Say that an office does not stand at the place that is inspected."""
    return WrongPlace(
        Sentence(
            vi=f"{office} không thuộc {place}. Hãy chọn cơ quan thuộc nơi được kiểm tra, "
            "hoặc để trống.",
            en=f"{office} does not belong to {place}. Choose an office of the place inspected, "
            "or none.",
        )
    )


def head_already(committee: str) -> WrongSeat:
    """Say that a committee has a head."""
    return WrongSeat(
        Sentence(
            vi=f"{committee} đã có Trưởng ban. Hãy chọn vai trò khác.",
            en=f"{committee} has a head already. Choose another role.",
        )
    )


def seated_already(office: str, post: str) -> WrongSeat:
    """Say that a post of an office sits in a committee already."""
    return WrongSeat(
        Sentence(
            vi=f"{post}, {office} đã có trong ban. Hãy chọn chức danh khác.",
            en=f"{post} of {office} sits in the committee already. Choose another post.",
        )
    )


def over(what: Sentence) -> Closed:
    """Say that something is over."""
    return Closed(
        Sentence(
            vi=f"{what.vi} đã kết thúc, không ghi thêm được.",
            en=f"{what.en} is over and takes nothing more.",
        )
    )


def handed_already(duty: str) -> Closed:
    """Say that a finding became a duty before."""
    return Closed(
        Sentence(
            vi=f"Phát hiện này đã thành nhiệm vụ “{duty}”. Hãy theo dõi nhiệm vụ đó.",
            en=f"This finding became the duty “{duty}”. Follow that one.",
        )
    )


def nobody_to_hand_to(place: str) -> Incomplete:
    """Say that no office at a place can hold a duty."""
    return Incomplete(
        Sentence(
            vi=f"Cuộc kiểm tra này không nêu cơ quan nào ở {place}. Hãy chọn cơ quan nhận.",
            en=f"The inspection names no office at {place}. Choose the office that receives.",
        )
    )


def one_commended() -> Incomplete:
    """Say that a commendation is of one: an office, a place or an organisation."""
    return Incomplete(
        Sentence(
            vi="Hãy nêu một đối tượng được khen: cơ quan, hoặc địa bàn, hoặc tên tổ chức.",
            en="Name the one who is commended: an office, or a place, or an organisation.",
        )
    )

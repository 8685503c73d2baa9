"""What this room refuses; every sentence says what, where and what to do."""

from mangnon.text.sentence import DomainError, Sentence


class SteeringError(DomainError):
    """The base of what this room refuses."""


class WrongPlace(SteeringError):
    """An office that does not stand where it should."""


class WrongSeat(SteeringError):
    """A seat that a committee has already, or cannot have."""


class WrongOffice(SteeringError):
    """An office that is there already, or what it cannot become."""


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


def office_there_already(name: str) -> WrongOffice:
    """Say that the place has an office of the name."""
    return WrongOffice(
        Sentence(
            vi=f"Địa bàn này đã có cơ quan “{name}” đang hoạt động. Hãy chọn cơ quan đó, hoặc ghi "
            "tên khác.",
            en=f"The place has an office “{name}” already. Choose that one, or another name.",
        )
    )


def heir_unclear(*, renamed: bool) -> WrongOffice:
    """Say that an office becomes one: a new name, or one that is there."""
    if renamed:
        return WrongOffice(
            Sentence(
                vi="Khi đổi tên, hãy ghi tên mới và để trống “Vào cơ quan”.",
                en="For a new name, write it and choose no other office.",
            )
        )
    return WrongOffice(
        Sentence(
            vi="Hãy chọn một cơ quan đang có, hoặc ghi tên cơ quan mới; không ghi cả hai.",
            en="Choose an office that is there, or write the name of a new one; not both.",
        )
    )


def becomes_itself(office: str) -> WrongOffice:
    """Say that an office cannot become itself."""
    return WrongOffice(
        Sentence(
            vi=f"{office} không thể thành chính nó. Hãy chọn cơ quan khác.",
            en=f"{office} cannot become itself. Choose another office.",
        )
    )


def changed_already(office: str, into: str) -> WrongOffice:
    """Say that this change is written down."""
    return WrongOffice(
        Sentence(
            vi=f"Thay đổi từ {office} thành {into} vào ngày này đã có. Hãy mở trang của cơ quan "
            "để xem.",
            en=f"The change from {office} to {into} on this day is there. See the office's page.",
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

"""What reports refuse; every sentence says what, where and what to do."""

from datetime import date

from mangnon.places.errors import spoken
from mangnon.text.sentence import DomainError, Sentence


class ReportError(DomainError):
    """The base of what reports refuse."""


class WrongPeriod(ReportError):
    """A period that a report of this kind and place cannot have."""


class WrongIssuer(ReportError):
    """An office that does not report on a place, or not any more."""


class NotSignable(ReportError):
    """A report that cannot be signed as it stands."""


class Signed(ReportError):
    """A signed report, of which nothing changes any more."""


class Outdated(ReportError):
    """Somebody else wrote in the report since the page was opened."""


class Broken(ReportError):
    """What was kept at signing no longer agrees with its digest."""


class NotInstalled(ReportError):
    """The server lacks what prints."""


def begun_already() -> WrongPeriod:
    """Say that the same office reports once on a place and a period."""
    return WrongPeriod(
        Sentence(
            vi="Cơ quan này đã có báo cáo về địa bàn và kỳ ấy. Hãy mở báo cáo đã có trong danh "
            "sách.",
            en="This office has a report on that place and period already. Open it in the list.",
        )
    )


def no_such_place_then(place: str, day: date) -> WrongPeriod:
    """Say that a place was not on the map at the end of the period."""
    return WrongPeriod(
        Sentence(
            vi=f"Ngày {spoken(day)}, {place} chưa thành lập hoặc không còn. "
            "Hãy chọn nơi kế thừa, hoặc kỳ kết thúc sớm hơn.",
            en=f"On {day}, {place} is not on the map. Choose the place that succeeded it, or an "
            "earlier period.",
        )
    )


def no_committee(place: str) -> WrongIssuer:
    """Say that a programme area has no People's Committee of its own."""
    return WrongIssuer(
        Sentence(
            vi=f"{place} không có Ủy ban nhân dân riêng. Hãy chọn cơ quan báo cáo.",
            en=f"{place} has no People's Committee of its own. Choose the reporting office.",
        )
    )


def office_closed(office: str, day: date) -> WrongIssuer:
    """Say that an office does not exist on the day of the report."""
    return WrongIssuer(
        Sentence(
            vi=f"Ngày {spoken(day)}, {office} chưa thành lập hoặc không còn. Hãy chọn cơ quan "
            "khác.",
            en=f"On {day}, {office} does not exist. Choose another office.",
        )
    )


def not_begun(day: date) -> WrongPeriod:
    """Say that a period has not begun."""
    return WrongPeriod(
        Sentence(
            vi=f"Kỳ này bắt đầu ngày {spoken(day)}, chưa đến. Hãy chọn kỳ đã bắt đầu.",
            en=f"This period begins on {day}. Choose one that has begun.",
        )
    )


def ends_before_it_begins() -> WrongPeriod:
    """Say that the last day lies before the first."""
    return WrongPeriod(
        Sentence(
            vi="Ngày cuối sớm hơn ngày đầu của kỳ. Hãy sửa một trong hai ngày.",
            en="The last day is before the first. Correct one of the two.",
        )
    )


def not_over(day: date) -> NotSignable:
    """Say that figures of a period that is not over are provisional."""
    return NotSignable(
        Sentence(
            vi=f"Kỳ báo cáo đến hết ngày {spoken(day)}, số liệu còn tạm tính. Hãy ký sau ngày ấy.",
            en=f"The period ends on {day}; its figures are provisional. Sign after that day.",
        )
    )


def number_wanted() -> NotSignable:
    """Say that a signed report has its number and its place of issue."""
    return NotSignable(
        Sentence(
            vi="Báo cáo chưa có số, ký hiệu hoặc nơi ban hành. Hãy ghi đủ rồi ký.",
            en="The report has no number or no place of issue yet. Write both, then sign.",
        )
    )


def number_taken(number: str, year: int) -> NotSignable:
    """Say that the office has signed another report under the number."""
    return NotSignable(
        Sentence(
            vi=f"Năm {year}, cơ quan này đã ký một báo cáo số {number}. Hãy xem lại số.",
            en=f"In {year} this office signed a report number {number} already. "
            "Look at the number again.",
        )
    )


def signed_already(day: date | None) -> Signed:
    """Say that a report is signed once, and stays as it is."""
    on = spoken(day) if day else ""
    return Signed(
        Sentence(
            vi=f"Báo cáo này đã ký ngày {on}, không ký lại và không sửa được. Số liệu thay đổi từ "
            "đó được nêu ở cuối trang báo cáo.",
            en=f"This report was signed on {day}; it is neither signed again nor changed. What has "
            "changed since is shown at the end of its page.",
        )
    )


def written_meanwhile() -> Outdated:
    """Say that what would be signed is not what the person saw."""
    return Outdated(
        Sentence(
            vi="Có người vừa sửa báo cáo này. Hãy đọc lại rồi ký.",
            en="Somebody has just changed this report. Read it again, then sign.",
        )
    )


def broken() -> Broken:
    """Say that a signed report was changed outside the program."""
    return Broken(
        Sentence(
            vi="Nội dung lưu khi ký không còn khớp với mã kiểm tra, nên không hiện và không tải "
            "được. Hãy báo người quản trị để lấy lại từ bản sao lưu.",
            en="What was kept at signing no longer agrees with its digest, so it is not shown. "
            "Tell the administrator, who restores it from a backup.",
        )
    )


def not_installed() -> NotInstalled:
    """Say that the extra ``pdf`` is missing."""
    return NotInstalled(
        Sentence(
            vi="Máy chủ chưa cài phần in báo cáo (gói bổ sung “pdf”). Hãy báo người quản trị, hoặc "
            "in từ trang này.",
            en="The server lacks the extra “pdf”, which prints reports. Tell the administrator, or "
            "print this page.",
        )
    )

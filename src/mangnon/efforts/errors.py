"""What this room refuses; every sentence says what, where and what to do."""

from datetime import date

from mangnon.efforts.states import Transition
from mangnon.places.errors import spoken
from mangnon.text.numbers import format_number
from mangnon.text.sentence import DomainError, Sentence


class EffortError(DomainError):
    """The base of what this room refuses."""


class WrongMoney(EffortError):
    """An amount that cannot be, or that lacks its reason."""


class WrongYear(EffortError):
    """A year in which something was not done, or that is not over."""


class WrongStep(EffortError):
    """A proposal is not where the step needs it, or the step lacks its words."""


class Outdated(EffortError):
    """Somebody else changed it since the page was opened."""


class Twice(EffortError):
    """What is there already."""


class WrongPledge(EffortError):
    """A pledge of somebody else."""


def dong(amount: int) -> Sentence:
    """Write an amount of money."""
    return Sentence(f"{format_number(amount, 0, 'vi')} đồng", f"{format_number(amount, 0, 'en')} đ")


def nothing_given() -> WrongMoney:
    """Say that an amount must be above nothing."""
    return WrongMoney(
        Sentence(
            vi="Số tiền phải lớn hơn 0 đồng. Hiện vật thì ghi giá trị quy ra tiền.",
            en="The amount must be above 0 đồng. Write goods at their value in money.",
        )
    )


def too_much(most: int) -> WrongMoney:
    """Say that an amount is larger than any that is kept."""
    return WrongMoney(
        Sentence(
            vi=f"Số tiền lớn hơn {dong(most).vi}: hãy kiểm tra lại các số 0.",
            en=f"The amount is above {dong(most).en}: check the zeros.",
        )
    )


def below_nothing() -> WrongMoney:
    """Say that money in a budget is not negative."""
    return WrongMoney(
        Sentence(
            vi="Kinh phí không thể âm. Hãy sửa số tiền.",
            en="Money in a budget cannot be negative. Correct the amount.",
        )
    )


def spent_above_given(spent: int, given: int) -> WrongMoney:
    """Say that spending above what was given needs its reason."""
    return WrongMoney(
        Sentence(
            vi=f"Đã chi {dong(spent).vi}, nhiều hơn {dong(given).vi} đã cấp. "
            "Hãy sửa số tiền, hoặc ghi lý do vào ghi chú.",
            en=f"{dong(spent).en} spent is more than the {dong(given).en} given. "
            "Correct the amounts, or write the reason as a note.",
        )
    )


def fund_too_small(amount: int, left: int, place: str) -> WrongMoney:
    """Say that the Fund of a place does not have what is to be given."""
    return WrongMoney(
        Sentence(
            vi=f"Quỹ của {place} chỉ còn {dong(left).vi}, không đủ chi {dong(amount).vi}. "
            "Hãy sửa số tiền, hoặc ghi khoản thu còn thiếu trước.",
            en=f"The Fund of {place} has {dong(left).en} left, not {dong(amount).en}. "
            "Correct the amount, or record what was received first.",
        )
    )


def years_turned(to_year: int, from_year: int) -> WrongYear:
    """Say that something would end before it begins."""
    return WrongYear(
        Sentence(
            vi=f"Năm kết thúc {to_year} sớm hơn năm bắt đầu {from_year}. "
            "Hãy sửa một trong hai năm.",
            en=f"It would end in {to_year}, before it begins in {from_year}. Correct one year.",
        )
    )


def year_outside(year: int, title: str) -> WrongYear:
    """Say that a measure was not done in a year."""
    return WrongYear(
        Sentence(
            vi=f"Năm {year} nằm ngoài thời gian của “{title}”. Hãy sửa năm.",
            en=f"{year} is outside the years of “{title}”. Correct the year.",
        )
    )


def year_not_over(year: int) -> WrongYear:
    """Say that accounts are published for whole years."""
    return WrongYear(
        Sentence(
            vi=f"Năm {year} chưa hết: chỉ công khai thu, chi của năm đã hết.",
            en=f"{year} is not over: accounts are published for years that are.",
        )
    )


def nothing_in(year: int) -> WrongYear:
    """Say that the Fund neither received nor gave anything in a year."""
    return WrongYear(
        Sentence(
            vi=f"Năm {year} Quỹ không có khoản thu, chi nào để công khai. Hãy chọn năm khác.",
            en=f"In {year} the Fund neither received nor gave anything. Choose another year.",
        )
    )


def published_lately(year: int, day: date, apart: int) -> Twice:
    """Say that two publications of one year lie some time apart."""
    return Twice(
        Sentence(
            vi=f"Thu, chi năm {year} vừa được công khai ngày {spoken(day)}. Hai lần công khai cách "
            f"nhau ít nhất {apart} ngày, để không lộ số trẻ em qua phép trừ.",
            en=f"The accounts of {year} were published on {day}. Two publications lie at least "
            f"{apart} days apart, so that no number of children shows by subtraction.",
        )
    )


def not_for_the_whole() -> WrongYear:
    """Say who publishes."""
    return WrongYear(
        Sentence(
            vi="Thu, chi của Quỹ được công khai cho toàn địa bàn. "
            "Hãy nhờ người phụ trách ở cấp toàn địa bàn.",
            en="The Fund's accounts are published for the whole area. "
            "Ask whoever is in charge there.",
        )
    )


def there_already(what: Sentence) -> Twice:
    """Say that something is recorded already."""
    return Twice(
        Sentence(
            vi=f"{what.vi} đã có trong sổ. Hãy mở mục đã có.",
            en=f"{what.en} is recorded already. Open that one.",
        )
    )


def site_over() -> Twice:
    """Say that a model does not run at a place any more."""
    return Twice(
        Sentence(
            vi="Mô hình ở nơi này đã kết thúc trước đó. Hãy tải lại trang.",
            en="The model has ended there already. Load the page again.",
        )
    )


def pledge_of_another(partner: str) -> WrongPledge:
    """Say that a gift keeps a pledge of the same partner."""
    return WrongPledge(
        Sentence(
            vi=f"Cam kết này không phải của {partner}. Hãy chọn lại.",
            en=f"That pledge is not one of {partner}. Choose again.",
        )
    )


def not_from(step: Transition, stage: str) -> WrongStep:
    """Say that a step cannot be taken from where the proposal stands."""
    return WrongStep(
        Sentence(
            vi=f"Đề xuất đang ở bước “{stage}” nên chưa dùng được “{step.name}”. "
            "Hãy tải lại trang để xem bước mới nhất.",
            en=f"“{step.name}” is not possible while the proposal stands at “{stage}”. "
            "Load the page again.",
        )
    )


def step_needs(step: Transition, what: Sentence) -> WrongStep:
    """Say what a step lacks."""
    return WrongStep(
        Sentence(
            vi=f"“{step.name}” cần {what.vi}. Hãy ghi rồi gửi lại.",
            en=f"“{step.name}” needs {what.en}. Write it and send again.",
        )
    )


def moved_meanwhile() -> Outdated:
    """Say that another step came first; nothing was written."""
    return Outdated(
        Sentence(
            vi="Có người vừa cập nhật đề xuất này. Hãy xem lại rồi gửi.",
            en="Somebody has just changed this proposal. Look again and send.",
        )
    )

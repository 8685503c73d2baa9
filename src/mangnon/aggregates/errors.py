"""What reports of totals refuse; every sentence says what, where and what to do."""

from datetime import date

from mangnon.aggregates.states import Transition
from mangnon.places.errors import spoken
from mangnon.text.sentence import DomainError, Sentence


class AggregateError(DomainError):
    """The base of what reports of totals refuse."""


class WrongStep(AggregateError):
    """The report is not in the state that the step needs, or the words are missing."""


class Outdated(AggregateError):
    """Somebody else wrote since the page was opened."""


class NotReady(AggregateError):
    """The report cannot be sent as it stands."""


class NotOwed(AggregateError):
    """No such report is owed there for that period."""


def not_owed(place: str) -> NotOwed:
    """Say that a place owes no report for the period."""
    return NotOwed(
        Sentence(
            vi=f"{place} không phải lập báo cáo này cho kỳ đó. Hãy chọn kỳ khác hoặc nơi khác.",
            en=f"{place} owes no such report for that period. Choose another period or place.",
        )
    )


def not_from(step: Transition, state: str) -> WrongStep:
    """Say that a step does not lead on from where the report stands."""
    return WrongStep(
        Sentence(
            vi=f"Không thể làm bước “{step.name}” khi báo cáo ở trạng thái “{state}”. "
            "Hãy mở lại trang để xem báo cáo đang ở bước nào.",
            en=f"The step “{step.name}” is not open in the state “{state}”. "
            "Open the page again to see where the report stands.",
        )
    )


def closed(state: str) -> WrongStep:
    """Say that nothing can be typed any more."""
    return WrongStep(
        Sentence(
            vi=f"Báo cáo ở trạng thái “{state}” nên không nhập thêm được. "
            "Nếu số sai, hãy đề nghị nơi phê duyệt trả lại, hoặc đính chính khi đã khóa.",
            en=f"The report is “{state}”: nothing more can be typed. If a figure is wrong, ask the "
            "approver to return it, or have it restated once it is locked.",
        )
    )


def words_wanted() -> WrongStep:
    """Say that a step needs its reason."""
    return WrongStep(
        Sentence(
            vi="Chưa có lý do. Hãy ghi rõ lý do để nơi nhập biết cần sửa số liệu nào.",
            en="The reason is missing. Say why, so that the commune knows what to correct.",
        )
    )


def moved_meanwhile() -> Outdated:
    """Say that somebody else was faster."""
    return Outdated(
        Sentence(
            vi="Người khác vừa ghi vào báo cáo này. Hãy xem số đang có rồi gửi lại.",
            en="Somebody else has just written to this report. Look at it, then send again.",
        )
    )


def not_over(last: date) -> NotReady:
    """Say that a period has not ended."""
    return NotReady(
        Sentence(
            vi=f"Kỳ báo cáo đến hết ngày {spoken(last)} mới kết thúc. Hãy nộp sau ngày đó.",
            en=f"The period ends on {last}. Send the report after that day.",
        )
    )


def faults(lines: list[Sentence]) -> NotReady:
    """Say what keeps a report from being sent, line by line."""
    return NotReady(
        Sentence(
            vi="Chưa nộp được. " + " ".join(one.vi for one in lines),
            en="Not sent. " + " ".join(one.en for one in lines),
        )
    )


def own_report() -> WrongStep:
    """Say that nobody approves what she sent herself."""
    return WrongStep(
        Sentence(
            vi="Bạn là người nộp báo cáo này nên không tự phê duyệt được. "
            "Hãy để một người khác phê duyệt.",
            en="You sent this report yourself. Have somebody else approve it.",
        )
    )


def nothing_restated() -> NotReady:
    """Say that a restatement changes nothing."""
    return NotReady(
        Sentence(
            vi="Số mới giống số đang có, không có gì để đính chính. Hãy kiểm tra lại hai số.",
            en="The new figures equal those that stand: nothing to restate. Check both numbers.",
        )
    )

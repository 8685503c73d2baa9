"""The ten words for how a promise stands, closed, in the order in which they are tried."""

from enum import StrEnum

from mangnon.text.sentence import Sentence


class Status(StrEnum):
    """How a promise stands: the first word that applies, in this order."""

    NOT_YET_ASSESSED = "not_yet_assessed"
    NO_DATA = "no_data"
    TOO_FEW = "too_few"
    TOO_OLD = "too_old"
    MET_WITHIN_ERROR = "met_within_error"
    TOO_CLOSE = "too_close"
    MET = "met"
    MISSED = "missed"
    ON_TRACK = "on_track"
    BEHIND = "behind"


STATUS_WORDS: dict[Status, Sentence] = {
    Status.NOT_YET_ASSESSED: Sentence(vi="Chưa đến kỳ đánh giá", en="Not yet assessed"),
    Status.NO_DATA: Sentence(vi="Chưa có số liệu", en="No data"),
    Status.TOO_FEW: Sentence(vi="Quá ít để kết luận", en="Too few to judge"),
    Status.TOO_OLD: Sentence(vi="Số liệu quá cũ", en="Data too old"),
    Status.MET_WITHIN_ERROR: Sentence(vi="Đạt, trong sai số", en="Met, within error"),
    Status.TOO_CLOSE: Sentence(vi="Chưa kết luận được", en="Too close to call"),
    Status.MET: Sentence(vi="Đạt", en="Met"),
    Status.MISSED: Sentence(vi="Không đạt", en="Missed"),
    Status.ON_TRACK: Sentence(vi="Đúng tiến độ", en="On track"),
    Status.BEHIND: Sentence(vi="Chậm", en="Behind"),
}

NOT_JUDGED = Sentence(vi="Không đánh giá ở cấp này", en="Not judged at this level")


class Reason(StrEnum):
    """Why a word was chosen, where the numbers beside it do not say so themselves."""

    AWAITING = "awaiting"  # the period's decision is not due
    NO_FIGURE = "no_figure"
    WITHHELD = "withheld"  # not published, so not judged either
    BELOW_MINIMUM = "below_minimum"
    ONE_VALUE = "one_value"  # only the value from which the path starts
    NO_PATH = "no_path"  # no base and no trend to measure against
    OLD = "old"
    AGAINST_STEP = "against_step"
    AGAINST_PATH = "against_path"
    AGAINST_FORECAST = "against_forecast"  # no base was measured: the trend decides


REASON_WORDS: dict[Reason, Sentence] = {
    Reason.AWAITING: Sentence(
        vi="kết quả của kỳ này chưa đến hạn công nhận",
        en="the decision on this period is not due yet",
    ),
    Reason.NO_FIGURE: Sentence(
        vi="không có con số nào cho kỳ này", en="there is no figure for this period"
    ),
    Reason.WITHHELD: Sentence(
        vi="con số không công bố vì số nhỏ", en="the figure is withheld because it is small"
    ),
    Reason.BELOW_MINIMUM: Sentence(
        vi="mẫu số nhỏ hơn mức tối thiểu để đánh giá",
        en="the denominator is below the least that may be judged",
    ),
    Reason.ONE_VALUE: Sentence(
        vi="mới có giá trị xuất phát, chưa có gì để so",
        en="there is only the value it starts from, nothing to compare",
    ),
    Reason.NO_PATH: Sentence(
        vi="không có mốc xuất phát và chưa đủ ba giá trị để thấy xu hướng",
        en="there is no base, and fewer than three values to show a trend",
    ),
    Reason.OLD: Sentence(
        vi="con số mới nhất đã quá hạn dùng", en="the latest figure is older than allowed"
    ),
    Reason.AGAINST_STEP: Sentence(vi="so với mức đề ra", en="against what was promised"),
    Reason.AGAINST_PATH: Sentence(
        vi="so với lộ trình đến mức đề ra", en="against the path to what was promised"
    ),
    Reason.AGAINST_FORECAST: Sentence(
        vi="không có mốc xuất phát nên so theo dự báo",
        en="without a base, by where the trend leads",
    ),
}

"""What a visitor can ask for that is not there, or not so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mangnon.text.sentence import DomainError, Sentence


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from a page that is not there: a page, the parts of its address, its label."""

    page: str
    parts: Mapping[str, str]
    label: Sentence


class PortalError(DomainError):
    """A page that cannot be shown; ``status`` is the answer's, ``ways`` lead on."""

    status = 404

    def __init__(self, sentence: Sentence, ways: Sequence[Way] = ()) -> None:
        super().__init__(sentence)
        self.ways = tuple(ways)


class NothingReleased(PortalError):
    """There is no finished release yet: nothing is public."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                vi="Chưa có đợt công bố số liệu nào. Trang sẽ hiện sau đợt công bố đầu tiên.",
                en="No figures have been released yet. This page opens with the first release.",
            )
        )


class NoSuchPlace(PortalError):
    """No place answers to the address."""

    def __init__(self, text: str, ways: Sequence[Way]) -> None:
        vi, en = (" Có phải một trong các nơi sau?", " Is it one of these?") if ways else ("", "")
        super().__init__(
            Sentence(
                vi=f"Không có địa bàn nào mang mã “{text[:40]}”.{vi}",
                en=f"No place has the code “{text[:40]}”.{en}",
            ),
            ways,
        )


class NoSuchTarget(PortalError):
    """No target has the code."""

    def __init__(self, code: str, ways: Sequence[Way]) -> None:
        super().__init__(
            Sentence(
                vi=f"Không có lời hứa nào mang mã “{code[:40]}”. Hãy chọn một lời hứa dưới đây.",
                en=f"No promise has the code “{code[:40]}”. Choose one of those below.",
            ),
            ways,
        )


class NoSuchIndicator(PortalError):
    """No indicator has the code."""

    def __init__(self, code: str, ways: Sequence[Way]) -> None:
        super().__init__(
            Sentence(
                vi=f"Không có chỉ số nào mang mã “{code[:40]}”. Hãy chọn một chỉ số dưới đây.",
                en=f"No indicator has the code “{code[:40]}”. Choose one of those below.",
            ),
            ways,
        )


class NoSuchEntry(PortalError):
    """No procedure, service or document of the lists has the code."""

    def __init__(self, what: Sentence, code: str, ways: Sequence[Way]) -> None:
        vi, en = (" Có phải một trong các mục sau?", " Is it one of these?") if ways else ("", "")
        super().__init__(
            Sentence(
                vi=f"Không có {what.vi} nào mang mã “{code[:40]}”.{vi}",
                en=f"No {what.en} has the code “{code[:40]}”.{en}",
            ),
            ways,
        )


class NoFiguresThere(PortalError):
    """The place exists, but the release holds nothing of it."""

    def __init__(self, vi: str, en: str, ways: Sequence[Way]) -> None:
        super().__init__(
            Sentence(
                vi=f"Đợt công bố này không có số liệu của “{vi}”. Hãy xem các nơi dưới đây.",
                en=f"This release holds no figures of “{en}”. See the places below.",
            ),
            ways,
        )


class BadDay(PortalError):
    """What should be a day is none."""

    status = 400

    def __init__(self, text: str) -> None:
        super().__init__(
            Sentence(
                vi=f"“{text[:40]}” không phải là một ngày. Hãy viết năm-tháng-ngày: 2020-12-31.",
                en=f"“{text[:40]}” is not a day. Write year-month-day: 2020-12-31.",
            )
        )


class DayOutside(PortalError):
    """There is no map of that day."""

    status = 400

    def __init__(self, text: str, first: str, last: str) -> None:
        super().__init__(
            Sentence(
                vi=f"Không có bản đồ của ngày {text}. Hãy chọn một ngày từ {first} đến {last}.",
                en=f"There is no map of {text}. Choose a day from {first} to {last}.",
            )
        )


class BadChoice(PortalError):
    """A parameter has a value that is not among its choices."""

    status = 400

    def __init__(self, name: str, value: str, options: Sequence[str]) -> None:
        listed = ", ".join(options) if options else "—"
        super().__init__(
            Sentence(
                vi=f"Không có lựa chọn “{value[:40]}” cho “{name}”. Có thể chọn: {listed}.",
                en=f"“{value[:40]}” is not a choice for “{name}”. The choices are: {listed}.",
            )
        )

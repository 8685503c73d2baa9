"""The states of an assignment and every way from one to another, in one table.

``holder`` is who the duty was given to, ``giver`` who handed it down, ``map`` a merger of places.
"""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where an assignment stands."""

    HANDED = "handed", _("Đã giao, chờ tiếp nhận")
    QUESTIONED = "questioned", _("Đang hỏi lại")
    RETURNED = "returned", _("Đã trả lại")
    ACCEPTED = "accepted", _("Đang thực hiện")
    WAITING = "waiting", _("Tạm dừng, chờ cơ quan khác")
    REPORTED = "reported", _("Đã báo cáo, chờ công nhận")
    DONE = "done", _("Đã hoàn thành")
    WITHDRAWN = "withdrawn", _("Đã thu hồi")
    JOINED = "joined", _("Đã nhập vào nhiệm vụ khác")


class Side(TextChoices):
    """Who takes a step."""

    HOLDER = "holder", _("Nơi nhận")
    GIVER = "giver", _("Nơi giao")
    MAP = "map", _("Sáp nhập địa bàn")


class Transition(NamedTuple):
    """One step: from which states, to which, by whom; some must say why."""

    act: str
    name: str
    before: frozenset[State]
    after: State
    side: Side
    needs_words: bool = False


_S = State
OPEN = frozenset(
    {_S.HANDED, _S.QUESTIONED, _S.RETURNED, _S.ACCEPTED, _S.WAITING, _S.REPORTED}
)  # fmt: skip
# Whoever holds one of these is the one who has to move.
OWED = frozenset({_S.HANDED, _S.ACCEPTED, _S.WAITING, _S.QUESTIONED, _S.RETURNED})

_TABLE = (
    Transition("accept", _("Tiếp nhận"), frozenset({_S.HANDED}), _S.ACCEPTED, Side.HOLDER),
    Transition("ask", _("Hỏi lại"), frozenset({_S.HANDED, _S.ACCEPTED}), _S.QUESTIONED,
               Side.HOLDER, needs_words=True),
    Transition("answer", _("Trả lời"), frozenset({_S.QUESTIONED}), _S.HANDED,
               Side.GIVER, needs_words=True),
    Transition("return", _("Trả lại"), frozenset({_S.HANDED, _S.QUESTIONED}), _S.RETURNED,
               Side.HOLDER, needs_words=True),
    Transition("hand_again", _("Giao lại"), frozenset({_S.RETURNED}), _S.HANDED,
               Side.GIVER, needs_words=True),
    Transition("pause", _("Tạm dừng"), frozenset({_S.ACCEPTED}), _S.WAITING,
               Side.HOLDER, needs_words=True),
    Transition("resume", _("Làm tiếp"), frozenset({_S.WAITING}), _S.ACCEPTED, Side.HOLDER),
    Transition("report", _("Báo cáo kết quả"), frozenset({_S.ACCEPTED}), _S.REPORTED,
               Side.HOLDER, needs_words=True),
    Transition("recognise", _("Công nhận"), frozenset({_S.REPORTED}), _S.DONE, Side.GIVER),
    Transition("send_back", _("Yêu cầu làm tiếp"), frozenset({_S.REPORTED}), _S.ACCEPTED,
               Side.GIVER, needs_words=True),
    Transition("withdraw", _("Thu hồi"), OPEN, _S.WITHDRAWN, Side.GIVER, needs_words=True),
    Transition("join", _("Nhập vào nhiệm vụ khác"), OPEN, _S.JOINED, Side.MAP),
)  # fmt: skip
TRANSITIONS = {one.act: one for one in _TABLE}

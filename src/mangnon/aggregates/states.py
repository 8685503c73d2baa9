"""The states of a report and every way from one to another, in one table.

``filler`` is the commune, ``approver`` and ``keeper`` the district of
that day or the province, ``map`` a merger of places.
"""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Where a report stands."""

    DRAFT = "draft", _("Đang nhập")
    SUBMITTED = "submitted", _("Đã nộp, chờ phê duyệt")
    RETURNED = "returned", _("Bị trả lại để sửa")
    APPROVED = "approved", _("Đã phê duyệt")
    LOCKED = "locked", _("Đã khóa")
    LAPSED = "lapsed", _("Thôi lập do sáp nhập")


class Side(TextChoices):
    """Who takes a step."""

    FILLER = "filler", _("Nơi nhập")
    APPROVER = "approver", _("Nơi phê duyệt")
    KEEPER = "keeper", _("Nơi khóa số liệu")
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
# In these the filler may type; in those below the figures count.
OPEN = frozenset({_S.DRAFT, _S.RETURNED})
SENT = frozenset({_S.SUBMITTED, _S.APPROVED, _S.LOCKED})
COUNTED = frozenset({_S.APPROVED, _S.LOCKED})

_TABLE = (
    Transition("submit", _("Nộp báo cáo"), OPEN, _S.SUBMITTED, Side.FILLER),
    Transition("return", _("Trả lại để sửa"), frozenset({_S.SUBMITTED}), _S.RETURNED,
               Side.APPROVER, needs_words=True),
    Transition("approve", _("Phê duyệt"), frozenset({_S.SUBMITTED}), _S.APPROVED, Side.APPROVER),
    Transition("reopen", _("Hủy phê duyệt, trả lại"), frozenset({_S.APPROVED}), _S.RETURNED,
               Side.APPROVER, needs_words=True),
    Transition("lock", _("Khóa số liệu"), frozenset({_S.APPROVED}), _S.LOCKED, Side.KEEPER),
    Transition("lapse", _("Thôi lập do sáp nhập"), OPEN | {_S.SUBMITTED}, _S.LAPSED, Side.MAP),
)  # fmt: skip
TRANSITIONS = {one.act: one for one in _TABLE}

"""The cards of duties on the first page: what is due, what waits for an answer, who is late."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.work import Card, counted
from mangnon.duties.queries import overdue, reached
from mangnon.duties.showing import lists


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the cards that these grounds open; one query each."""
    do, give = (leave(user, act, grounds) for act in ("duties.do", "duties.give"))
    if do:
        yield Card(
            "due", counted(lists.due_soon(do)), _("Nhiệm vụ đến hạn trong 7 ngày"),
            _("Đã quá hạn, hoặc đến hạn trong 7 ngày."), reverse("duties:mine"),
        )  # fmt: skip
    if give:
        yield Card(
            "returned", counted(lists.to_answer(give)), _("Nhiệm vụ chờ bạn trả lời"),
            _("Nơi nhận hỏi lại, trả lại, báo cáo kết quả hoặc đề nghị gia hạn."),
            reverse("duties:answers"),
        )  # fmt: skip
        late = reached(give).filter(overdue(clock.today()))
        yield Card(
            "due", counted(late), _("Nhiệm vụ quá hạn trong địa bàn"),
            _("Nơi chậm hạn, số ngày chậm và lý do."), reverse("duties:late"),
        )  # fmt: skip

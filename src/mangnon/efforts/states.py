"""The stages of a policy proposal and every way from one to another, in one table."""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stage(TextChoices):
    """Where a proposal stands."""

    STUDY = "study", _("Đang nghiên cứu")
    DRAFT = "draft", _("Đã có dự thảo")
    OPINION = "opinion", _("Đang lấy ý kiến")
    SUBMITTED = "submitted", _("Đã trình")
    RESOLVED = "resolved", _("Đã có nghị quyết")
    IN_FORCE = "in_force", _("Đang có hiệu lực")
    DROPPED = "dropped", _("Đã dừng")


class Transition(NamedTuple):
    """One step: from which stages to which; some must say why, some name the resolution."""

    act: str
    name: str
    before: frozenset[Stage]
    after: Stage
    needs_words: bool = False
    needs_number: bool = False


_S = Stage
OPEN = frozenset({_S.STUDY, _S.DRAFT, _S.OPINION, _S.SUBMITTED})

_TABLE = (
    Transition("draft", _("Có dự thảo"), frozenset({_S.STUDY}), _S.DRAFT),
    Transition("ask_opinion", _("Lấy ý kiến"), frozenset({_S.DRAFT}), _S.OPINION),
    Transition("redraft", _("Sửa dự thảo theo ý kiến"), frozenset({_S.OPINION, _S.SUBMITTED}),
               _S.DRAFT, needs_words=True),
    Transition("submit", _("Trình"), frozenset({_S.DRAFT, _S.OPINION}), _S.SUBMITTED),
    Transition("resolve", _("Có nghị quyết"), frozenset({_S.SUBMITTED}), _S.RESOLVED,
               needs_number=True),
    Transition("enforce", _("Có hiệu lực"), frozenset({_S.RESOLVED}), _S.IN_FORCE),
    Transition("drop", _("Dừng"), OPEN, _S.DROPPED, needs_words=True),
)  # fmt: skip
TRANSITIONS = {one.act: one for one in _TABLE}

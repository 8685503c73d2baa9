"""Filters kept under a name, by whoever keeps them, for herself."""

from collections.abc import Mapping

from django.db import transaction

from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.register.errors import WrongState
from mangnon.register.models import SavedView
from mangnon.text.sentence import Sentence

MOST = 20


def keep_view(user: User, *, name: str, filters: Mapping[str, str], warrant: Warrant) -> SavedView:
    """Keep filters under a name; the same name again replaces what it stood for."""
    warrant.demand("register.list")
    name = " ".join(name.split())[:60]
    if not name:
        raise WrongState(
            Sentence(
                vi="Hãy đặt tên cho bộ lọc, ví dụ: “Dưới 5 tuổi, thôn Đông”.",
                en="Give the filters a name, for example “Under 5, Đông village”.",
            )
        )
    with transaction.atomic():
        others = SavedView.objects.filter(user=user).exclude(name=name)
        if others.count() >= MOST:
            raise WrongState(
                Sentence(
                    vi=f"Mỗi người giữ tối đa {MOST} bộ lọc. Hãy bỏ bớt một bộ lọc cũ.",
                    en=f"A person keeps {MOST} sets of filters at most. Drop an old one.",
                )
            )
        view, _made = SavedView.objects.update_or_create(
            user=user, name=name, defaults={"filters": dict(filters)}
        )
        record(warrant, "register.keep_view", subject=f"register.view:{view.uuid}")
    return view


def drop_view(view: SavedView, *, warrant: Warrant) -> None:
    """Forget filters that were kept."""
    warrant.demand("register.list")
    with transaction.atomic():
        record(warrant, "register.drop_view", subject=f"register.view:{view.uuid}")
        view.delete()

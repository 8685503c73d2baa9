"""Filters kept under a name, by whoever keeps them, for herself."""

from collections.abc import Mapping

from django.db import transaction

from mangnon.access.models import User
from mangnon.access.worded import worded
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
        kept = _kept_by(user)
        view = kept.pop(name, None) or worded(SavedView, name, user=user)
        if len(kept) >= MOST:
            raise WrongState(
                Sentence(
                    vi=f"Mỗi người giữ tối đa {MOST} bộ lọc. Hãy bỏ bớt một bộ lọc cũ.",
                    en=f"A person keeps {MOST} sets of filters at most. Drop an old one.",
                )
            )
        view.filters = dict(filters)
        view.save()
        record(warrant, "register.keep_view", subject=view.subject)
    return view


def _kept_by(user: User) -> dict[str, SavedView]:
    """Return what a person keeps, by name; her row is held, so that no name comes twice."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    return {view.words: view for view in SavedView.objects.filter(user=user)}


def pass_views(giver: User, taker: User, *, for_good: bool, warrant: Warrant) -> int:
    """Give a person's filters to whoever takes over her work; return how many she got.

    Where it is not for good the giver keeps hers. What the taker has already is not doubled; a
    name that she uses for something else gets the giver's name beside it.
    """
    warrant.demand("people.manage")
    passed = 0
    with transaction.atomic():
        had = {name: view.filters for name, view in _kept_by(taker).items()}
        given = sorted(SavedView.objects.filter(user=giver), key=lambda view: view.words)
        for view in given:
            if had.get(view.words) != view.filters:
                name = _free(view.words, giver.name, set(had))
                worded(SavedView, name, user=taker, filters=view.filters).save(force_insert=True)
                had[name] = view.filters
                passed += 1
            if for_good:
                view.delete()
        if passed:
            record(warrant, "register.pass_views", data={"views": passed, "to": taker.username})
    return passed


def _free(name: str, giver: str, taken: set[str]) -> str:
    """Return a name that is not taken, as short as a name may be."""
    tries = [name, *(f"{name[:30]} ({giver[:22]}{mark})" for mark in ("", *map(str, range(2, 99))))]
    return next(one for one in tries if one not in taken)


def drop_view(view: SavedView, *, warrant: Warrant) -> None:
    """Forget filters that were kept."""
    warrant.demand("register.list")
    with transaction.atomic():
        record(warrant, "register.drop_view", subject=view.subject)
        view.delete()

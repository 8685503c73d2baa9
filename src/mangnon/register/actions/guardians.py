"""Who cares for a child: names and telephones are sealed with the child's own key."""

from django.db import models, transaction

from mangnon.audit.warrants import Warrant
from mangnon.register import identity
from mangnon.register.actions import changes, checks
from mangnon.register.errors import WrongState
from mangnon.register.models import Child, Guardian
from mangnon.register.particulars import cleaned_name
from mangnon.register.telephones import cleaned_telephone
from mangnon.text.sentence import Sentence

_KEPT = ("relation", "name_sealed", "telephone_sealed")


class Relation(models.TextChoices):
    """What a guardian is to a child."""

    MOTHER = "mother", "Mẹ"
    FATHER = "father", "Cha"
    GRANDPARENT = "grandparent", "Ông, bà"
    RELATIVE = "relative", "Người thân khác"
    GUARDIAN = "guardian", "Người giám hộ"
    FOSTER = "foster", "Người nhận chăm sóc thay thế"


def set_guardian(
    child: Child,
    guardian: Guardian | None,
    *,
    relation: str,
    name: str,
    telephone: str = "",
    let_go: dict[str, str] | None = None,
    warrant: Warrant,
) -> Guardian:
    """Enter a guardian (None) or correct one; sealed values stand in the trail as kept.

    ``let_go``: what this officer typed and gave up for another's, sealed (hexadecimal).
    """
    name, telephone = cleaned_name(name), cleaned_telephone(telephone)
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child)
        _known(relation)
        one = Guardian(child=child) if guardian is None else _held(child, guardian)
        before = changes.kept(one, _KEPT) if guardian is not None else {}
        one.relation = relation
        if guardian is None or identity.open_guardian(one) != name:
            one.name_sealed = identity.seal_words(child, "guardian", name)
        if (identity.open_guardian_telephone(one) or "") != telephone:
            sealed = identity.seal_words(child, "guardian_telephone", telephone)
            one.telephone_sealed = sealed if telephone else None
        one.save()
        after = changes.kept(one, _KEPT)
        changes.note(
            warrant,
            "set_guardian",
            child,
            before=before,
            after=after,
            let_go=let_go,
            guardian=one.pk,
        )
    return one


def remove_guardian(guardian: Guardian, *, warrant: Warrant) -> None:
    """Take a guardian off a child's file; what stood there stays in the trail, sealed."""
    with transaction.atomic():
        child = checks.locked(guardian.child)
        changes.demand_at_home(warrant, child)
        one = _held(child, guardian)
        before = changes.kept(one, _KEPT)
        changes.note(warrant, "remove_guardian", child, before=before, guardian=one.pk)
        one.delete()


def _held(child: Child, guardian: Guardian) -> Guardian:
    one = child.guardians.filter(pk=guardian.pk).first()
    if one is None:
        raise WrongState(
            Sentence(
                vi="Người chăm sóc này không còn trong hồ sơ. Hãy tải lại hồ sơ.",
                en="This guardian is no longer in the file. Load the file again.",
            )
        )
    return one


def _known(relation: str) -> None:
    if relation not in Relation.values:
        raise WrongState(
            Sentence(
                vi=f"Quan hệ “{relation}” không có trong danh mục. Hãy chọn lại.",
                en=f"The relation “{relation}” is not on the list. Choose again.",
            )
        )

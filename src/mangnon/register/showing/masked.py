"""What a file shows masked: each is revealed by itself, for a moment, and leaves its own entry."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from mangnon.register import identity
from mangnon.register.access import token_of
from mangnon.register.models import Child, Guardian


@dataclass(frozen=True, slots=True)
class Masked:
    """A value that is kept back; ``what`` names it to the page that reveals."""

    what: str
    label: str
    is_there: bool
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Carer:
    """Somebody who cares for the child; ``token`` names the record in an address."""

    relation: str
    name: str
    telephone: Masked
    token: UUID


def masked(child: Child, revealed: str = "", value: str | None = None) -> list[Masked]:
    """Return what is masked in a child's file, one of them perhaps with its value."""
    home = child.household
    found = [
        Masked("document", _("Số định danh, giấy khai sinh"), child.document_sealed is not None),
        Masked("address", _("Địa chỉ"), home is not None and home.address_sealed is not None),
        Masked(
            "telephone", _("Điện thoại"), home is not None and home.telephone_sealed is not None
        ),
    ]
    return [with_value(one, revealed, value) for one in found]


def carers(child: Child, revealed: str = "", value: str | None = None) -> list[Carer]:
    """Return the child's guardians, their telephone numbers masked."""
    return [
        Carer(
            relation_word(one.relation),
            identity.open_guardian(one) or "–",
            with_value(_telephone(number, one), revealed, value),
            token_of(one, child),
        )
        for number, one in enumerate(_guardians(child), start=1)
    ]


def revealer(child: Child, what: str) -> Callable[[], str | None] | None:
    """Return what opens a masked value; None where there is no such thing."""
    home = child.household
    if what == "document":
        return lambda: identity.open_document(child)
    if what in ("address", "telephone"):
        opens = identity.open_address if what == "address" else identity.open_telephone
        return None if home is None else lambda: opens(home)
    kind, _colon, number = what.partition(":")
    named = [one for at, one in enumerate(_guardians(child), start=1) if str(at) == number]
    if kind != "guardian" or not named:
        return None
    return lambda: identity.open_guardian_telephone(named[0])


def relation_word(code: str) -> str:
    """Return the word of a guardian's relation to the child."""
    words = {
        "mother": _("Mẹ"),
        "father": _("Cha"),
        "grandparent": _("Ông, bà"),
        "relative": _("Người thân khác"),
        "guardian": _("Người giám hộ"),
        "foster": _("Người nhận chăm sóc thay thế"),
    }
    return words.get(code, code)


def _guardians(child: Child) -> list[Guardian]:
    return list(child.guardians.select_related("child__data_key").order_by("pk"))


def _telephone(number: int, one: Guardian) -> Masked:
    return Masked(f"guardian:{number}", _("Điện thoại"), one.telephone_sealed is not None)


def with_value(one: Masked, revealed: str, value: str | None) -> Masked:
    """Return a masked value, with the one that was asked for in clear."""
    if one.what != revealed:
        return one
    return Masked(one.what, one.label, one.is_there, value or "–")

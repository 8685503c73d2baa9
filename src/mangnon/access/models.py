"""The people who sign in, the roles they hold at places, and the rights they borrow.

No flag on a user opens a child's file: what somebody may do comes from a role held at a place,
from a day to a day, or from a loan with a reason and an end.
"""

from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.access.account_models import Counter, FactorReset, OneTimeCode, Session
from mangnon.access.worded import Worded
from mangnon.audit.models import Actor
from mangnon.places.models import Office, Place
from mangnon.text.sentence import Sentence

__all__ = [
    "Counter",
    "FactorReset",
    "Holding",
    "Loan",
    "OneTimeCode",
    "Sending",
    "Session",
    "Typed",
    "User",
]


class UserManager(BaseUserManager["User"]):
    """Finds people by the name they sign in with, each with the actor that names her."""

    def get_queryset(self) -> "models.QuerySet[User]":
        return super().get_queryset().select_related("actor")

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account; what she may do comes from roles held at places.

    The editors' house asks for groups, which follow the roles, and for a flag of somebody who may
    do everything, which the database holds at no.
    """

    class Language(models.TextChoices):
        VIETNAMESE = "vi", "Tiếng Việt"
        ENGLISH = "en", "English"

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    username = models.CharField(max_length=64, unique=True)
    actor = models.OneToOneField(Actor, on_delete=models.PROTECT, related_name="user")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.VIETNAMESE)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_superuser=False), name="nobody_may_everything")
        ]

    def __str__(self) -> str:
        return self.username

    @property
    def name(self) -> str:
        """The person's name, as entries of the trail have it."""
        return self.actor.name

    def get_full_name(self) -> str:
        """Return the name, as the editors' house asks for it."""
        return self.name


class Holding(models.Model):
    """A role that somebody holds at a place, from a day, to the day before another.

    It opens something only while it stands: one that opens children's files waits until a second
    administrator confirms it.
    """

    class State(models.TextChoices):
        STANDING = "standing", "Có hiệu lực"
        WAITING = "waiting", "Chờ người quản trị thứ hai xác nhận"
        DROPPED = "dropped", "Không được xác nhận"

    class Refusal(models.TextChoices):
        """Why a second administrator says no; of a list, so that nobody is written about."""

        NO_DECISION = "no_decision", _("Chưa có quyết định phân công")
        UNKNOWN = "unknown", _("Không rõ người này là ai")
        WRONG_ROLE = "wrong_role", _("Sai vai trò hoặc sai địa bàn")
        TOLD = "told", _("Lý do khác, đã nói với người giao")

    uuid = models.UUIDField(unique=True, default=uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="holdings")
    role = models.CharField(max_length=32)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    basis = models.CharField(
        max_length=200, blank=True
    )  # the decision as people cite it; in clear: docs/people.md
    given_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    # What was given by one act: a whole spreadsheet is confirmed at once.
    batch = models.UUIDField(default=uuid4, editable=False, db_index=True)
    answered_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=16, choices=Refusal, blank=True)
    # Carried over by a merger, until somebody confirms it.
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="holding_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("given_by")),
                name="holding_answered_by_another",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "place"],
                condition=Q(valid_to__isnull=True),
                name="one_open_holding",
            ),
        ]

    def may_be_answered_by(self, actor: Actor) -> bool:
        """Whether somebody may confirm or refuse it: who neither gave nor receives it."""
        return actor not in (self.given_by, self.user.actor)


class Loan(Worded):
    """A right borrowed at a place: for a stated reason, until a moment, in the trail."""

    what = Sentence("lý do nhận quyền tạm thời", "reasons of borrowed rights")

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="loans")
    act = models.CharField(max_length=48)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    lent_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gte=F("lent_at")), name="loan_ends")
        ]


class Sending(models.Model):
    """A form that was sent and did its act, and where that led: a second sending goes there."""

    key = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(db_index=True)
    led_to = models.CharField(max_length=300)


class Typed(models.Model):
    """What somebody typed when her session had ended: sealed, for her alone, for a day."""

    key = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    typed_at = models.DateTimeField(db_index=True)
    wrapped_key = models.BinaryField()
    sealed = models.BinaryField()

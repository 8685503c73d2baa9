"""The people who sign in. No flag on a user opens a child's file."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from mangnon.audit.models import Actor


class UserManager(BaseUserManager["User"]):
    """Finds people by the name they sign in with."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser):
    """A person with an account; what she may do comes from roles held at places."""

    username = models.CharField(max_length=64, unique=True)
    actor = models.OneToOneField(Actor, on_delete=models.PROTECT, related_name="user")
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    objects = UserManager()

    def __str__(self) -> str:
        return self.username

"""Groups of the editors' house: they follow roles, so no power outlives the role it came of."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

from mangnon.access.grounds import Ground
from mangnon.access.models import User

# The act that opens a group; who may publish may write.
GROUPS = {"pages.write": "Biên tập", "pages.publish": "Duyệt và xuất bản"}


def groups_of(grounds: Iterable[Ground]) -> set[str]:
    """Return the names of the groups that these grounds open."""
    acts = frozenset().union(*(ground.acts for ground in grounds))
    return {name for act, name in GROUPS.items() if act in acts}


def follow_roles(user: User, grounds: Iterable[Ground]) -> None:
    """Give the person the groups of her roles and her language there, and no other groups."""
    wanted, held = groups_of(grounds), set(user.groups.values_list("name", flat=True))
    if wanted != held:
        user.groups.set(Group.objects.filter(name__in=wanted))
    profile = UserProfile.get_for_user(user)
    if profile.preferred_language != user.language:
        UserProfile.objects.filter(pk=profile.pk).update(preferred_language=user.language)

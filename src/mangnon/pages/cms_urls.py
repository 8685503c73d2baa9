"""The addresses of the editors' house. What is closed declares no right: it is not there.

People and their rights are kept by the house's own pages; signing in is the desk's.
"""

from allauth.account import views as account
from django.urls import URLPattern, URLResolver, path
from wagtail.admin import urls as admin

from mangnon.access.routes import under
from mangnon.pages.whole import whole

_CLOSED = frozenset(
    {
        *("wagtailusers_users", "wagtailusers_groups", "wagtailsites", "wagtailembeds"),
        *("wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_error_test"),
    }
)


def _is_open(pattern: URLPattern | URLResolver) -> bool:
    name = pattern.name if isinstance(pattern, URLPattern) else pattern.namespace
    where = str(pattern.pattern)
    return name not in _CLOSED and not where.startswith(("password_reset/", "test404/"))


_LEAVING = path("logout/", account.logout, name="wagtailadmin_logout")
# What is closed comes first: the last of what is open takes every address that is left.
urlpatterns: list[URLPattern | URLResolver] = [
    *under("pages.write", [_LEAVING]),
    *(one for one in admin.urlpatterns if not _is_open(one)),
    *under("pages.write", whole(filter(_is_open, admin.urlpatterns))),
]

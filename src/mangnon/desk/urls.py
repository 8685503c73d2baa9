"""The addresses of the private house. Each page declares the right by which it is reached."""

from allauth.account.urls import urlpatterns as account_pages
from allauth.mfa.urls import urlpatterns as factor_pages
from allauth.usersessions.urls import urlpatterns as session_pages
from django.urls import URLPattern, URLResolver, include, path

from mangnon.access.rights import OPEN, OWN
from mangnon.access.routes import under
from mangnon.desk.views import home

# What somebody who is not signed in must reach; the rest of an account is for its owner.
_WITHOUT_SIGNING_IN = {"account_login": OPEN, "mfa_authenticate": OPEN, "mfa_login_webauthn": OPEN}
_ACCOUNT = [*account_pages, *session_pages, *factor_pages]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.page, name="desk"),
    path("tre-em/", include("mangnon.register.urls")),
    path("tai-khoan/", include(under(OWN, _ACCOUNT, **_WITHOUT_SIGNING_IN))),
]

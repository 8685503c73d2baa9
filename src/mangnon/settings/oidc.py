"""Signing in with the province's own directory (OpenID Connect), where it has one."""

from urllib.parse import urlsplit

from mangnon.settings import env
from mangnon.settings.mode import MODE

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _issuer() -> str:
    """Return the issuer's address, or nothing where none is set; refuses one without TLS."""
    issuer = env.text("MANGNON_OIDC_ISSUER", example="https://sso.haiphong.gov.vn", default="")
    parts = urlsplit(issuer)
    safe = parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in _LOOPBACK and MODE != "production"
    )
    if issuer and not (safe and parts.hostname):
        raise env.ImproperlyConfigured(
            f"MANGNON_OIDC_ISSUER: “{issuer}” is no https address. Write, for example: "
            "MANGNON_OIDC_ISSUER=https://sso.haiphong.gov.vn"
        )
    return issuer.rstrip("/")


OIDC_ISSUER = _issuer()
OIDC_ID = "co-quan"
_APPS: list[dict[str, object]] = []
if OIDC_ISSUER:
    _APPS.append(
        {
            "provider_id": OIDC_ID,
            "name": env.text("MANGNON_OIDC_NAME", example="Tài khoản công vụ", default="OpenID"),
            "client_id": env.text("MANGNON_OIDC_CLIENT_ID", example="mangnon"),
            "secret": env.secret("MANGNON_OIDC_SECRET", example="what the directory gave you"),
            "settings": {"server_url": OIDC_ISSUER, "oauth_pkce_enabled": True},
        }
    )
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": _APPS}}
SOCIALACCOUNT_ADAPTER = "mangnon.access.oidc.OidcAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"

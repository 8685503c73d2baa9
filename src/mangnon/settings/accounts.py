"""How people sign in to the private house, and how long that lasts. All of it under ``/desk/``."""

from mangnon.settings import env
from mangnon.settings.mode import MODE

_SECURE = MODE == "production"  # a demonstration on loopback has no TLS
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
# Whoever reaches children, people or the trail needs a second factor; in a demonstration all of
# them are invented, and its sign-in page says that it is waived.
SECOND_FACTOR_NEEDED = MODE != "demo"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

SESSION_ENGINE = "mangnon.access.sessions"
SESSION_COOKIE_NAME = "mangnon_desk"
SESSION_COOKIE_PATH = "/desk/"
SESSION_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# A session ends when nobody uses it, and in any case after a working day.
SESSION_IDLE_AGE = 60 * env.number("MANGNON_IDLE_MINUTES", default=30, least=5, most=240)
SESSION_COOKIE_AGE = 3600 * env.number("MANGNON_SESSION_HOURS", default=12, least=1, most=24)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "mangnon_form"
CSRF_COOKIE_PATH = "/desk/"
CSRF_COOKIE_SECURE = _SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# How many of our own proxies stand before the program: the address of who asks is read past them.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("MANGNON_PROXIES", default=0, least=0, most=5)

# Five wrong passwords lock the name at that address (of IPv6: at its /64) for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "mangnon.access.views.locked.page"
AXES_CLIENT_IP_CALLABLE = "mangnon.access.adapters.network_of"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # signing in is in the trail
AXES_ENABLE_ADMIN = False
# What was typed is not kept: a code, or a password in the field of the name.
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "csrfmiddlewaretoken"]
AXES_USERNAME_CALLABLE = "mangnon.access.adapters.name_locked"
AXES_VERBOSE = False
# Ours is a kind of theirs that acts under /desk/ only.
SILENCED_SYSTEM_CHECKS = ["axes.W002"]

ACCOUNT_ADAPTER = "mangnon.access.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
# Names are kept in lower case and looked up as they are: else one name has many spellings (ı is i
# to PostgreSQL where case is ignored), each of which the lock would count by itself.
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_FORMS = {
    "login": "mangnon.access.forms.signing_in.LoginForm",
    "reauthenticate": "mangnon.access.forms.signing_in.ReauthenticateForm",
    "change_password": "mangnon.access.forms.signing_in.ChangePasswordForm",
}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/desk/tai-khoan/dang-nhap/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
# Django's cache: tries and used codes, counted by all processes together; nothing hot, no text.
CACHES = {"default": {"BACKEND": "mangnon.access.counters.Counters"}}
# Wrong passwords are counted by axes, in the database, for all processes together.
ACCOUNT_RATE_LIMITS = {
    "login_failed": "50/m/ip",
    "login": "60/m/ip",
    "second_factor": "20/h/key",
    "one_time_code": "20/m/ip",
}

MFA_ADAPTER = "mangnon.access.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _SECURE
MFA_FORMS = {
    "authenticate": "mangnon.access.forms.factors.AuthenticateForm",
    "reauthenticate": "mangnon.access.forms.factors.ReauthenticateForm",
    "activate_totp": "mangnon.access.forms.factors.ActivateTOTPForm",
    "deactivate_totp": "mangnon.access.forms.factors.DeactivateTOTPForm",
    "authenticate_webauthn": "mangnon.access.forms.factors.AuthenticateKeyForm",
    "reauthenticate_webauthn": "mangnon.access.forms.factors.ReauthenticateKeyForm",
    "login_webauthn": "mangnon.access.forms.factors.LoginKeyForm",
    "add_webauthn": "mangnon.access.forms.factors.AddKeyForm",
    "edit_webauthn": "mangnon.access.forms.factors.EditKeyForm",
}

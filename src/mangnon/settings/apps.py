"""The rooms of the house, lowest floor first."""

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.forms",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "mangnon.ui",
    "mangnon.audit",
    "mangnon.places",
    "mangnon.access",
    "mangnon.indicators",
    "mangnon.legislation",
    "mangnon.register",
    "mangnon.facilities",
    "mangnon.programme",
    "mangnon.figures",
    "mangnon.portal",
    "mangnon.desk",
    "mangnon.packs",
    # Kept libraries come last: our templates stand before theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "django_htmx",
]

AUTH_USER_MODEL = "access.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

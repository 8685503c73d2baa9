"""The rooms of the house, lowest floor first."""

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.forms",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "django_htmx",
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
]

AUTH_USER_MODEL = "access.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

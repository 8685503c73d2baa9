"""The rooms of the house, lowest floor first."""

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
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
    "mangnon.packs",
]

AUTH_USER_MODEL = "access.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

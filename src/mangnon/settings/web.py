"""How pages are served: no session, no cookie, no CSRF field on the public site."""

from pathlib import Path

from mangnon.settings import env
from mangnon.settings.accounts import ALLAUTH_TRUSTED_PROXY_COUNT
from mangnon.settings.mode import DATA_DIR, MODE

ALLOWED_HOSTS = [
    host.strip()
    for host in env.text(
        "MANGNON_HOSTS",
        example="treem.example.gov.vn",
        default=None if MODE == "production" else "127.0.0.1,localhost,testserver",
    ).split(",")
]
ROOT_URLCONF = "mangnon.urls"
WSGI_APPLICATION = "mangnon.portal.wsgi.application"

# Answers pass from the last to the first: the page, its headers, its tag (304), its compression;
# a public page without parameters is kept as it then is.
MIDDLEWARE = [
    "mangnon.snapshots.middleware.Snapshots",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "mangnon.portal.middleware.PublicPages",
    "mangnon.portal.middleware.Moved",
    "mangnon.access.middleware.Sessions",
    "mangnon.access.middleware.Forms",
    "mangnon.access.middleware.Identity",
    "mangnon.access.middleware.Messages",
    "mangnon.access.middleware.Pieces",
    "allauth.account.middleware.AccountMiddleware",
    "mangnon.access.middleware.PrivateHouse",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "mangnon.pages.middleware.EditorsHouse",
    "mangnon.access.middleware.LockOut",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "mangnon.portal.context.frame",
                "mangnon.desk.context.frame",
            ]
        },
    }
]
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS: list[Path] = []
# A file's address carries its hash, so that it may be kept for ever; tests collect nothing.
_STATIC = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if MODE == "test"
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = MODE == "test"
WHITENOISE_ALLOW_ALL_ORIGINS = False
# A weigh day of 300 children is one form, of eight fields a child at most.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000
SECURE_CONTENT_TYPE_NOSNIFF = True
# Browsers that once came over TLS come no other way for so long; 0 switches it off.
_HSTS_DAYS = env.number("MANGNON_HSTS_DAYS", default=365, least=0, most=730)
SECURE_HSTS_SECONDS = 86_400 * _HSTS_DAYS if MODE == "production" else 0
# Our own proxy says whether it was asked over TLS; nobody else is believed.
if MODE == "production" and ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

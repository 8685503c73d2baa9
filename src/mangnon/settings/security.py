"""Secrets and keys. Production has no default for either."""

from mangnon.settings import env
from mangnon.settings.mode import DATA_DIR, MODE

SECRET_KEY = env.secret("MANGNON_SECRET_KEY", example="50 random characters or more")
if len(SECRET_KEY) < 32:
    raise env.ImproperlyConfigured(
        "MANGNON_SECRET_KEY: shorter than 32 characters. Write at least 50 random characters."
    )

# The key ring that wraps each child's data key. In production it is mounted from outside the
# data folder, so that a copy of the folder or of the database opens nothing.
KEY_FILE = env.text(
    "MANGNON_KEY_FILE",
    example="/run/credentials/mangnon/keys",
    default=None if MODE == "production" else str(DATA_DIR / "keys"),
)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

"""Secrets and keys. Production has no default for either."""

from pathlib import Path

from mangnon.settings import env
from mangnon.settings.mode import DATA_DIR, MODE
from mangnon.vault import guarding, keyfile

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
for _flaw in guarding.flaws(Path(KEY_FILE), apart_from=DATA_DIR) if MODE == "production" else ():
    raise env.ImproperlyConfigured(f"MANGNON_KEY_FILE: {_flaw}")

# One key of a developer's own, instead of a file; an environment is read by too many.
_KEY = env.text("MANGNON_KEY", example="32 bytes in base64", default="")
if _KEY and MODE == "production":
    raise env.ImproperlyConfigured(
        "MANGNON_KEY: a production installation reads its keys from a file that is mounted. "
        "Remove the variable and set MANGNON_KEY_FILE."
    )
KEY = keyfile.decoded_key(_KEY) if _KEY else None
if _KEY and KEY is None:
    raise env.ImproperlyConfigured(
        "MANGNON_KEY: not 32 bytes in base64. Make one with: openssl rand -base64 32"
    )

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

"""The kind of installation: production unless another is named."""

from mangnon import clock
from mangnon.settings import env

MODE = env.choice("MANGNON_MODE", ("production", "demo", "test"), default="production")
DEMO = MODE == "demo"
DEBUG = False

DATA_DIR = env.folder("MANGNON_DATA", example="/var/lib/mangnon")

# Only a demonstration or a test may live on another day than today.
TODAY = env.day("MANGNON_TODAY")
if TODAY is not None and MODE == "production":
    raise env.ImproperlyConfigured(
        "MANGNON_TODAY: a production installation lives on today's date. Remove the variable."
    )
clock.pin(TODAY)

SITE_NAME = env.text("MANGNON_SITE_NAME", example="Măng Non · Hải Dương", default="Măng Non")

"""Snapshots of the public pages: where they are kept, and which addresses never are."""

from mangnon.settings import env
from mangnon.settings.mode import DATA_DIR, MODE

# A test asks for them; a page that changes while it is written is easier without.
SNAPSHOTS = (
    env.choice("MANGNON_SNAPSHOTS", ("on", "off"), default="off" if MODE == "test" else "on")
    == "on"
)
SNAPSHOTS_DIR = DATA_DIR / "snapshots"
SNAPSHOTS_NEVER = ["/desk/", "/static/", "/tep/"]
# Where the nightly static copy lies that a web server falls back to.
EXPORT_DIR = DATA_DIR / "export"

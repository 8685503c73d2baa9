"""Who counts the views of public pages: this process, or nginx's log that a command follows."""

from mangnon.settings import env
from mangnon.settings.database import DATABASE_AS

# The portal's role writes nothing, so a process that works as it cannot be the one that counts.
_READS_ONLY = DATABASE_AS == "portal"
VISITS = env.choice(
    "MANGNON_VISITS", ("process", "log"), default="log" if _READS_ONLY else "process"
)
if VISITS == "process" and _READS_ONLY:
    raise env.ImproperlyConfigured(
        "MANGNON_VISITS: the role portal writes nothing, so its process cannot count views. Count "
        "them from nginx's log: MANGNON_VISITS=log, and mangnon visits follow"
    )

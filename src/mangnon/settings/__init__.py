"""Django's settings, one file for each concern. Nothing here is permissive by default."""

from mangnon.settings.accounts import *  # noqa: F403
from mangnon.settings.apps import *  # noqa: F403
from mangnon.settings.attachments import *  # noqa: F403
from mangnon.settings.backup import *  # noqa: F403
from mangnon.settings.cms import *  # noqa: F403
from mangnon.settings.database import *  # noqa: F403
from mangnon.settings.engine import *  # noqa: F403
from mangnon.settings.locale import *  # noqa: F403
from mangnon.settings.logging import *  # noqa: F403
from mangnon.settings.mail import *  # noqa: F403
from mangnon.settings.mode import *  # noqa: F403
from mangnon.settings.notices import *  # noqa: F403
from mangnon.settings.oidc import *  # noqa: F403
from mangnon.settings.security import *  # noqa: F403
from mangnon.settings.snapshots import *  # noqa: F403
from mangnon.settings.visits import *  # noqa: F403
from mangnon.settings.web import *  # noqa: F403

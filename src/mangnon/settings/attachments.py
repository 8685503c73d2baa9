"""Where the files lie that officers bring, each locked under a key of its own."""

from mangnon.settings.mode import DATA_DIR

ATTACHMENTS_ROOT = DATA_DIR / "attachments"
# Nothing that an officer sends lies in a temporary folder, not for a moment.
FILE_UPLOAD_HANDLERS = ["mangnon.attachments.arriving.IntoMemory"]

"""What backups are locked with, and which children stay erased after one is brought back."""

from mangnon.settings import env
from mangnon.settings.mode import DATA_DIR

# A file, outside of the data folder, that only the commands read.
BACKUP_PASSPHRASE_FILE = env.text(
    "MANGNON_BACKUP_PASSPHRASE_FILE", example="/etc/mangnon/backup-passphrase", default=""
)
# Ids of children whose files were erased, without a name; keep a copy of it elsewhere.
ERASURES_FILE = env.text(
    "MANGNON_ERASURES_FILE",
    example="/var/lib/mangnon/erasures",
    default=str(DATA_DIR / "erasures"),
)

# How many years after the 16th birthday, or a death, a file keeps its name.
RETENTION_YEARS = env.number("MANGNON_RETENTION_YEARS", default=5, least=0, most=80)

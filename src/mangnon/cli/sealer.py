"""A process beside the site that seals the audit entries while it is served."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from mangnon.audit.sealing import EVERY

_RUN = "from mangnon.cli import main; main()"
_PATIENCE = 20  # seconds that the last sealing may take


@contextmanager
def sealing_beside() -> Iterator[subprocess.Popen[bytes]]:
    """Keep the entries sealed until the block ends, and once more then.

    A process of its own: a thread with a connection would not survive gunicorn's forks. It ends
    with its input, so also where the site is killed.
    """
    words = [sys.executable, "-c", _RUN, "audit", "seal", "--every", str(EVERY), "--until-closed"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=quiet) as sealer:  # noqa: S603
        try:
            yield sealer
        finally:
            _end(sealer)


def _end(sealer: subprocess.Popen[bytes]) -> None:
    try:
        sealer.communicate(timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        sealer.kill()

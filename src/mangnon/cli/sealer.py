"""A process beside the site that seals the trail and publishes what is due while it is served."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_RUN = "from mangnon.cli import main; main()"
_PATIENCE = 20  # seconds that the last sealing may take


@contextmanager
def sealing_beside() -> Iterator[subprocess.Popen[bytes]]:
    """Keep the entries sealed and the pages on time until the block ends.

    A process of its own: a thread with a connection would not survive gunicorn's forks. It ends
    with its input, so also where the site is killed.
    """
    words = [sys.executable, "-c", _RUN, "beside", "--until-closed"]
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

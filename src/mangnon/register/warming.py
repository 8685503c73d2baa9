"""What the first act of a process would wait for, done before anybody acts."""

import numpy as np

from mangnon.indicators.recount import rehearse
from mangnon.register.roster import roster
from mangnon.register.scores import scores


def warm_records() -> None:
    """Read the growth tables, compile the indicators, open the engine; writes nothing.

    Called in the background by whoever serves officers; takes a second or two, once a process.
    """
    scores(
        sex=["m", "f"],
        age_days=np.array([400.0, 800.0]),
        weight_kg=np.array([9.5, 12.0]),
        length_cm=np.array([76.0, 86.0]),
        position=["L", "H"],
        oedema=np.array([False, False]),
    )
    rehearse()


def warm_roster() -> None:
    """Begin to read whom the register holds; who searches first finds it read, or half read.

    Returns at once: the roster's own thread reads, for seconds where children are many.
    """
    roster().start()

"""The day's reminders at their hour: what the process beside the site does, and the command."""

from dataclasses import dataclass
from datetime import date, datetime
from threading import Event

from django.conf import settings

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.notices.actions import Made, Sent, make, send
from mangnon.rounds import keep_on

EVERY = 60.0  # seconds between two looks at the clock
_TRY_AGAIN = 10  # looks after which letters that wait are tried again


def remind() -> tuple[Made, Sent]:
    """Make the reminders of today and send what waits."""
    warrant = system_warrant("remind")
    return make(warrant=warrant), send(warrant=warrant)


@dataclass
class Round:
    """Whether it is time, by the day and hour of Việt Nam: once a day, from the hour set."""

    last: date | None = None
    looks: int = 0

    def is_time(self, now: datetime) -> bool:
        """Tell whether the reminders of this day are to be made now, and note that they are."""
        here = now.astimezone(clock.ZONE)
        if here.hour < settings.REMIND_FROM_HOUR or here.date() == self.last:
            return False
        self.last = here.date()
        return True

    def look(self) -> None:
        """Do what it is time for; a day whose reminders were not made is not over."""
        before = self.last
        try:
            if self.is_time(clock.now()):
                remind()
            elif self.tries_again():
                send(warrant=system_warrant("remind"))
        except BaseException:
            self.last = before
            raise

    def tries_again(self) -> bool:
        """Tell whether this look also tries what a server did not take before."""
        self.looks += 1
        return self.looks % _TRY_AGAIN == 0


def keep_reminding(stop: Event, every: float = EVERY) -> None:
    """Look at the clock until told to stop; what fails once is tried again."""
    turn = Round()
    keep_on(stop, lambda looks: turn.look(), every=every, what="the reminders")

"""Who was reminded of what is for officers."""

from mangnon.walls import shared

shared("notices.Notice", "notices.Letter", "notices.Stop")

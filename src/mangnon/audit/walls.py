"""The trail is only ever added to; no public page reads it.

Who acted is declared where a part of it is published: with the releases."""

from mangnon.walls import shared

shared("audit.Entry", "audit.Seal", desk="add")

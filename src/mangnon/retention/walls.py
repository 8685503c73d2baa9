"""The list of erasures names nobody: every officer's program may read it, none but acts write."""

from mangnon.walls import shared

shared("retention.Erasure")

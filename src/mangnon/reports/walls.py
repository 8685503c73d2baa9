"""Reports, signed or not, are for officers."""

from mangnon.walls import shared

shared("reports.Report")

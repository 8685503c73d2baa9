"""What communes report as totals is for officers; what is published of it is in a release."""

from mangnon.walls import shared

shared(
    *("aggregates.ReportForm", "aggregates.Item", "aggregates.Report", "aggregates.Figure"),
    *("aggregates.Told", "aggregates.Step", "aggregates.Restatement"),
)

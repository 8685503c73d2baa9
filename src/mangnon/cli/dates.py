"""Dates as people write them, on the command line."""

from datetime import date

import click

from mangnon.text.dates import NotADateError, parse_date


class Day(click.ParamType):
    """A day, written day first or as 2020-12-31."""

    name = "ngày/day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or fail with a sentence."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(value).last
        except NotADateError as error:
            self.fail(str(error.sentence), param, ctx)


DAY = Day()

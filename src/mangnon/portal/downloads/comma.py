"""CSV that Vietnamese Excel opens right: UTF-8 with a mark, semicolons, decimal commas."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from mangnon.portal.downloads.rows import Value, keys
from mangnon.portal.editions import Edition

# A spreadsheet would read a cell that begins so as a formula.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def comma_file(edition: Edition, found: Sequence[dict[str, Value]]) -> bytes:
    """Write the rows; the headings are in the page's language."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    columns = keys()
    writer.writerow([safe_text(column.heading) for column in columns])
    writer.writerows([_cell(row[column.key]) for column in columns] for row in found)
    return sheet.getvalue().encode("utf-8-sig")


def safe_text(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def number_text(value: float) -> str:
    """Write a number with a decimal comma, as short as it can be read back."""
    whole = repr(int(value)) if float(value).is_integer() else repr(float(value))
    return whole.replace(".", ",")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("có") if value else ""
    if isinstance(value, date):
        return value.isoformat()
    return safe_text(value) if isinstance(value, str) else number_text(value)

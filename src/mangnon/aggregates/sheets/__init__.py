"""Reports of totals that come in spreadsheets."""

from mangnon.aggregates.sheets.totals import TOTALS
from mangnon.imports.sheets import offer

offer(TOTALS)

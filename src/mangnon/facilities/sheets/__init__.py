"""What of the facilities comes in spreadsheets: health stations, schools, their staff."""

from mangnon.facilities.sheets.facilities import SCHOOLS, STATIONS
from mangnon.facilities.sheets.staff import STAFF
from mangnon.imports.sheets import offer

offer(STATIONS)
offer(SCHOOLS)
offer(STAFF)

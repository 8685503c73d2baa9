"""What of the register comes in spreadsheets: children, measurements."""

from mangnon.imports.sheets import offer
from mangnon.register.sheets.children import CHILDREN
from mangnon.register.sheets.measurements import MEASUREMENTS

offer(CHILDREN)
offer(MEASUREMENTS)

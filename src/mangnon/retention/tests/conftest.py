"""The cast of the register."""

from mangnon.imports.tests.conftest import _kept as _kept  # files of the test's own
from mangnon.imports.tests.conftest import judged as judged
from mangnon.register.tests.conftest import (  # the fixtures of the register
    _database as _database,
)
from mangnon.register.tests.conftest import an_son as an_son
from mangnon.register.tests.conftest import binh_minh as binh_minh
from mangnon.register.tests.conftest import disability as disability
from mangnon.register.tests.conftest import enter as enter
from mangnon.register.tests.conftest import man as man
from mangnon.register.tests.conftest import today as today
from mangnon.register.tests.conftest import warrant as warrant

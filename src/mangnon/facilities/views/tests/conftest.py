"""The cast at the desk: a commune's officer and the facilities around her."""

from mangnon.duties.views.tests.conftest import enter  # noqa: F401
from mangnon.facilities.tests.conftest import (  # noqa: F401
    _database,
    an_son,
    binh_minh,
    commune_standard,
    midwife,
    other_station,
    school,
    school_standard,
    station,
    today,
    warrant,
)

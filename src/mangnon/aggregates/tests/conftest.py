"""The cast: two districts of two communes, an indicator that is reported, a form that asks it."""

from collections.abc import Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.aggregates.models import Item, ReportForm
from mangnon.audit.warrants import Warrant
from mangnon.duties.tests.conftest import communes, districts, province  # noqa: F401  (theirs)
from mangnon.indicators.models import Indicator

YEAR = date(2013, 1, 1)
DECLARATION = {
    "code": "T1", "name_vi": "Tỷ lệ trẻ em có hoàn cảnh đặc biệt", "name_en": "Share of children",
    "definition_vi": "…", "definition_en": "…", "unit": "percent", "better": "lower",
    "measure": "stock", "counts": "persons",
    "series": [
        {"code": "totals", "source": "reported", "levels": [], "name_vi": "B", "name_en": "R"},
        {"code": "records", "source": "records", "name_vi": "Hồ sơ", "name_en": "Records"},
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def today() -> Iterator[date]:
    day = date(2014, 1, 6)
    with clock.pinned(day):
        yield day


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Every test of reports meets the database."""


@pytest.fixture
def warrant() -> Warrant:
    return demonstration_warrant()


@pytest.fixture
def form() -> ReportForm:
    held = Indicator.objects.create(
        code="T1", name_vi=DECLARATION["name_vi"], name_en="Share", position=1,
        declaration=DECLARATION,
    )  # fmt: skip
    made = ReportForm.objects.create(
        code="nam", name_vi="Báo cáo năm", name_en="Yearly", period_kind="year",
        valid_from=date(2012, 1, 1), due_days=10,
    )  # fmt: skip
    Item.objects.create(
        form=made, indicator=held, series="totals", position=1, least=0.5, most=20, change=30,
        numerator_vi="Trẻ em có hoàn cảnh đặc biệt", numerator_en="In special circumstances",
        denominator_vi="Tổng số trẻ em", denominator_en="All children",
    )  # fmt: skip
    return made

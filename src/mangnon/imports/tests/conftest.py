"""The cast: one commune, its register, and spreadsheets as communes have them."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook

from mangnon.audit.warrants import Warrant
from mangnon.imports import actions
from mangnon.imports.models import Import
from mangnon.imports.sheets import sheet_of
from mangnon.places.models import Place
from mangnon.register.tests.conftest import (  # noqa: F401
    _database,
    an_son,
    binh_minh,
    enter,
    man,
    today,
    warrant,
)

HEADINGS = ("STT", "Họ và tên trẻ", "Ngày sinh", "Giới tính", "Số định danh", "Dân tộc")


@pytest.fixture(autouse=True)
def _kept(settings, tmp_path) -> None:
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"


def book(
    rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS, name: str = "Sheet"
) -> bytes:
    """Make a workbook as a commune's: a title, an empty row, the headings, the rows."""
    made, file = Workbook(), BytesIO()
    table = made.active
    table.title = name
    table.append(["DANH SÁCH TRẺ EM NĂM 2024"])
    table.append([])
    table.append(list(headings))
    for row in rows:
        table.append(list(row))
    made.save(file)
    return file.getvalue()


Judge = Callable[..., Import]


@pytest.fixture
def judged(an_son: Place, warrant: Warrant) -> Judge:  # noqa: F811
    """Bring a file for An Sơn and have it judged."""

    def one(content: bytes, name: str = "tre.xlsx", sheet: str = "children", place=None) -> Import:
        brought = actions.bring(
            sheet_of(sheet), name, content, place=place or an_son, warrant=warrant
        )
        columns = {int(at): code for at, code in brought.layout["columns"].items()}
        actions.choose_columns(brought, columns, warrant=warrant)
        return actions.work(brought_again(brought), warrant=warrant)

    return one


def brought_again(one: Import) -> Import:
    return Import.objects.select_related("place").get(pk=one.pk)

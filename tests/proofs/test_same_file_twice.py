"""Promise: the same spreadsheet twice changes nothing, however it is brought.

From the command line, as a commune does: written once; brought again, under another name, with its
rows in another order, while the first one waits; not a child, not an entry of the register more.
"""

from datetime import date

import pytest
from click.testing import CliRunner

from mangnon import clock
from mangnon.access.doors import operator_warrant
from mangnon.audit.models import Entry
from mangnon.cli.imports import import_command
from mangnon.imports import actions
from mangnon.imports.models import Import
from mangnon.places import generation
from mangnon.places.models import Kind, Place
from mangnon.register.models import Child, Residence
from tests.support.rosters import own_roster

pytestmark = pytest.mark.django_db
HEADINGS = "Họ và tên;Ngày sinh;Giới tính;Số định danh;Là trẻ khác"
ROWS = [
    "Nguyễn Thị Mận;10/3/2015;Nữ;030215000123;",
    "Trần Văn Đào;7/8/2019;Nam;;",
    "Trần Văn Đạo;7/8/2019;Nam;;x",
    "Phạm Thị Lựu;9/2020;Nữ;;",
    "Lê Văn Ổi;2018;Nam;;",
]


@pytest.fixture(autouse=True)
def _commune(settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"
    with clock.pinned(date(2024, 6, 15)), own_roster():
        root = Place.objects.create(
            code="HD", kind=Kind.PROGRAMME_AREA, style="tinh", name_vi="Tỉnh", name_en="Province",
            sort_key="hd", valid_from=date(2012, 1, 1),
        )  # fmt: skip
        here = Place.objects.create(
            code="101", kind=Kind.COMMUNE, style="xa", name_vi="Xã An Sơn", name_en="An Son",
            sort_key="an", valid_from=date(2012, 1, 1),
        )  # fmt: skip
        here.parents.create(parent=root, valid_from=date(2012, 1, 1))
        generation.bump()
        yield


def brought(folder, name: str, rows: list[str], *words: str) -> str:
    path = folder / name
    path.write_text("\n".join([HEADINGS, *rows, ""]), encoding="utf-8")
    done = CliRunner().invoke(
        import_command, [str(path), "--place", "101", "--by", "Thử", *words],
        catch_exceptions=False,
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    return done.output


def state() -> tuple[list, list, int]:
    children = list(Child.objects.order_by("pk").values_list("uuid", "version", "change_seq"))
    homes = list(Residence.objects.order_by("pk").values_list("child", "valid_from", "valid_to"))
    return children, homes, Entry.objects.filter(act__startswith="register.").count()


def test_the_same_file_twice_changes_nothing(tmp_path):
    brought(tmp_path, "tre.csv", ROWS, "--accept")
    before = state()
    assert len(before[0]) == 5
    said = brought(tmp_path, "tre.csv", ROWS, "--accept")
    assert "không đổi: 5" in said
    assert state() == before


def test_nor_does_it_with_another_name_and_another_order(tmp_path):
    brought(tmp_path, "tre.csv", ROWS, "--accept")
    before = state()
    brought(tmp_path, "tre-moi.csv", ROWS[::-1], "--accept")
    assert state() == before


def test_nor_when_both_were_judged_before_either_was_written(tmp_path):
    brought(tmp_path, "tre.csv", ROWS)
    brought(tmp_path, "tre.csv", ROWS, "--accept")
    before = state()
    first = Import.objects.order_by("pk").first()
    warrant = operator_warrant("Thử", "mangnon import")
    done = actions.work(actions.accept(first, warrant=warrant), warrant=warrant)
    assert (done.written, done.left) == (0, 5)
    assert state() == before

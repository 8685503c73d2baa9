"""Spreadsheets from the server's command line: every kind, said row by row, taken back."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from mangnon import clock
from mangnon.cli.imports import import_command, imports_group
from mangnon.facilities.models import Facility
from mangnon.imports import actions
from mangnon.imports.models import Import, State
from mangnon.places import generation
from mangnon.places.models import Kind, Place

pytestmark = pytest.mark.django_db
ROWS = "Mã trạm;Tên trạm;Ngày thành lập\nTYT-1;Trạm y tế An Sơn;1/3/2014\nTYT-2;;1/3/2014\n"


@pytest.fixture(autouse=True)
def _commune(settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"
    with clock.pinned(date(2024, 6, 15)):
        Place.objects.create(
            code="101", kind=Kind.COMMUNE, style="xa", name_vi="Xã An Sơn", name_en="An Son",
            sort_key="an", valid_from=date(2012, 1, 1),
        )  # fmt: skip
        generation.bump()
        yield


def said(command, *words: object) -> str:
    done = CliRunner().invoke(command, [str(word) for word in words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def brought(folder: Path, *words: str) -> str:
    path = folder / "tram.csv"
    path.write_text(ROWS, encoding="utf-8")
    return said(
        import_command, path, "--place", "101", "--by", "Thử", "--sheet", "stations", *words
    )


def test_stations_are_brought_and_taken_back(tmp_path):
    told = brought(tmp_path, "--accept")
    assert "mới: 1" in told
    assert "dòng 3: Tên cơ sở: Thiếu “Tên cơ sở”" in told
    assert Facility.objects.get().name == "Trạm y tế An Sơn"
    (uuid,) = re.findall(r"[0-9a-f-]{36}", told)
    assert uuid in said(imports_group, "list")
    said(imports_group, "take-back", uuid, "--by", "Thử")
    assert not Facility.objects.exists()


def test_what_was_cut_off_is_gone_on_with(tmp_path):
    brought(tmp_path)
    one = Import.objects.select_related("place").get()
    from mangnon.access.doors import operator_warrant

    actions.accept(one, warrant=operator_warrant("Thử", "mangnon import"))
    said(imports_group, "resume")
    one.refresh_from_db()
    assert (one.state, one.written) == (State.ACCEPTED, 1)
    assert Facility.objects.exists()


def test_another_kind_is_named_among_those_there_are(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text(ROWS)
    words = [str(path), "--place", "101", "--by", "Thử", "--sheet", "lạ"]
    done = CliRunner().invoke(import_command, words)
    assert done.exit_code == 2
    for code in ("children", "measurements", "stations", "schools", "staff", "totals"):
        assert code in done.output

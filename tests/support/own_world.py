"""A commune with three children whose names are canaries, a proof on the disk, some figures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import uuid4

from mangnon import clock
from mangnon.access.doors import operator_warrant
from mangnon.attachments import keeping
from mangnon.audit.sealing import seal_waiting
from mangnon.imports import actions
from mangnon.imports.models import Import
from mangnon.imports.sheets import sheet_of
from mangnon.imports.tests.conftest import book
from mangnon.indicators.models import Cell, Indicator
from mangnon.indicators.recount import rebuild
from mangnon.indicators.tests.conftest import make_indicator
from mangnon.places import generation
from mangnon.places.models import Kind, Place
from mangnon.register.actions import register_child
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.vault import new_data_key
from tests.support.canaries import CANARIES

WARRANT = "Bà Tám"


@dataclass
class OwnWorld:
    """What stands in it, and how to run a command in it."""

    run: Callable[..., tuple[int, str]]
    folder: Path
    passphrase: Path
    children: list[Child] = field(default_factory=list)
    proof: tuple[object, bytes] = (None, b"")

    def say(self, *words: str) -> tuple[int, str]:
        return self.run(*words)

    def backup(self, name: str = "copy") -> Path:
        path = self.folder / name
        code, said = self.run("backup", "--to", str(path), "--by", WARRANT)
        assert code == 0, said
        return path

    def restore(self, path: Path, *more: str) -> tuple[int, str]:
        return self.run("restore", str(path), "--by", WARRANT, *more)


def brought_spreadsheet(world: OwnWorld) -> Import:
    """Bring a child more with a spreadsheet, to the end."""
    warrant, content = operator_warrant(WARRANT, "test"), book([
        (1, CANARIES["brought"], "10/3/2015", "Nữ", "", ""),
    ])  # fmt: skip
    place = Place.objects.get(code="101")
    brought = actions.bring(sheet_of("children"), "tre.xlsx", content, place=place, warrant=warrant)
    columns = {int(at): code for at, code in brought.layout["columns"].items()}
    actions.choose_columns(brought, columns, warrant=warrant)
    for act in (actions.work, actions.accept, actions.work):
        brought = act(Import.objects.get(pk=brought.pk), warrant=warrant)
    world.children.append(Child.objects.latest("pk"))
    return brought


def built(run: Callable[..., tuple[int, str]], folder: Path, settings: object) -> OwnWorld:
    """Lay everything, each through its own act."""
    passphrase = folder / "passphrase"
    passphrase.write_text("hai mươi ký tự trở lên, nhé\n", encoding="utf-8")
    settings.BACKUP_PASSPHRASE_FILE = str(passphrase)
    settings.DATA_DIR = folder / "data"
    settings.ATTACHMENTS_ROOT = settings.DATA_DIR / "attachments"
    settings.MEDIA_ROOT = str(settings.DATA_DIR / "media")
    settings.ERASURES_FILE = str(settings.DATA_DIR / "erasures")
    settings.DATA_DIR.mkdir()
    Path(settings.ERASURES_FILE).touch()
    world = OwnWorld(run, folder, passphrase)
    warrant = operator_warrant(WARRANT, "test")
    place = Place.objects.create(
        code="101", kind=Kind.COMMUNE, style="xa", name_vi="Xã Mẫu", name_en="Mẫu",
        sort_key="mau", valid_from=date(2000, 1, 1),
    )  # fmt: skip
    generation.bump()
    for name, born in (("name", date(2001, 3, 1)), ("second name", date(2015, 5, 5)),
                       ("name in bulk", date(2016, 6, 6))):  # fmt: skip
        told = Particulars(name=CANARIES[name], birth_date=born, sex="f",
                           document=CANARIES["document"] if name == "name" else "")  # fmt: skip
        world.children.append(register_child(told, place=place, warrant=warrant))
    world.proof = (uuid4(), new_data_key())
    keeping.write(world.proof[0], CANARIES["narrative"].encode(), world.proof[1])
    make_indicator("T1")
    make_indicator("T4")
    rebuild()
    Cell.objects.create(
        indicator=Indicator.objects.get(code="T1"), place=place, period_kind="year", series="own",
        period_start=date(2015, 1, 1), numerator=1, denominator=3, as_of=date(2015, 12, 31),
        counted_at=clock.now(),
    )  # fmt: skip
    seal_waiting()
    return world

"""Nothing of the reference province is in code: another pack's invented province, simulated.

The country's own catalogues (the groups of two laws, titles, standards, kinds of assistance) are
in every pack of this country, and so is the day of its merger; the tiny pack gets them here.
"""

import shutil
import tomllib
from pathlib import Path

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.facilities.models import Facility
from mangnon.packs.actions import apply_pack
from mangnon.packs.models import AppliedPack
from mangnon.register.models import Residence
from mangnon.simulation.cohorts import children_at_end
from mangnon.simulation.days import as_date
from mangnon.simulation.errors import CannotSimulate
from mangnon.simulation.ground import MERGER
from mangnon.simulation.profile import profile_of
from mangnon.simulation.simulate import simulate
from mangnon.simulation.tests.stage import PACK
from mangnon.simulation.tests.test_simulate import silent

pytestmark = pytest.mark.django_db
NOWHERE = PACK.parents[1] / "tests" / "packs" / "nowhere"
CHILDREN = 500
ITS_MERGER, MERGER_DAY = "2020-01-01", as_date(MERGER).isoformat()
OF_THE_COUNTRY = ("assistance.csv", "circumstance_groups.csv", "staff_titles.csv")


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """The tiny pack with the catalogues of the country."""
    pack = Path(shutil.copytree(NOWHERE, tmp_path / "nowhere"))
    for name in OF_THE_COUNTRY:
        shutil.copy(PACK / name, pack / name)
    for name in ("documents.toml", "standards.toml"):
        both = [(root / name).read_text(encoding="utf-8") for root in (PACK, NOWHERE)]
        lines = "\n".join(both).splitlines()
        # The tiny pack has none of the indicators that the country's criteria rest on.
        kept = [line for line in lines if not line.startswith("indicators = ")]
        (pack / name).write_text("\n".join(kept), encoding="utf-8")
    for path in (*(pack / "places").glob("*.csv"), pack / "services.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(ITS_MERGER, MERGER_DAY), encoding="utf-8")
    return pack


def test_a_few_hundred_children_of_nowhere(nowhere: Path) -> None:
    apply_pack(nowhere, warrant=demonstration_warrant())
    simulate(CHILDREN, 7, warrant=demonstration_warrant(), progress=silent)
    own = profile_of(tomllib.loads((NOWHERE / "simulation.toml").read_text(encoding="utf-8")))
    assert AppliedPack.objects.get().simulation["full_size"] == own.full_size
    living = Residence.objects.filter(valid_to__isnull=True).exclude(kind="absent")
    assert living.count() == children_at_end(own, CHILDREN, 2025)
    schools = Facility.objects.filter(kind="school", ownership="public", closed_on__isnull=True)
    assert schools.count() == own.schools[0].public_2023


def test_a_pack_without_an_invented_province_is_told(nowhere: Path) -> None:
    (nowhere / "simulation.toml").unlink()
    apply_pack(nowhere, warrant=demonstration_warrant())
    with pytest.raises(CannotSimulate, match=r"simulation\.toml"):
        simulate(CHILDREN, 7, warrant=demonstration_warrant(), progress=silent)

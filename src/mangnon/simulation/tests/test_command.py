"""``mangnon simulate`` at the command line."""

import pytest
from click.testing import CliRunner

from mangnon.access.doors import demonstration_warrant
from mangnon.cli.simulate import simulate_command
from mangnon.packs.actions import apply_pack
from mangnon.register.models import Child
from mangnon.simulation.errors import CannotSimulate
from mangnon.simulation.tests.stage import PACK

pytestmark = pytest.mark.django_db


def test_it_says_in_both_languages_what_was_written() -> None:
    apply_pack(PACK, warrant=demonstration_warrant())
    done = CliRunner().invoke(
        simulate_command, ["--children", "500", "--until", "31/12/2012"], catch_exceptions=False
    )
    assert done.exit_code == 0
    assert "mô phỏng" in done.output
    assert "invented" in done.output
    assert Child.objects.count() > 400


def test_an_empty_database_is_told_what_to_do() -> None:
    with pytest.raises(CannotSimulate, match="Hãy nạp gói trước"):
        CliRunner().invoke(simulate_command, [], catch_exceptions=False)


@pytest.mark.parametrize("wrong", [["--children", "3"], ["--until", "yesterday"]])
def test_a_wrong_option_is_refused_with_a_sentence(wrong: list[str]) -> None:
    done = CliRunner().invoke(simulate_command, wrong)
    assert done.exit_code == 2
    assert "Error" in done.output

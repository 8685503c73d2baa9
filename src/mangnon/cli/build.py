"""Building the demonstration: the same commands a province would run, one after the other."""

from pathlib import Path

from django.core.management import call_command

from mangnon.access.doors import demonstration_warrant
from mangnon.cli.progress import bars
from mangnon.figures.actions import keep_sizes, make_release
from mangnon.indicators.recount import rebuild
from mangnon.packs.actions import apply_pack
from mangnon.portal.reports import weigh
from mangnon.simulation.leading import Leading
from mangnon.simulation.simulate import simulate
from mangnon.simulation.writing_totals import write_totals
from mangnon.text.sentence import Sentence


def build_demonstration(pack: Path, children: int, seed: int) -> None:
    """Make the database, apply the pack, simulate, count, release."""
    with bars() as report:
        report(Sentence("Tạo cơ sở dữ liệu", "Making the database"), 0, 1)
        call_command("migrate", verbosity=0)
        report(Sentence("Tạo cơ sở dữ liệu", "Making the database"), 1, 1)
        warrant = demonstration_warrant()
        report(Sentence("Nạp gói của tỉnh", "Applying the province's pack"), 0, 1)
        apply_pack(pack, warrant=warrant)
        report(Sentence("Nạp gói của tỉnh", "Applying the province's pack"), 1, 1)
        leading = Leading(warrant)
        leading.play_before()
        simulate(children, seed, warrant=warrant, progress=report)
        leading.play_after()
        counting = Sentence("Đếm các chỉ số", "Counting the indicators")
        rebuild(lambda done, total: report(counting, done, total))
        write_totals(seed, warrant)
        made = make_release(warrant=warrant, progress=report)
        keep_sizes(made, weigh(made), warrant=warrant)

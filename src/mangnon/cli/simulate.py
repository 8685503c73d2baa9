"""``mangnon simulate``: an invented province, written into an empty database."""

from datetime import date

import click

from mangnon.access.doors import demonstration_warrant
from mangnon.cli.dates import DAY
from mangnon.cli.progress import bars
from mangnon.simulation.simulate import LAST_UNTIL, LEAST_CHILDREN, Summary, simulate
from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language

_SEED = 2013


@click.command("simulate")
@click.option(
    "--children",
    default=60_000,
    show_default=True,
    type=click.IntRange(LEAST_CHILDREN, 1_000_000),
    help="Số trẻ em dưới 16 tuổi khoảng năm 2024 / Children under 16 around 2024.",
)
@click.option(
    "--seed",
    default=_SEED,
    show_default=True,
    type=click.IntRange(min=0),
    help="Cùng số thì cùng hồ sơ / The same number gives the same records.",
)
@click.option(
    "--until",
    default=LAST_UNTIL,
    show_default=True,
    type=DAY,
    help="Ngày cuối / The last day.",
)
def simulate_command(children: int, seed: int, until: date) -> None:
    """Sinh một tỉnh mô phỏng vào cơ sở dữ liệu trống / Invent a province in an empty database."""
    with bars() as report:
        done = simulate(
            children, seed, warrant=demonstration_warrant(), progress=report, until=until
        )
    click.echo(_told(done, "vi"))
    click.echo(_told(done, "en"))


def _told(done: Summary, language: Language) -> str:
    numbers = [format_number(one, 0, language) for one in (done.children, done.rows)]
    if language == "vi":
        return (
            f"Đã ghi {numbers[0]} trẻ, {numbers[1]} dòng hồ sơ, {done.facilities} cơ sở "
            f"trong {done.seconds:.0f} giây. Tất cả đều là mô phỏng."
        )
    return (
        f"Wrote {numbers[0]} children, {numbers[1]} rows, {done.facilities} facilities "
        f"in {done.seconds:.0f} s. All of it is invented."
    )

"""Progress bars for long steps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from mangnon.text.sentence import Sentence

console = Console(highlight=False)
Report = Callable[[Sentence, int, int], None]


@contextmanager
def bars() -> Iterator[Report]:
    """Yield ``report(step, done, total)``; each new step gets a bar of its own."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    tasks: dict[str, object] = {}
    with Progress(*columns, console=console) as progress:

        def report(step: Sentence, done: int, total: int) -> None:
            name = str(step)
            if name not in tasks:
                tasks[name] = progress.add_task(name, total=total)
            progress.update(tasks[name], completed=done, total=total)  # type: ignore[arg-type]

        yield report

"""Progress bars for long steps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from mangnon.text.sentence import Sentence

console = Console(highlight=False)
Report = Callable[[Sentence, int, int], None]


class Seconds(ProgressColumn):
    """How long a step takes, or took; short, so that both languages fit beside it."""

    def render(self, task: Task) -> Text:
        took = task.finished_time if task.finished else task.elapsed
        return Text(f"{took or 0:3.0f} s")


@contextmanager
def bars() -> Iterator[Report]:
    """Yield ``report(step, done, total)``; each new step gets a bar of its own."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.percentage:>3.0f}%"),
        Seconds(),
    )
    tasks: dict[str, object] = {}
    with Progress(*columns, console=console) as progress:

        def report(step: Sentence, done: int, total: int) -> None:
            name = str(step)
            if name not in tasks:
                tasks[name] = progress.add_task(name, total=total)
            progress.update(tasks[name], completed=done, total=total)  # type: ignore[arg-type]

        yield report

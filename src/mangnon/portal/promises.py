"""The targets as pages speak of them."""

from collections.abc import Iterable

from mangnon.indicators.declaration import Declaration
from mangnon.portal.editions import Edition
from mangnon.portal.errors import NoSuchTarget, Way
from mangnon.portal.figuring import decimals_for, promised
from mangnon.programme.models import Target
from mangnon.programme.questions import targets
from mangnon.programme.status import Assessment, Step
from mangnon.text.sentence import Sentence


class Promise:
    """A target with its declaration and its number in the plan."""

    def __init__(self, target: Target, number: int) -> None:
        self.target = target
        self.number = number
        self.declared = Declaration.from_dict(target.indicator.declaration)
        self.steps: tuple[Step, ...] = tuple(
            Step(one.due, one.comparator, one.value, one.printed)  # type: ignore[arg-type]
            for one in target.steps.all()
        )

    @property
    def code(self) -> str:
        """The target's code: T1."""
        return self.target.code

    @property
    def unit(self) -> str:
        """The unit of its indicator."""
        return self.declared.unit

    @property
    def decimals(self) -> int:
        """How many decimals its figures show."""
        return decimals_for([step.value for step in self.steps], self.declared.unit)

    def title(self, edition: Edition) -> str:
        """What was promised, in few words."""
        return edition.of(self.target, "title")

    def said(self, edition: Edition, steps: Iterable[Step] | None = None) -> str:
        """What was promised by when, as it holds for a place."""
        return ", ".join(
            promised(one.comparator, one.value, self.unit, one.due, edition.language)
            for one in (self.steps if steps is None else steps)
        )

    def step_for(self, assessment: Assessment | None, year: int) -> Step:
        """The step that a year is held against: the first not before it, else the last."""
        judged = [one.step for one in assessment.steps] if assessment else []
        steps = judged or list(self.steps)
        return next((one for one in steps if one.due.year >= year), steps[-1])


def promises() -> list[Promise]:
    """Return every promise in the plan's order."""
    return [
        Promise(target, number) for number, target in enumerate(targets(allotted=False), start=1)
    ]


def find_promise(known: list[Promise], code: str) -> Promise:
    """Return the promise of a code; raises NoSuchTarget with all that there are."""
    for one in known:
        if one.code == code:
            return one
    raise NoSuchTarget(code, [_way(one.target) for one in known])


def _way(target: Target) -> Way:
    return Way(
        "promise",
        {"code": target.code},
        Sentence(f"{target.code}: {target.title_vi}", f"{target.code}: {target.title_en}"),
    )

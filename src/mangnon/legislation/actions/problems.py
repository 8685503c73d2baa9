"""What readers said is wrong: closed with an answer, forgotten a while later."""

from datetime import timedelta

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.legislation.actions.editing import EDIT
from mangnon.legislation.models import Problem

KEPT = timedelta(days=180)  # after it was closed; then the reader's words are forgotten


def close_problem(problem: Problem, answer: str, *, warrant: Warrant) -> None:
    """Say how a problem was settled; what was closed long ago is forgotten."""
    warrant.demand(EDIT)
    with transaction.atomic():
        problem.closed_on, problem.answer = clock.today(), answer
        problem.save(update_fields=["closed_on", "answer"])
        subject = f"legislation.document:{problem.document.code}"
        record(warrant, "legislation.close_problem", subject=subject)
        forget_closed()


def forget_closed() -> None:
    """Delete what was closed so long ago that nobody asks."""
    Problem.objects.filter(closed_on__lt=clock.today() - KEPT).delete()

"""What reports of totals are called on a page, in its language."""

from django import template

from mangnon.aggregates.models import Step
from mangnon.aggregates.states import TRANSITIONS
from mangnon.text.sentence import Sentence
from mangnon.ui.templatetags.mangnon_ui import page_language

register = template.Library()


@register.filter
def told(thing: object, stem: str) -> str:
    """Return a text of the thing in the page's language: ``form|told:"name"``."""
    english = getattr(thing, f"{stem}_en", "") if page_language() == "en" else ""
    return str(english or getattr(thing, f"{stem}_vi"))


@register.filter
def in_words(sentence: Sentence) -> str:
    """Return a sentence in the page's language."""
    return sentence.in_language(page_language())


@register.filter
def step_name(step: Step) -> str:
    """Return what a step of the history is called."""
    return str(TRANSITIONS[step.act].name)

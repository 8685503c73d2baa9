"""What acts, things and details of entries are called: each app says it in its ``acts.py``.

What nobody has named is shown as its code: nothing is hidden for want of a word.
"""

from collections.abc import Mapping

from django.apps import apps
from django.utils.functional import Promise
from django.utils.text import camel_case_to_spaces

from mangnon.text.sorting import sort_key

Words = Mapping[str, str | Promise]

_ROOMS: dict[str, str | Promise] = {}
_ACTS: dict[str, str | Promise] = {}
_THINGS: dict[str, str | Promise] = {}
_DETAILS: dict[str, str | Promise] = {}
_VALUES: dict[str, dict[str, str | Promise]] = {}


def name_acts(room: str, title: str | Promise, acts: Words) -> None:
    """Say what the acts of a room are called; each begins with the room: ``register.list``."""
    _add({room: title}, _ROOMS)
    _add(acts, _ACTS)


def name_further_acts(acts: Words) -> None:
    """Say what acts are called that one room does to the things of others."""
    _add(acts, _ACTS)


def name_things(things: Words) -> None:
    """Say what kinds of things entries are about: ``register.child``, ``day``."""
    _add(things, _THINGS)


def name_details(details: Words) -> None:
    """Say what the fields of an entry's data and of what changed are called.

    A field that means something else in one room or act, under ``duties.moved`` or
    ``register.rotate_keys.to``.
    """
    _add(details, _DETAILS)


def name_values(field: str, values: Words) -> None:
    """Say what the codes of a field mean; of one room or act alone as of details."""
    _add(values, _VALUES.setdefault(field, {}))


def _add(words: Words, known: dict[str, str | Promise]) -> None:
    """Add words; two rooms that name one code would overwrite each other, and are told."""
    twice = words.keys() & known.keys()
    if twice:
        raise ValueError(f"{', '.join(sorted(twice))}: named already; name it for a room or an act")
    known.update(words)


def rooms() -> list[tuple[str, str]]:
    """Return the rooms with their titles, in the order of the titles."""
    titled = [(room, str(title)) for room, title in _ROOMS.items()]
    return sorted(titled, key=lambda one: sort_key(one[1]))


def named_acts() -> frozenset[str]:
    """Return every act that has words."""
    return frozenset(_ACTS)


def act_words(act: str) -> str:
    """Return what an act is called."""
    return str(_ACTS.get(act, act))


def thing_words(kind: str) -> str:
    """Return what a kind of thing is called; a model of no entry by its own name, if it has one."""
    if kind in _THINGS:
        return str(_THINGS[kind])
    try:
        about = apps.get_model(kind)._meta
    except (LookupError, ValueError):
        return kind
    named = str(about.verbose_name)
    own = named != camel_case_to_spaces(about.object_name or "")
    return named[:1].upper() + named[1:] if own else kind


def detail_words(field: str, act: str = "") -> str:
    """Return what a field of an act is called; one that bears a kind of thing's name by that."""
    for where in _places(act, field):
        if where in _DETAILS:
            return str(_DETAILS[where])
    return thing_words(field)


def value_words(act: str, field: str, value: str) -> str:
    """Return what a code means in a field of an act."""
    for where in _places(act, field):
        if value in _VALUES.get(where, {}):
            return str(_VALUES[where][value])
    return value


def _places(act: str, field: str) -> tuple[str, str, str]:
    """Return under which names a field of an act may stand: of the act, of its room, of all."""
    return f"{act}.{field}", f"{act.partition('.')[0]}.{field}", field


def reason_words(act: str, reason: str) -> str:
    """Return what a reason means: a code, or a command whose first words are known."""
    words = reason.split(" ")
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        said = value_words(act, "reason", first)
        if said != first:
            rest = " ".join(words[count:])
            return f"{said}: {rest}" if rest else said
    return reason

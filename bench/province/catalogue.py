"""Places, groups and kinds of assistance: what a pack would bring."""

import numpy as np

from bench.province.care import KINDS, NEW_GROUPS, OLD_GROUPS
from bench.province.shape import COMMUNES, DISTRICTS, FIRST, LAW_CHANGED, dates
from mangnon.bulk import write_columns
from mangnon.places import generation
from mangnon.places.models import Belonging, Kind, Place
from mangnon.register.models import AssistanceKind, CircumstanceGroup

AREA_ID = 1
FIRST_COMMUNE = AREA_ID + DISTRICTS + 1
QUALIFYING = 12


def write_places() -> None:
    """Write one area, its districts, their communes in turn."""
    codes = [f"{number:05}" for number in range(AREA_ID, FIRST_COMMUNE + COMMUNES)]
    kinds = [Kind.PROGRAMME_AREA, *[Kind.DISTRICT] * DISTRICTS, *[Kind.COMMUNE] * COMMUNES]
    names = dict.fromkeys(("code", "name_vi", "name_en", "sort_key"), codes)
    texts = {"note_vi": "", "note_en": "", "stands_in": False}
    ids = np.arange(AREA_ID, FIRST_COMMUNE + COMMUNES)
    write_columns(
        Place,
        {
            "id": ids,
            "valid_from": FIRST,
            "kind": [kind.value for kind in kinds],
            "style": ["xa" if kind == Kind.COMMUNE else "huyen" for kind in kinds],
            **names,
            **texts,
        },
    )
    in_turn = AREA_ID + 1 + np.arange(COMMUNES) % DISTRICTS
    parents = np.concatenate([np.full(DISTRICTS, AREA_ID), in_turn])
    write_columns(
        Belonging,
        {"id": ids[1:], "child_id": ids[1:], "parent_id": parents, "valid_from": FIRST},
    )
    generation.bump()


def write_groups() -> None:
    """Write ten groups of the old law and fourteen of the new, ids from 1."""
    number = np.arange(OLD_GROUPS + NEW_GROUPS)
    codes = [f"{'old' if one < OLD_GROUPS else 'new'}-{one:02}" for one in number]
    old = [one < OLD_GROUPS for one in number.tolist()]
    changed = dates(np.array([LAW_CHANGED]))[0].item()
    write_columns(
        CircumstanceGroup,
        {
            "id": number + 1,
            **dict.fromkeys(("code", "name_vi", "name_en"), codes),
            "law": ["2004" if one else "2016" for one in old],
            "valid_from": [FIRST if one else changed for one in old],
            "valid_to": [changed if one else None for one in old],
            "lasting": [one % 3 == 0 for one in number.tolist()],
        },
    )


def write_kinds() -> None:
    """Write the kinds of assistance, ids from 1; the first is the monthly allowance."""
    numbers = list(range(KINDS))
    codes = [f"kind-{one:02}" for one in numbers]
    write_columns(
        AssistanceKind,
        {
            "id": [one + 1 for one in numbers],
            **dict.fromkeys(("code", "name_vi", "name_en"), codes),
            "qualifies": [one < QUALIFYING for one in numbers],
            "monthly_allowance": [one == 0 for one in numbers],
            "note_vi": "",
            "note_en": "",
        },
    )

"""What of a duty becomes public: its words, a whole level, a deadline; nobody who owes it."""

from mangnon.duties.models import Handing, PublicDuty

LEVELS = (Handing.Rule.DISTRICTS, Handing.Rule.COMMUNES)


def publish(handing: Handing) -> None:
    """Write the public line of a duty that begins here for a whole level; of others none.

    What is handed to offices by name may follow from an inspection, and stays inside.
    """
    if handing.held_id is not None or handing.rule not in LEVELS:
        return
    duty, within = handing.duty, handing.within
    PublicDuty.objects.update_or_create(
        handing=handing,
        defaults={
            "document": duty.document, "anchor": duty.clause.anchor if duty.clause else "",
            "title_vi": duty.title_vi, "title_en": duty.title_en, "rule": handing.rule,
            "within_vi": within.name_vi, "within_en": within.name_en, "day": handing.day,
            "deadline_kind": handing.deadline_kind, "deadline_day": handing.deadline_day,
            "deadline_days": handing.deadline_days,
        },
    )  # fmt: skip


def publish_anew() -> None:
    """Write every public line again, where the words of duties changed."""
    rows = Handing.objects.filter(held=None, rule__in=LEVELS)
    for one in rows.select_related("duty__document", "duty__clause", "within"):
        publish(one)

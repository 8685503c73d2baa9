"""What others ask of the pack that runs here."""

from mangnon.packs.models import AppliedPack


def visits_before() -> int:
    """Return how many views the province's old site had counted; 0 where the pack does not say."""
    return AppliedPack.objects.values_list("visits_before", flat=True).first() or 0

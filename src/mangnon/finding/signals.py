"""What an editor changes holds at the next search; what was heard is written after an answer."""

from typing import Any

from django.core.signals import request_finished
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from mangnon.finding import missing, versions
from mangnon.finding.models import Synonym


@receiver([post_save, post_delete], sender=Synonym)
def changed(**_: Any) -> None:
    """Have every process read the synonyms again."""
    versions.bump()


@receiver(request_finished)
def answered(**_: Any) -> None:
    """Write what was sought in vain, when it is time."""
    missing.write_if_due()

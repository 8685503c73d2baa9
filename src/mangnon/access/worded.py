"""Words that somebody typed for herself or her office: a child's name may be among them.

They are kept sealed under the key ring, each record's with a key of its own that follows when
the ring changes (``actions/keys.py`` finds every kind of record by itself).
"""

import uuid
from typing import ClassVar, TypeVar

from django.apps import apps
from django.db import models

from mangnon.access import sealing
from mangnon.text.sentence import Sentence

Kind = TypeVar("Kind", bound="Worded")


class Worded(models.Model):
    """A record with words that only the program opens: bound to the record, never in clear."""

    what: ClassVar[Sentence]  # what the words of many such records are called

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    words_sealed = models.TextField()  # as access.sealing writes it

    class Meta:
        abstract = True

    @property
    def subject(self) -> str:
        """Name the record as entries do; the words are bound to it."""
        return f"{self._meta.label_lower}:{self.uuid}"

    @property
    def words(self) -> str:
        """The words, opened; raises SealBroken, or its kind KeyNotInRing."""
        return sealing.unseal(self.words_sealed, bound_to=self.subject)

    @property
    def trail_words(self) -> bytes:
        """The words as an entry of the trail holds them: the seal without its key.

        The key stays with the record: it is locked anew when the ring changes, and whoever
        deletes the record makes the words of its entries unreadable.
        """
        return sealing.body_of(self.words_sealed, bound_to=self.subject)

    def lock(self, words: str) -> None:
        """Put words into the record, sealed under a new key."""
        self.words_sealed = sealing.seal(words, bound_to=self.subject)


def worded(kind: type[Kind], words: str, /, **fields: object) -> Kind:
    """Return a new record that holds the words; the caller saves it."""
    made = kind(**fields)
    made.lock(words)
    return made


def kinds() -> list[type[Worded]]:
    """Return every kind of record that keeps words so."""
    return [one for one in apps.get_models() if issubclass(one, Worded)]

"""What goes wrong when growth is measured: the errors of this package."""

from mangnon.text.sentence import DomainError


class GrowthError(DomainError):
    """Measurements that cannot be judged; the sentence says what, where and what to do."""

"""Public forms: each on a page of its own that nobody keeps, without a cookie."""

from mangnon.portal.asking.guarding import TAKES_FORMS, takes_forms
from mangnon.portal.asking.nonces import FIELD, fresh_nonce, sender_of

__all__ = ["FIELD", "TAKES_FORMS", "fresh_nonce", "sender_of", "takes_forms"]

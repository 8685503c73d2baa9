"""Stored snapshots of the public pages: made on first reading, deleted when what they read changes.

A page's dependencies are tags, recorded while it is drawn: ``places.place:12`` (a row),
``places.place:*`` (a list), or any ``kind:key`` that code names with ``reads``.
"""

from mangnon.snapshots.recording import listing, reads

__all__ = ["listing", "reads"]

"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "audit.Actor",
    trail="code name",
    plain="kind",
)
personal(
    "audit.Entry",
    trail="actor subject subjects reason reason_sealed data before after",
    plain="at kind act right place_code version key_id proof",
)
plain(
    "audit.Seal",
)

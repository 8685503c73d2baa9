"""How long this room keeps what names a person."""

from mangnon.lasting import personal

personal(
    "attachments.Attachment",
    record="words_sealed by",
    plain="uuid kind size kept_on",
)

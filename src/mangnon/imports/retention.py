"""How long this room keeps what names a person; each room says whose rows go (``forgetting``)."""

from mangnon.lasting import personal

personal(
    "imports.Import",
    account="by asked_by",
    record="words_sealed",
    plain=(
        "uuid sheet place state size rows layout counts written left fingerprint fingerprint_key "
        "fault brought_at"
    ),
)
personal(
    "imports.Chunk",
    child="rows_sealed journal_sealed",
    plain="brought number state counts",
)

"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "figures.Release",
    account="made_by",
    plain="number made_at day finished demonstration note_vi note_en sizes",
)
plain(
    "figures.Figure",
    "figures.Verdict",
)

"""How long this room keeps what names a person: signers, readers who wrote, readers who follow."""

from mangnon.lasting import personal, plain

personal(
    "legislation.Document",
    published="signer",
    plain=(
        "code number number_key kind issuer_vi issuer_en signer_title_vi signer_title_en title_vi "
        "title_en abstract_vi abstract_en issued_on in_force_from expired_on expiry_reason_vi "
        "expiry_reason_en stated stated_on stated_by gazette gazette_on branch_vi branch_en "
        "field_vi field_en scope_vi scope_en language held pages pictures note_vi note_en edited_on"
    ),
)
personal(
    "legislation.Message",
    session="sealed",
    plain="uuid kind sent_at",
)
personal(
    "legislation.Problem",
    record="words_sealed",
    plain="uuid document anchor reported_on closed_on answer",
)
personal(
    "legislation.Follower",
    following="words_sealed key language",
    plain="uuid document since told",
)
plain(
    "legislation.Clause",
    "legislation.Relation",
    "legislation.Original",
)

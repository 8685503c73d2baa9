"""How long this room keeps what names a person: who signed a document, as it is printed there; what
a reader wrote, and where letters to a follower go."""

from mangnon.lasting import personal, plain

personal(
    "legislation.Document",
    published="signer",
    plain=(
        "code number number_key kind issuer_vi issuer_en signer_title_vi signer_title_en title_vi "
        "title_en abstract_vi abstract_en issued_on in_force_from expired_on expiry_reason_vi "
        "expiry_reason_en stated stated_on stated_by gazette gazette_on branch_vi branch_en "
        "field_vi field_en scope_vi scope_en language held pages pictures note_vi note_en "
        "edited_on"
    ),
)
personal("legislation.Message", arriving="sealed address", plain="uuid kind sent_at")
personal(
    "legislation.Problem",
    answered="words_sealed",
    plain="uuid document anchor reported_on closed_on answer",
)
personal(
    "legislation.Follower",
    following="words_sealed key",
    plain="uuid document language since told",
)
plain(
    "legislation.Clause",
    "legislation.Original",
    "legislation.Relation",
)

"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "pages.Picture",
    published="title file description alt alt_en credit credit_en shows_child uploaded_by_user",
    plain=(
        "collection made_as width height created_at focal_point_x focal_point_y "
        "focal_point_width focal_point_height file_size file_hash code"
    ),
)
personal(
    "pages.Rendition",
    published="file image",
    plain="filter_spec width height focal_point_key",
)
personal(
    "pages.Consent",
    published=(
        "picture purpose paper child_age child_agreed guardian_agreed given_on expires_on "
        "withdrawn_on"
    ),
)
personal(
    "pages.NewsPage",
    published="body signature signed_by",
    plain="page_ptr lead office contact review_by picture date date_note",
)
personal(
    "pages.OfficeProfile",
    published="telephone email post_vi post_en",
    plain=(
        "latest_revision live has_unpublished_changes first_published_at last_published_at "
        "live_revision go_live_at expire_at expired made_as office functions_vi functions_en "
        "structure_vi structure_en address"
    ),
)
plain(
    "pages.WebsiteLinks",
    "pages.WebsiteLink",
    "pages.Made",
    "pages.NewsIndexPage",
    "pages.RelatedNews",
    "pages.PolicyPage",
    "pages.PolicyBasis",
    "pages.StatisticalReport",
    "pages.ContextSeries",
    "pages.ContextValue",
    "pages.HomePage",
    "pages.SectionPage",
    "pages.TextPage",
    "pages.SituationPage",
    "pages.SituationLink",
)

"""How long this room keeps what names a person."""

from mangnon.lasting import personal

personal(
    "access.Session",
    session="session_key user session_data",
    plain="uuid expire_date",
)
personal(
    "access.Counter",
    session="key",
    plain="value ends_at",
)
personal(
    "access.OneTimeCode",
    session="user digest made_by",
    plain="purpose made_at expires_at used_at",
)
personal(
    "access.FactorReset",
    record="words_sealed user asked_by confirmed_by",
    plain="uuid asked_at expires_at confirmed_at",
)
personal(
    "access.User_groups",
    account="user",
    plain="group",
)
personal(
    "access.User_user_permissions",
    account="user",
    plain="permission",
)
personal(
    "access.User",
    account="password last_login username actor email language",
    plain="is_superuser uuid is_active",
)
personal(
    "access.Holding",
    account="user given_by answered_by",
    plain=(
        "uuid role place office valid_from valid_to basis given_at state batch answered_at "
        "refusal carried_from"
    ),
)
personal(
    "access.Loan",
    record="words_sealed user",
    plain="uuid act place lent_at ends_at",
)
personal(
    "access.Sending",
    session="user led_to",
    plain="key sent_at",
)
personal(
    "access.Typed",
    session="user wrapped_key sealed",
    plain="key typed_at",
)

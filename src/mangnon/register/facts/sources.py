"""The portable SELECTs over the register that several datasets read."""

from mangnon.indicators.datasets import Source

# A merged child is told apart by COALESCE, so that no planner begins with the many who are not.

# Whoever ever lived at one of the places: a move changes the figures of both.
EVER_LIVED = "(SELECT here.child_id FROM register_residence here WHERE here.place_id IN ({places}))"

SPELLS = Source(
    "spells",
    """
    SELECT s.id AS spell_id, s.child_id, DAY(s.valid_from) AS valid_from,
           DAY(s.valid_to) AS valid_to, DAY(s.identified_on) AS identified_on, s.end_reason,
           g.code AS group_code, DAY(g.valid_from) AS group_from, DAY(g.valid_to) AS group_to,
           CAST(g.lasting AS INTEGER) AS lasting
    FROM register_circumstance s
    JOIN register_circumstancegroup g ON g.id = s.group_id
    WHERE {here} AND (s.valid_to IS NULL OR s.valid_to >= {since}
                     OR s.identified_on >= {since})
    """,
    (
        ("spell_id", "BIGINT"),
        ("child_id", "BIGINT"),
        ("valid_from", "BIGINT"),
        ("valid_to", "BIGINT"),
        ("identified_on", "BIGINT"),
        ("end_reason", "VARCHAR"),
        ("group_code", "VARCHAR"),
        ("group_from", "BIGINT"),
        ("group_to", "BIGINT"),
        ("lasting", "BIGINT"),
    ),
    here=f"s.child_id IN {EVER_LIVED}",
)

# Every home of the children with spells, also elsewhere: it decides where such a child counts.
HOMES = Source(
    "homes",
    """
    SELECT r.child_id, r.place_id, r.kind,
           DAY(r.valid_from) AS valid_from, DAY(r.valid_to) AS valid_to
    FROM register_residence r
    WHERE r.child_id IN (SELECT s.child_id FROM register_circumstance s WHERE {here})
      AND r.kind <> 'absent' AND (r.valid_to IS NULL OR r.valid_to > r.valid_from)
    """,
    (
        ("child_id", "BIGINT"),
        ("place_id", "BIGINT"),
        ("kind", "VARCHAR"),
        ("valid_from", "BIGINT"),
        ("valid_to", "BIGINT"),
    ),
    here=f"s.child_id IN {EVER_LIVED}",
)

# The children with spells; one who was entered twice counts under the record that stays.
PEOPLE = Source(
    "people",
    """
    SELECT c.id AS child_id, c.sex, DAY(c.birth_date) AS birth_day, c.household_id,
           DAY(d.died_on) AS died_on
    FROM register_child c
    LEFT JOIN register_death d ON d.child_id = c.id
    WHERE c.id IN (SELECT s.child_id FROM register_circumstance s WHERE {here})
      AND COALESCE(c.merged_into_id, 0) = 0
    """,
    (
        ("child_id", "BIGINT"),
        ("sex", "VARCHAR"),
        ("birth_day", "BIGINT"),
        ("household_id", "BIGINT"),
        ("died_on", "BIGINT"),
    ),
    here=f"s.child_id IN {EVER_LIVED}",
)

POVERTY = Source(
    "household_years",
    """
    SELECT h.household_id, h.year, h.status
    FROM register_householdpoverty h
    WHERE {here} AND h.year >= CAST(SUBSTR({since}, 1, 4) AS INTEGER)
    """,
    (("household_id", "BIGINT"), ("year", "BIGINT"), ("status", "VARCHAR")),
    here="h.household_id IN (SELECT c.household_id FROM register_child c"
    f" WHERE c.id IN {EVER_LIVED})",
)

HELP = Source(
    "help",
    """
    SELECT a.child_id, DAY(a.delivered_on) AS delivered_on,
           CAST(k.monthly_allowance AS INTEGER) AS monthly,
           CAST(k.qualifies AS INTEGER) AS qualifies,
           DAY(k.valid_from) AS kind_from, DAY(k.valid_to) AS kind_to
    FROM register_assistance a
    JOIN register_assistancekind k ON k.id = a.kind_id
    WHERE {here} AND a.delivered_on >= {since}
    """,
    (
        ("child_id", "BIGINT"),
        ("delivered_on", "BIGINT"),
        ("monthly", "BIGINT"),
        ("qualifies", "BIGINT"),
        ("kind_from", "BIGINT"),
        ("kind_to", "BIGINT"),
    ),
    here=f"a.child_id IN {EVER_LIVED}",
)

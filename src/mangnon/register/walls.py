"""Whose rows the register's are: each is there where its child is.

A child is where its home is; who left or died, where it lived last. What hangs on a child is
there with it, its earlier residences included. A household in which no child lives is there where
it was entered, or where its last child lived.
"""

from mangnon.walls import HERE, hangs_on, helper, private, shared

_WITH_CHILD = hangs_on("register_child c", "c.id = child_id")

private(
    "register.Child",
    seen=f"home_id IN {HERE} OR home_id IS NULL AND id IN (SELECT mangnon_left_from_here())",
    engine=True,
)
for _table in (
    *("Residence", "Circumstance", "Plan", "Assistance", "Reintegration", "Measurement"),
):
    private(f"register.{_table}", seen=_WITH_CHILD, engine=True)
private("register.Guardian", seen=_WITH_CHILD)
private(
    "register.PlannedService",
    seen=hangs_on("register_plan p", "p.id = plan_id"),
    engine=True,
)
for _table in ("Birth", "Death"):
    private(
        f"register.{_table}",
        seen=f"{_WITH_CHILD} OR child_id IS NULL AND place_id IN {HERE}",
        engine=True,
    )
private(
    "register.Household",
    seen=hangs_on("register_child c", "c.household_id = register_household.id")
    + f" OR kept_at_id IN {HERE} AND mangnon_nobody_lives_in(id)",
    engine=True,
)
private(
    "register.HouseholdPoverty",
    seen=hangs_on("register_household h", "h.id = household_id"),
    engine=True,
)
# Who asked for a child is the asking place's to see; a request for the file is both places'.
private("register.Asking", seen=f"place_id IN {HERE}")
private("register.Transfer", seen=f"place_id IN {HERE} OR {_WITH_CHILD}")
# A weigh day is its place's, whoever was weighed there.
private("register.WeighDay", seen=f"place_id IN {HERE}")
private("register.WeighRow", seen=hangs_on("register_weighday d", "d.id = session_id"))
private("register.WeighTyping", seen=hangs_on("register_weighrow w", "w.id = row_id"))
# A key carries the uuid of its record, and is written before it.
private(
    "register.DataKey",
    seen=" OR ".join(
        hangs_on(f"{table} owner", "owner.uuid = register_datakey.id")
        for table in ("register_child", "register_household", "register_asking")
    ),
    beginning=True,
)
shared("register.CircumstanceGroup", "register.AssistanceKind", engine=True)
shared("register.EvidenceKind")
shared("register.SavedView")  # filters, and their name sealed

# What a policy cannot ask under its own wall, the owner answers: of the places here only.
helper(
    "mangnon_left_from_here()",
    "SETOF bigint",
    f"""
    SELECT r.child_id FROM register_residence r JOIN register_child c ON c.id = r.child_id
    WHERE r.place_id IN {HERE} AND c.home_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM register_residence later WHERE later.child_id = r.child_id
        AND (later.valid_from, later.id) > (r.valid_from, r.id))
    """,
)
helper(
    "mangnon_nobody_lives_in(bigint)",
    "boolean",
    "SELECT NOT EXISTS (SELECT 1 FROM register_child c WHERE c.household_id = $1)",
)

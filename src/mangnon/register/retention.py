"""How long this room keeps what names a person."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from mangnon.imports.forgetting import forget_rows
from mangnon.lasting import eraser, personal, plain
from mangnon.register.models import Measurement, Residence
from mangnon.register.queries import places_of_weighings
from mangnon.register.sheets.children import CHILDREN
from mangnon.register.sheets.measurements import MEASUREMENTS

personal(
    "register.DataKey",
    child="wrapped",
    plain="id",
)
personal(
    "register.Household",
    household="data_key address_sealed telephone_sealed",
    plain="uuid kept_at",
)
personal(
    "register.HouseholdPoverty",
    counted="household year status",
)
personal(
    "register.Child",
    child="data_key name_sealed document_sealed",
    counted="sex birth_date birth_precision ethnic_group vietnamese_citizen household home",
    plain="uuid merged_into change_seq version",
)
personal(
    "register.Guardian",
    child="child relation name_sealed telephone_sealed",
)
personal(
    "register.Circumstance",
    child="evidence_number_sealed evidence_issuer_sealed",
    counted="child group valid_from valid_to end_reason identified_on evidence evidence_on",
)
personal(
    "register.Plan",
    counted="child approved_on closed_on close_reason",
)
personal(
    "register.PlannedService",
    counted="plan kind due_on delivered_on",
)
personal(
    "register.Assistance",
    counted="child kind delivered_on",
)
personal(
    "register.Reintegration",
    counted=(
        "child reached_on in_family in_school_or_care no_new_harm goals_met followed_up_on "
        "still_holds"
    ),
)
personal(
    "register.Measurement",
    counted="child place measured_on weight_kg length_cm position oedema waz haz whz baz flagged",
)
personal(
    "register.Residence",
    child="village",
    counted="child place kind valid_from valid_to end_reason",
)
personal(
    "register.Asking",
    asking="data_key asked_sealed",
    child="child",
    plain="uuid asked_by place asked_at purpose",
)
personal(
    "register.Transfer",
    child="reason_sealed answer_sealed",
    counted="child",
    plain="uuid place asked_by asked_at purpose state answered_by answered_at",
)
personal(
    "register.SavedView",
    account="words_sealed user filters",
    plain="uuid",
)
personal(
    "register.Birth",
    counted="child place born_on sex registered_on",
)
personal(
    "register.Death",
    counted="child place died_on age_days registered_on",
)
personal(
    "register.WeighRow",
    child="note_sealed",
    counted="child weight length position oedema measurement",
    plain="confirmed typed_by typed_at session state version other",
)
personal(
    "register.WeighTyping",
    child="note_sealed",
    counted="weight length position oedema",
    plain="confirmed typed_by typed_at row base version",
)
plain(
    "register.CircumstanceGroup",
    "register.EvidenceKind",
    "register.AssistanceKind",
    "register.WeighDay",
)


@eraser
def forget_spreadsheets(children: Sequence[int]) -> None:
    """Take erased children's rows, and those of their weighings, out of spreadsheets.

    Also what was never written of them: in the spreadsheets of wherever they lived.
    """
    lived = Residence.objects.filter(child__in=children)
    places = {*lived.values_list("place_id", flat=True), *places_of_weighings(list(children))}
    forget_rows(CHILDREN.code, set(children), places)
    weighed = Measurement.objects.filter(child__in=children).values_list("pk", flat=True)
    forget_rows(MEASUREMENTS.code, set(weighed), places, _standing)


def _standing(weighings: AbstractSet[int]) -> set[int]:
    return set(Measurement.objects.filter(pk__in=weighings).values_list("pk", flat=True))

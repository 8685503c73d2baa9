"""What a commune keeps besides children: its yearly totals, its station, its school."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from mangnon.access.doors import system_warrant
from mangnon.aggregates.actions import Typed, type_figure
from mangnon.aggregates.models import Item, ReportForm
from mangnon.facilities import actions
from mangnon.facilities.models import AssessmentProof, Criterion, StaffTitle, Standard
from mangnon.indicators.models import Indicator
from mangnon.places.models import Place

YEAR = date(2014, 1, 1)
_OPENED = date(2015, 1, 5)
DECLARATION = {
    "code": "M1", "name_vi": "Tỷ lệ Mẫu", "name_en": "Share", "definition_vi": "…",
    "definition_en": "…", "unit": "percent", "better": "lower", "measure": "stock",
    "counts": "persons",
    "series": [{"code": "totals", "source": "reported", "levels": [], "name_vi": "B",
                "name_en": "R"}],
}  # fmt: skip


def form() -> ReportForm:
    """Return a form that asks for one indicator, made once."""
    made, fresh = ReportForm.objects.get_or_create(
        code="nam", defaults={"name_vi": "Báo cáo năm Mẫu", "name_en": "Yearly", "due_days": 10,
                              "period_kind": "year", "valid_from": YEAR},
    )  # fmt: skip
    if fresh:
        of = Indicator.objects.create(
            code="M1", name_vi="Tỷ lệ Mẫu", name_en="Share", position=90, declaration=DECLARATION
        )
        Item.objects.create(
            form=made, indicator=of, series="totals", position=1, numerator_vi="Trẻ em Mẫu",
            numerator_en="Children", denominator_vi="Tổng số Mẫu", denominator_en="All",
        )  # fmt: skip
    return made


def totals(place: Place) -> dict[str, list[object]]:
    """Have a commune begin its report; return what names it in addresses."""
    asked = form()
    type_figure(
        asked, place, YEAR, asked.items.select_related("indicator").get(), Typed("12", "340"),
        warrant=system_warrant("test"),
    )  # fmt: skip
    at = [asked.code, YEAR.isoformat()]
    whole = [*at, place.key]
    return {
        "period": list(at), "totals": whole, "totals_answer": [*whole, "return"],
        "totals_line": [*whole, "M1"],
    }  # fmt: skip


def facilities(place: Place) -> dict[str, list[object]]:
    """Give a commune a station with somebody in post, a school, and a criterion that is proved."""
    warrant = system_warrant("test")
    title = StaffTitle.objects.get_or_create(
        code="hs", defaults={"name_vi": "Hộ sinh", "name_en": "Midwife", "role": "midwife",
                             "counts_for_t3": True},
    )[0]  # fmt: skip
    of = {"warrant": warrant, "place": place, "opened_on": _OPENED}
    station = actions.open_facility(
        code=f"tyt-{place.code}", kind="station", name="Trạm y tế Mẫu", **of
    )
    school = actions.open_facility(
        code=f"th-{place.code}", kind="school", level="tieu_hoc", name="Trường Mẫu", **of
    )
    actions.hire(
        station, staff_number=f"CB-{place.code}", title=title, hired_on=_OPENED, warrant=warrant
    )
    for_schools, for_communes = (
        _standard("chuan-truong", "school"),
        _standard("chuan-xa", "commune"),
    )
    paper = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7\n%%EOF")
    assessed = actions.assess_criteria(
        place, standard=for_communes, year=2014, warrant=warrant,
        ticks={"6": actions.Ticked(True, files=[paper])},
    )  # fmt: skip
    return {
        "station": [station.code], "in_post": [station.code, f"CB-{place.code}"],
        "school": [school.code],
        "school_judged": [school.code, for_schools.code], "commune": [place.key],
        "commune_judged": [place.key, for_communes.code],
        "criterion_file": [AssessmentProof.objects.get(assessment=assessed).uuid],
    }  # fmt: skip


def _standard(code: str, subject: str) -> Standard:
    made, fresh = Standard.objects.get_or_create(
        code=code, defaults={"subject": subject, "levels": ["tieu_hoc"], "name_vi": "Chuẩn xã Mẫu",
                             "name_en": "Standard", "validity_years": 5},
    )  # fmt: skip
    if fresh:
        Criterion.objects.create(standard=made, code="6", name_vi="Trợ giúp", name_en="Help")
    return made

"""What those who lead and those who pay write down at a commune: one of each."""

from datetime import date

from mangnon.audit.warrants import Warrant
from mangnon.efforts import actions as efforts
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place
from mangnon.programme.models import Plan, Task
from mangnon.steering import actions as steering

DAY = date(2015, 3, 1)


def task() -> Task:
    """Return a task of a plan."""
    document = Document.objects.create(code="led", kind="Kế hoạch", title_vi="k", title_en="p")
    plan = Plan.objects.create(code="led", document=document, title_vi="Kế hoạch", title_en="Plan")
    words = {"title_vi": "Nhiệm vụ Mẫu", "title_en": "Task"}
    return Task.objects.create(plan=plan, code="led", position=1, **words)


def led(place: Place, task: Task, warrant: Warrant) -> dict[str, list[object]]:
    """Make one of each record at a place, each named after it; return what addresses name."""
    office = Office.objects.create(
        code=f"office-{place.code}", line="state", name_vi=f"Ủy ban {place.code} Mẫu",
        name_en="x", place=place,
    )  # fmt: skip
    said = {"name": f"Ban Chỉ đạo {place.code} Mẫu"}
    decided = {"decision": "1/QĐ-UBND", "decided_on": DAY}
    committee = steering.set_up(place, valid_from=DAY, warrant=warrant, **decided, **said)
    inspection = steering.inspect(
        office, place, subject=f"Kiểm tra {place.code} Mẫu", begun_on=DAY, warrant=warrant,
        **decided,
    )  # fmt: skip
    finding = steering.find(inspection, words=f"Thấy ở {place.code} Mẫu", warrant=warrant)
    measure = efforts.add_measure(
        task, place, office=office, title=f"Biện pháp {place.code} Mẫu", from_year=2014,
        warrant=warrant,
    )  # fmt: skip
    pilot = efforts.add_pilot(
        "service", office, name=f"Mô hình {place.code} Mẫu", begun_on=DAY, warrant=warrant
    )
    site = efforts.add_site(
        pilot, place, stage="piloted", run_by="Đoàn xã", since=DAY, warrant=warrant
    )
    campaign = efforts.begin_campaign(
        place, office, title=f"Truyền thông {place.code} Mẫu", starts_on=DAY, ends_on=DAY,
        warrant=warrant,
    )  # fmt: skip
    proposal = efforts.propose(
        office, title=f"Đề xuất {place.code} Mẫu", begun_on=DAY, warrant=warrant
    )
    partner = efforts.add_partner(
        "business", place, name=f"Công ty {place.code} Mẫu", warrant=warrant
    )
    made = {
        "committee": committee, "inspection": inspection, "finding": finding, "measure": measure,
        "pilot": pilot, "site": site, "campaign": campaign, "proposal": proposal,
        "partner": partner,
    }  # fmt: skip
    return {"office": [office.code], **{kind: [one.uuid] for kind, one in made.items()}}

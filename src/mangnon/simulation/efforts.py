"""Measures, money, models, campaigns, proposals and the Fund of the invented province."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.efforts import actions
from mangnon.efforts.models import Campaign, Measure, Partner, Pilot, Proposal
from mangnon.places.models import Office, Place
from mangnon.places.tree import Tree
from mangnon.programme.models import Task

Deed = tuple[date, Callable[[], object]]
MILLION = 1_000_000
FIRST, LAST = 2013, 2020
# What is done for each of the plan's tasks, in its order; planned a year, in millions.
MEASURES = (
    ("Họp ban chỉ đạo và kiểm tra liên ngành hằng năm", 120),
    ("Tháng hành động vì trẻ em và tài liệu truyền thông", 450),
    ("Khảo sát nhu cầu phúc lợi của trẻ em", 180),
    ("Mở và duy trì mô hình dịch vụ tại xã, phường", 640),
    ("Điểm vui chơi và lớp dạy bơi trong hè", 900),
)
SOURCES = (("province", 6), ("commune", 2), ("society", 2))  # in tenths
PARTNERS = (
    ("business", "Công ty Gạch Mẫu", "Công ty Gạch Mẫu", 400),
    ("business", "Hợp tác xã Vải thiều Mẫu", "Hợp tác xã Vải thiều Mẫu", 150),
    ("organisation", "Câu lạc bộ Bạn của em", "Câu lạc bộ Bạn của em", 60),
    ("person", "Gia đình hảo tâm (mẫu)", "", 25),
    ("abroad", "Hội Măng tre (mẫu)", "Hội Măng tre (mẫu)", 320),
)
# Purpose, millions, children; some years few children are reached.
GRANTS = (
    ("schooling", 260, 420), ("health", 180, 38), ("hardship", 45, 3),
    ("sponsored", 90, 30), ("play", 120, 0),
)  # fmt: skip


class Efforts:
    """The course of tasks and solutions."""

    def __init__(self, warrant: Warrant) -> None:
        self.warrant = warrant

    def deeds(self) -> Iterator[Deed]:
        """Yield what is done, and on which day."""
        yield date(2013, 2, 1), self._measures
        for year in range(FIRST, LAST + 1):
            yield date(year, 12, 20), self._budget
        yield date(2014, 3, 1), self._pilots
        yield date(2016, 9, 5), self._replicate
        for year in range(FIRST, 2025):
            yield date(year, 7, 3), self._campaign
        yield date(2013, 3, 4), self._propose
        for day, act in (
            (date(2013, 9, 2), "draft"), (date(2013, 11, 1), "ask_opinion"),
            (date(2014, 2, 20), "submit"), (date(2014, 7, 15), "resolve"),
            (date(2015, 1, 5), "enforce"),
        ):  # fmt: skip
            yield day, partial(self._step, act)
        yield date(2025, 2, 10), self._propose_again
        yield date(2019, 1, 10), self._partners
        for year in range(2019, 2026):
            yield date(year, 5, 28), self._receive
            yield date(year, 10, 15), self._give
            yield date(year + 1, 1, 10), self._publish

    def _root(self) -> Place:
        return Place.objects.get(pk=Tree.on(clock.today()).root)

    def _office(self) -> Office:
        """Return the office that leads: below another where there is one."""
        rows = Office.objects.filter(line="state").select_related("place").order_by("pk")
        open_now = [one for one in rows if one.lives_on(clock.today())]
        return next((one for one in open_now if one.parent_id), open_now[0])

    def _communes(self) -> list[Place]:
        tree = Tree.on(clock.today())
        return list(Place.objects.filter(pk__in=tree.leaves(tree.root)).order_by("pk"))

    def _measures(self) -> None:
        root, office = self._root(), self._office()
        for task, (title, _money) in zip(Task.objects.order_by("position"), MEASURES, strict=False):
            actions.add_measure(
                task, root, office=office, title=title, from_year=FIRST, to_year=LAST,
                warrant=self.warrant,
            )  # fmt: skip

    def _budget(self) -> None:
        """Write the year's money: somewhat less is given than planned, and spent than given."""
        year = clock.today().year
        planned_by_title = dict(MEASURES)
        for measure in Measure.objects.filter(simulated=True).select_related("place"):
            whole = planned_by_title[measure.title] + 20 * (year - FIRST)
            for source, tenths in SOURCES:
                planned = whole * tenths * MILLION // 10
                given = planned * (88 + year % 9) // 100
                spent = given * (93 + (year + tenths) % 7) // 100
                actions.set_budget(
                    measure, year=year, source=source, planned=planned, given=given, spent=spent,
                    warrant=self.warrant,
                )  # fmt: skip

    def _pilots(self) -> None:
        office, communes = self._office(), self._communes()
        for at, (kind, name, about) in enumerate((
            ("service", "Điểm tư vấn trẻ em và gia đình tại xã",
             "Tư vấn, kết nối dịch vụ cho trẻ em và gia đình ngay tại xã."),
            ("participation", "Câu lạc bộ quyền trẻ em",
             "Trẻ em bàn việc của mình và nói với người lớn."),
        )):  # fmt: skip
            made = actions.add_pilot(
                kind, office, name=name, about=about, begun_on=clock.today(), warrant=self.warrant
            )
            for place in communes[at * 4 : at * 4 + 4]:
                self._site(made, place, "piloted")

    def _replicate(self) -> None:
        communes = self._communes()
        for at, pilot in enumerate(Pilot.objects.filter(simulated=True)):
            for place in communes[8 + at * 10 : 18 + at * 10]:
                self._site(pilot, place, "replicated")

    def _site(self, pilot: Pilot, place: Place, stage: str) -> None:
        run_by = "Ban bảo vệ trẻ em xã" if pilot.kind == "service" else "Đoàn Thanh niên xã"
        actions.add_site(
            pilot, place, stage=stage, run_by=run_by, since=clock.today(), warrant=self.warrant
        )

    def _campaign(self) -> None:
        year = clock.today().year
        made: Campaign = actions.begin_campaign(
            self._root(), self._office(), title=f"Tháng hành động vì trẻ em năm {year}",
            starts_on=date(year, 6, 1), ends_on=date(year, 6, 30), warrant=self.warrant,
        )  # fmt: skip
        for kind, times, reached in (
            ("loudspeaker", 3_000 + 7 * (year - FIRST), None), ("television", 12, 90_000),
            ("school", 300, 120_000 + 900 * (year - FIRST)),
        ):  # fmt: skip
            actions.add_channel(made, kind, times=times, reached=reached, warrant=self.warrant)
        actions.say_effect(
            made, effect="Số cuộc gọi đến đường dây nóng tăng trong tháng.",
            measured_by="Sổ trực đường dây (mô phỏng)", warrant=self.warrant,
        )  # fmt: skip

    def _propose(self) -> None:
        actions.propose(
            self._office(), title="Hỗ trợ bữa ăn bán trú cho trẻ em mẫu giáo vùng khó khăn",
            begun_on=clock.today(), warrant=self.warrant,
        )  # fmt: skip

    def _propose_again(self) -> None:
        actions.propose(
            self._office(), title="Mức hỗ trợ cộng tác viên trẻ em ở thôn, khu dân cư",
            begun_on=clock.today(), warrant=self.warrant,
        )  # fmt: skip

    def _step(self, act: str) -> None:
        proposal = Proposal.objects.filter(simulated=True).order_by("pk")[0]
        number = "MP-07/NQ-HĐND" if act == "resolve" else ""
        actions.take(proposal, act, number=number, warrant=self.warrant)

    def _partners(self) -> None:
        root = self._root()
        for kind, name, shown_as, millions in PARTNERS:
            made = actions.add_partner(
                kind, root, name=name, shown_as=shown_as, warrant=self.warrant
            )
            actions.pledge(
                made, amount=millions * 5 * MILLION, what="Góp hằng năm cho Quỹ, năm năm",
                pledged_on=clock.today(), due_on=date(2023, 12, 31), warrant=self.warrant,
            )  # fmt: skip

    def _receive(self) -> None:
        root, year = self._root(), clock.today().year
        yearly = {name: millions for _kind, name, _shown, millions in PARTNERS}
        for at, partner in enumerate(Partner.objects.filter(simulated=True).order_by("pk")):
            amount = yearly[partner.name] * (90 + (year * 7 + at * 5) % 20) * MILLION // 100
            kind = ("money", "money", "goods", "sponsorship")[at % 4]
            keeps = partner.pledges.first() if year <= 2023 else None
            actions.receive(
                root, partner, kind, amount=amount, received_on=clock.today(), pledge=keeps,
                warrant=self.warrant,
            )  # fmt: skip

    def _give(self) -> None:
        root, year = self._root(), clock.today().year
        for purpose, millions, children in GRANTS:
            actions.give(
                root, purpose, amount=(millions + year % 5) * MILLION,
                children=children and children + year % 3, given_on=clock.today(),
                warrant=self.warrant,
            )  # fmt: skip

    def _publish(self) -> None:
        actions.publish_accounts(clock.today().year - 1, warrant=self.warrant)

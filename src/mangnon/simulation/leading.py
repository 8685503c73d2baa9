"""What those who lead and those who pay did in the invented province: through real acts, by day.

Nothing here is the province's own: every record says that it is simulated.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions import take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.models import Assignment
from mangnon.places.models import Kind as PlaceKind
from mangnon.places.models import Office, Place
from mangnon.places.tree import Tree
from mangnon.programme.models import Plan
from mangnon.simulation.days import as_date
from mangnon.simulation.efforts import Efforts
from mangnon.simulation.ground import MERGER
from mangnon.steering import actions
from mangnon.steering.models import Committee, Finding, Member

Deed = tuple[date, Callable[[], object]]
NUMBER = "MP-{}"  # a number that no office has ever given


class Leading:
    """The course of those who lead; what comes first is played before the merger."""

    def __init__(self, warrant: Warrant) -> None:
        self.warrant = warrant
        self.efforts = Efforts(warrant)

    def play_before(self) -> None:
        """Play what was done until the day before the merger; nothing without a plan's offices."""
        merger = as_date(MERGER)
        self._play(lambda day: day < merger)

    def play_after(self) -> None:
        """Play what was done from the merger on."""
        merger = as_date(MERGER)
        self._play(lambda day: day >= merger)

    def _play(self, wanted: Callable[[date], bool]) -> None:
        if not Plan.objects.exists() or not Office.objects.filter(line="state").exists():
            return
        deeds = sorted(
            ((day, at, deed) for at, (day, deed) in enumerate(self._deeds()) if wanted(day)),
            key=lambda one: one[:2],
        )
        for day, _at, deed in deeds:
            with clock.pinned(day):
                deed()

    def _deeds(self) -> Iterator[Deed]:
        yield date(2013, 1, 15), self._committees
        yield date(2014, 5, 20), self._inspect
        yield date(2014, 5, 26), self._hand
        for day, act in ((2, "accept"), (12, "report"), (20, "recognise")):
            yield date(2014, 6, day), partial(self._step, act)
        yield date(2016, 1, 20), partial(self._review, "interim", date(2015, 12, 31))
        yield date(2016, 1, 25), self._commend
        yield date(2021, 3, 10), partial(self._review, "final", date(2020, 12, 31))
        yield date(2025, 6, 20), self._end
        yield date(2025, 10, 14), self._inspect
        yield date(2025, 12, 22), self._hand
        yield date(2025, 12, 24), partial(self._step, "accept")
        yield from self.efforts.deeds()

    def _offices(self, line: str) -> list[Office]:
        today = clock.today()
        rows = Office.objects.filter(line=line).select_related("place").order_by("pk")
        return [one for one in rows if one.lives_on(today)]

    def _committees(self) -> None:
        """Set up the committee of the highest place with offices, and one in every district."""
        state, party = self._offices("state"), self._offices("party")
        self._committee(state[0].place, 1, [*state[:4], *party[-1:]])
        tree = Tree.on(clock.today())
        below = [one for one in tree.descendants(tree.root) if tree.place(one).kind == "district"]
        for number, one in enumerate(Place.objects.filter(pk__in=below).order_by("code"), start=2):
            self._committee(one, number, [])

    def _committee(self, place: Place, number: int, offices: list[Office]) -> None:
        made = actions.set_up(
            place, name="Ban Chỉ đạo công tác bảo vệ, chăm sóc và giáo dục trẻ em",
            decision=NUMBER.format(f"{number:02}/QĐ-UBND"), decided_on=date(2013, 1, 10),
            valid_from=date(2013, 1, 15), warrant=self.warrant,
        )  # fmt: skip
        roles = [Member.Role.HEAD, Member.Role.STANDING, Member.Role.MEMBER, Member.Role.MEMBER]
        for at, office in enumerate(offices):
            role = Member.Role.DEPUTY if office.line == "party" else roles[min(at, 3)]
            post = "Phó Chủ tịch" if role == Member.Role.HEAD else "Phó Thủ trưởng"
            actions.seat(made, office, post=post, role=role, warrant=self.warrant)

    def _inspect(self) -> None:
        """Inspect one place and write down what was found there."""
        by, *_others = self._departments()
        tree, day = Tree.on(clock.today()), clock.today()
        kinds = (PlaceKind.DISTRICT, PlaceKind.COMMUNE)
        ids = [one for one in tree.descendants(tree.root) if tree.place(one).kind in kinds]
        place = Place.objects.filter(pk__in=ids).order_by("valid_from", "code")[0]
        made = actions.inspect(
            by, place, subject="Việc lập danh sách và trợ giúp trẻ em có hoàn cảnh đặc biệt",
            decision=NUMBER.format(f"{day:%m%y}/QĐ-KT"), decided_on=day.replace(day=1),
            begun_on=day.replace(day=8), warrant=self.warrant,
        )  # fmt: skip
        actions.find(
            made, words="Danh sách trẻ em có hoàn cảnh đặc biệt chưa được rà soát theo quý.",
            recommendation="Hướng dẫn rà soát danh sách theo quý và gửi mẫu chung.",
            warrant=self.warrant,
        )  # fmt: skip
        actions.find(made, words="Hồ sơ trợ giúp lưu đủ, dễ tra cứu.", warrant=self.warrant)
        actions.close_inspection(
            made, ended_on=day, conclusion="Thực hiện tốt việc trợ giúp; cần rà soát danh sách đều "
            "hơn.", warrant=self.warrant,
        )  # fmt: skip

    def _hand(self) -> None:
        """Make the last finding with a recommendation a duty of another department."""
        found = Finding.objects.exclude(recommendation="").latest("pk")
        others = [one for one in self._departments() if one.pk != found.inspection.by_id]
        plan = Plan.objects.select_related("document").order_by("pk")[0]
        due = date(2014, 7, 31) if clock.today().year == 2014 else date(2026, 2, 27)
        actions.hand_finding(
            found, document=plan.document, title=found.recommendation.rstrip("."),
            deadline=Deadline(Kind.BY, due), offices=others[:1], warrant=self.warrant,
        )  # fmt: skip

    def _departments(self) -> list[Office]:
        """Return the state's offices that lead a field: those below another, else all of them."""
        state = self._offices("state")
        return [one for one in state if one.parent_id] or state

    def _step(self, act: str) -> None:
        held = Assignment.objects.filter(handing__duty__findings__isnull=False).latest("pk")
        take(held, act, words="Đã hướng dẫn và gửi mẫu chung." * (act == "report"),
             warrant=self.warrant)  # fmt: skip

    def _review(self, kind: str, until: date) -> None:
        by = self._departments()[0]
        actions.review(
            kind, Place.objects.get(pk=Tree.on(clock.today()).root), office=by,
            period_from=date(2012, 11, 5), period_to=until, held_on=clock.today(),
            number=NUMBER.format(f"{until:%y}/BC"), warrant=self.warrant,
            conclusion="Các chỉ tiêu được theo dõi đến từng địa bàn; việc chậm được nêu rõ nơi "
            "chịu trách nhiệm.",
        )  # fmt: skip

    def _commend(self) -> None:
        by, day = self._departments()[0], clock.today()
        tree = Tree.on(day)
        place = Place.objects.get(pk=tree.leaves(tree.root)[0])
        told = {"decided_on": day, "decision": NUMBER.format("05/QĐ-KT"), "warrant": self.warrant}
        what = "Thành tích trong công tác bảo vệ, chăm sóc trẻ em giai đoạn 2013–2015."
        actions.commend("certificate", by, place=place, what_for=what, **told)
        actions.commend("letter", by, organisation="Câu lạc bộ Bạn của em", what_for=what, **told)

    def _end(self) -> None:
        """End the committees of what the merger leaves without an heir."""
        for one in Committee.objects.filter(valid_to__isnull=True).select_related("place"):
            actions.end_committee(
                one, valid_to=as_date(MERGER), decision=NUMBER.format("20/QĐ-UBND"),
                warrant=self.warrant,
            )  # fmt: skip

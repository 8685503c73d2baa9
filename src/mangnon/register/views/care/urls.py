"""The addresses of what corrects a child's file."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.register.views.care import evidence, guardian, household, outcomes, weighings


def _act(route: str, page: type[ActPage], act: str, name: str) -> URLPattern:
    return path(route, private(act)(page.as_view()), name=name)


_CHILD = "<uuid:uuid>/"
_WEIGHING = f"{_CHILD}can-do/<uuid:weighing>/"
_GUARDIAN = f"{_CHILD}nguoi-cham-soc/"
urlpatterns: list[URLPattern] = [
    _act(f"{_WEIGHING}xoa/", weighings.Strike, "register.measure", "strike"),
    _act(f"{_WEIGHING}sua/", weighings.CorrectWeighing, "register.measure", "correct_weighing"),
    _act(_GUARDIAN, guardian.GuardianPage, "register.write", "guardian"),
    _act(f"{_GUARDIAN}<uuid:guardian>/", guardian.GuardianPage, "register.write", "guardian"),
    _act(f"{_GUARDIAN}<uuid:guardian>/bo/", guardian.RemoveGuardian, "register.write",
         "remove_guardian"),
    _act(f"{_CHILD}hoan-canh/<uuid:spell>/giay-to/", evidence.EvidencePage, "register.support",
         "evidence"),
    _act(f"{_CHILD}hoa-nhap/<uuid:outcome>/", outcomes.FollowUp, "register.support",
         "follow_up"),
    _act(f"{_CHILD}ho-gia-dinh/", household.HouseholdPage, "register.write", "household"),
    _act(f"{_CHILD}ho-gia-dinh/chung/", household.JoinHousehold, "register.write",
         "join_household"),
]  # fmt: skip

"""To bring a spreadsheet hands out no right: each sheet asks for that of the acts it does."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mangnon.access.actions import end_role
from mangnon.access.doors import leave
from mangnon.access.roles import ROLES, rights_of
from mangnon.imports import actions
from mangnon.imports.errors import WrongStep
from mangnon.imports.models import Import
from mangnon.imports.scopes import warrant_of
from mangnon.imports.sheets import sheet_of
from mangnon.imports.tests.conftest import _kept, book  # noqa: F401
from mangnon.imports.views.tests.test_walk import CHILD, HOME, bring, judged
from mangnon.register.models import Child
from mangnon.register.views.tests.conftest import an, today  # noqa: F401
from tests.support.desk import fill, signed_in
from tests.support.officers import living, officer


@pytest.fixture
def chi():
    """The head of the health station of n1: weighs, writes no child's file."""
    return signed_in(officer("chi"))


def test_nobody_got_more_than_bringing():
    assert {role.code for role in ROLES if "register.bulk" in rights_of(role.code)} == set()
    brings = {role.code for role in ROLES if "imports.bring" in rights_of(role.code)}
    assert brings == {"child_officer", "station_head", "headteacher", "supervising_officer"}


def test_the_station_brings_weighings_and_no_children(chi):
    page = chi.get(HOME).content.decode()
    assert "Cân đo trẻ em" in page
    assert "mau/children" not in page
    assert chi.get(f"{HOME}mau/children/").status_code == 404
    file = SimpleUploadedFile("tre.xlsx", book([CHILD]))
    answer = fill(chi, f"{HOME}dua-len/", sheet="children", file=file)
    assert answer.status_code == 422
    warrant = leave(officer("chi"), "imports.bring").warrant()
    with pytest.raises(WrongStep):
        actions.bring(
            sheet_of("children"), "x.xlsx", book([CHILD]), place=living("n1"), warrant=warrant
        )
    assert not Import.objects.exists()


def test_nor_does_it_see_the_children_that_another_brought(an, chi):  # noqa: F811
    page = judged(an, book([CHILD]))
    for address in (page, f"{page}loi/", f"{page}nhan/", f"{page}bo/"):
        assert chi.get(address).status_code == 404
    assert CHILD[1] not in chi.get(HOME).content.decode()


def test_who_lost_the_right_meanwhile_writes_nothing(an):  # noqa: F811
    page = judged(an, book([CHILD]))
    one = Import.objects.select_related("place", "asked_by").get()
    actions.accept(one, warrant=warrant_of(one))
    for holding in officer("an").holdings.all():
        end_role(holding, warrant=_system())
    one = Import.objects.select_related("place", "asked_by").get()
    with pytest.raises(WrongStep):
        actions.work(one, warrant=warrant_of(one))
    assert not Child.objects.filter(home__isnull=False).exists()
    assert an.get(page).status_code == 404


def test_a_large_area_is_offered_to_who_reaches_it(an):  # noqa: F811
    above = signed_in(officer("giang"))
    page = above.get(f"{HOME}dua-len/").content.decode()
    assert page.count("<option") > an.get(f"{HOME}dua-len/").content.decode().count("<option")
    assert bring(above, b"x;y\n1;2\n", "x.csv", "schools").status_code == 422


def _system():
    from mangnon.access.doors import system_warrant

    return system_warrant("test")

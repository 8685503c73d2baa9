"""Sign-in keys in a real browser with a virtual authenticator: added, used, refused, dropped."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.officers import PASSWORD, app_code, officer

pytestmark = [pytest.mark.browser, pytest.mark.screen, pytest.mark.django_db]
ACCOUNT = "/desk/tai-khoan/"
KEYS, ADD = f"{ACCOUNT}buoc-hai/khoa/", f"{ACCOUNT}buoc-hai/khoa/them/"
# A telephone that knows its owner's finger, and one without anybody at it.
TELEPHONE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def desk(transactional_db, settings):
    """The address of a server; keys belong to the host's name, and localhost counts as secure."""
    settings.MFA_TOTP_TOLERANCE = 1  # a slow machine types the code of half a minute ago
    clock.pin(BEFORE)
    cache.clear()
    put(small_area(), system_warrant("test"))
    officer("an")
    server = LiveServer("localhost")
    yield server.url
    server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


class Browser:
    """A browser with a virtual authenticator; what its console complained of is kept."""

    def __init__(self, context, address):
        self.page, self.address, self.complaints = context.new_page(), address, []
        self.page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )
        self.cdp = context.new_cdp_session(self.page)
        self.cdp.send("WebAuthn.enable")
        self.telephone = self.add_telephone()

    def add_telephone(self, **changed):
        answer = self.cdp.send(
            "WebAuthn.addVirtualAuthenticator", {"options": {**TELEPHONE, **changed}}
        )
        return answer["authenticatorId"]

    def turn(self, on):
        words = {"authenticatorId": self.telephone, "isUserVerified": on}
        self.cdp.send("WebAuthn.setUserVerified", words)

    def visit(self, path):
        self.page.goto(f"{self.address}{path}")

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).click()

    def password(self):
        self.visit(f"{ACCOUNT}dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill("an")
        self.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
        self.press("Đăng nhập")

    def enrol(self, alone=True):
        self.visit(ADD)
        self.page.get_by_label("Đặt tên cho khóa").fill("Điện thoại cơ quan")
        if alone:
            self.page.get_by_label("Đăng nhập chỉ bằng khóa này").check()
        self.press("Thêm khóa")

    def leave(self):
        self.visit("/desk/")
        self.press("Đăng xuất")

    def text(self):
        return self.page.locator("main").inner_text()


@pytest.fixture(params=[390, pytest.param(1280, marks=pytest.mark.long)])
def browser(desk, chromium, request):
    """An officer's browser, in which she has signed in with her password and her app."""
    context = chromium.new_context(viewport={"width": request.param, "height": 844})
    one = Browser(context, desk)
    one.password()
    one.page.get_by_label("Mã xác thực").fill(app_code())
    one.press("Đăng nhập")
    one.page.wait_for_url("**/desk/")
    yield one
    context.close()


def at_home(browser):
    browser.page.wait_for_url("**/desk/")
    return "An Thị Mẫu" in browser.page.content()


def test_a_key_is_added_and_opens_the_desk_by_itself(browser):
    browser.enrol()
    browser.page.wait_for_url("**/ma-du-phong/")
    assert "Đã thêm khóa truy cập." in browser.text()
    browser.visit(KEYS)
    assert "Điện thoại cơ quan" in browser.text() and "Chưa dùng." in browser.text()
    browser.leave()
    browser.press("Đăng nhập bằng khóa")
    assert at_home(browser)
    browser.visit(KEYS)
    assert "Dùng lần cuối" in browser.text()
    assert browser.complaints == []


def test_a_key_is_the_second_step_after_the_password(browser):
    browser.enrol(alone=False)
    browser.page.wait_for_url("**/ma-du-phong/")
    browser.leave()
    browser.password()
    browser.press("Dùng khóa truy cập")
    assert at_home(browser)


def test_a_key_that_was_dropped_opens_nothing(browser):
    browser.enrol()
    browser.page.wait_for_url("**/ma-du-phong/")
    browser.visit(KEYS)
    browser.page.get_by_role("link", name="Bỏ").click()
    browser.press("Bỏ")
    browser.page.wait_for_url(f"**{KEYS}")
    assert "Đã bỏ khóa truy cập." in browser.text()
    browser.leave()
    browser.press("Đăng nhập bằng khóa")
    browser.page.get_by_text("Khóa này không dùng được ở đây").wait_for()
    browser.visit("/desk/")
    assert "/dang-nhap/" in browser.page.url


def test_a_finger_that_the_telephone_does_not_know_gets_a_sentence(browser):
    browser.enrol()
    browser.page.wait_for_url("**/ma-du-phong/")
    browser.leave()
    browser.turn(False)
    browser.press("Đăng nhập bằng khóa")
    browser.page.get_by_text("Chưa xác nhận được bằng khóa").wait_for()
    browser.turn(True)
    browser.press("Đăng nhập bằng khóa")
    assert at_home(browser)


def test_a_telephone_without_the_key_gets_a_sentence(browser):
    browser.leave()
    browser.press("Đăng nhập bằng khóa")
    browser.page.get_by_text("Chưa xác nhận được bằng khóa").wait_for()
    assert browser.complaints == []


def test_the_same_key_is_not_added_twice(browser):
    browser.enrol()
    browser.page.wait_for_url("**/ma-du-phong/")
    browser.enrol()
    browser.page.get_by_text("Khóa này đã được thêm rồi").wait_for()
    assert Authenticator.objects.filter(type="webauthn").count() == 1


def test_the_last_factor_that_a_role_needs_is_not_dropped(browser):
    browser.enrol()
    browser.page.wait_for_url("**/ma-du-phong/")
    Authenticator.objects.filter(type="totp").delete()
    browser.visit(KEYS)
    browser.page.get_by_role("link", name="Bỏ").click()
    browser.press("Bỏ")
    browser.page.get_by_role("alert").get_by_text("Hãy thêm cách khác").wait_for()
    assert Authenticator.objects.filter(type="webauthn").count() == 1


def test_a_key_is_asked_once_more_before_something_that_matters(browser):
    browser.enrol()
    browser.page.wait_for_url("**/ma-du-phong/")
    browser.visit(f"{ACCOUNT}buoc-hai/khoa/xac-nhan-lai/?next={KEYS}")
    browser.press("Dùng khóa truy cập")
    browser.page.wait_for_url(f"**{KEYS}")

"""The addresses of accounts. Of the kept libraries only the pages listed here are reachable."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from allauth.socialaccount import views as social
from django.urls import URLPattern, URLResolver, path

from mangnon.access.rights import OPEN, OWN
from mangnon.access.routes import under
from mangnon.access.views import (
    changes,
    directory,
    loans,
    mine,
    own,
    passkeys,
    people,
    roster,
    sessions,
    unconfirmed,
)
from mangnon.access.views import codes as one_time

_OPEN: list[URLPattern | URLResolver] = [
    path("dang-nhap/", account.login, name="account_login"),
    path("dang-xuat/", account.logout, name="account_logout"),
    path("da-dong/", account.account_inactive, name="account_inactive"),
    path("buoc-hai/nhap-ma/", factor.authenticate, name="mfa_authenticate"),
    path("cong-vu/da-dung/", social.login_cancelled, name="socialaccount_login_cancelled"),
    path("cong-vu/loi/", social.login_error, name="socialaccount_login_error"),
    path("buoc-hai/khoa/dang-nhap/", key.login_webauthn, name="mfa_login_webauthn"),
]
_OWN: list[URLPattern | URLResolver] = [
    path("xac-nhan-lai/", account.reauthenticate, name="account_reauthenticate"),
    path("mat-khau/", account.password_change, name="account_change_password"),
    path("buoc-hai/", factor.index, name="mfa_index"),
    path("buoc-hai/xac-nhan-lai/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("buoc-hai/ung-dung/", app.activate_totp, name="mfa_activate_totp"),
    path("buoc-hai/ung-dung/bo/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("buoc-hai/ma-du-phong/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "buoc-hai/ma-du-phong/tao/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "buoc-hai/ma-du-phong/tai/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("buoc-hai/khoa/", key.list_webauthn, name="mfa_list_webauthn"),
    path("buoc-hai/khoa/them/", key.add_webauthn, name="mfa_add_webauthn"),
    path(
        "buoc-hai/khoa/xac-nhan-lai/",
        key.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("buoc-hai/khoa/<uuid:key>/bo/", passkeys.remove, name="mfa_remove_webauthn"),
    path("buoc-hai/khoa/<uuid:key>/sua/", passkeys.edit, name="mfa_edit_webauthn"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    *under(OPEN, _OPEN),
    *under(OWN, _OWN),
    path("", mine.account, name="my-account"),
    path("quyen/", mine.rights, name="my-rights"),
    path("ma/", one_time.page, name="one-time-code"),
    path("muon-quyen/", loans.borrow, name="borrow"),
    path("muon-quyen/<uuid:uuid>/tra/", loans.give_back, name="give-back"),
    path("phien/", sessions.page, name="sessions"),
    path("ngon-ngu/", own.choose_language, name="language"),
    path("bo-noi/", own.leave_directory, name="leave-directory"),
    path("cong-vu/<slug:provider_id>/", directory.go, name="openid_connect_login"),
    path("cong-vu/<slug:provider_id>/ve/", directory.back, name="openid_connect_callback"),
]
_PERSON = "<uuid:uuid>/"
people_pages: list[URLPattern | URLResolver] = [
    path("", people.listed, name="people"),
    path("moi/", changes.invite, name="invite"),
    path("moi-nhieu/", roster.page, name="roster"),
    path("moi-nhieu/mau.xlsx", roster.template, name="roster-template"),
    path("ma/", changes.codes, name="codes"),
    path("quyen-da-muon/", loans.listed, name="loans"),
    path("cho-xac-nhan/", unconfirmed.listed, name="unconfirmed"),
    path("cho-xac-nhan/<uuid:batch>/", unconfirmed.answer, name="unconfirmed-batch"),
    path(_PERSON, people.person, name="person"),
    path(f"{_PERSON}vai-tro/", changes.give_role, name="give-role"),
    path(f"{_PERSON}vai-tro/<uuid:holding>/thu/", changes.end_role, name="end-role"),
    path(f"{_PERSON}vai-tro/<uuid:holding>/xac-nhan/", changes.confirm_role, name="confirm-role"),
    path(f"{_PERSON}ban-giao/", changes.hand_over, name="hand-over"),
    path(f"{_PERSON}ma/", changes.give_code, name="give-code"),
    path(f"{_PERSON}buoc-hai/", changes.ask_reset, name="ask-reset"),
    path(f"{_PERSON}buoc-hai/xac-nhan/", changes.confirm_reset, name="confirm-reset"),
    path(f"{_PERSON}dong/", changes.close_account, name="close-account"),
]

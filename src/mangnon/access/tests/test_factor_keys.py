"""Second factors follow when the key ring changes."""

from allauth.mfa.models import Authenticator

from mangnon.access.actions import keys
from mangnon.access.tests.test_sign_in import SECOND, sign_in
from mangnon.vault import KeyRing
from tests.support.officers import app_code


def test_an_app_still_signs_in_after_the_key_was_changed_and_the_old_one_removed(
    cast, warrant, client, settings, tmp_path
):
    old = KeyRing.generate(tmp_path / "keys")
    settings.KEY_FILE = str(tmp_path / "keys")
    an = cast("an")
    new = KeyRing.add_key(tmp_path / "keys")
    assert keys.factors_by_key() == {old.primary: 1}
    assert keys.rewrap_factors(warrant=warrant) == 1
    assert keys.factors_by_key() == {new.primary: 1}
    assert keys.rewrap_factors(warrant=warrant) == 0
    KeyRing.remove_key(tmp_path / "keys", old.primary)
    sign_in(client, "an")
    assert client.post(SECOND, {"code": app_code()})["Location"] == "/desk/"
    assert Authenticator.objects.get(user=an).last_used_at

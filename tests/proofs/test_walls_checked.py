"""What differs from the walls as declared is named, each in a sentence, by the real commands."""

from pathlib import Path

import pytest
from django.conf import settings
from psycopg.errors import InsufficientPrivilege

from mangnon.vault import KeyRing
from tests.support.walled import raise_walls


@pytest.fixture(scope="module")
def walled():
    one = raise_walls(Path(settings.DATA_DIR) / "walled-checked")
    yield one
    one.server.stop()


SPOILT = {
    "GRANT SELECT ON register_child TO walled_portal": "has SELECT on the table register_child",
    "GRANT SELECT (uuid) ON register_child TO walled_engine": "has SELECT (uuid) on the table",
    "GRANT SELECT ON finding_missed TO walled_portal": "has SELECT on the table finding_missed",
    "REVOKE INSERT ON finding_missed FROM walled_portal": "walled_portal lacks INSERT on the table",
    "REVOKE INSERT ON register_birth FROM walled_desk": "lacks INSERT on the table register_birth",
    "ALTER TABLE register_birth DISABLE ROW LEVEL SECURITY": "register_birth keeps no rows apart",
    "ALTER POLICY mangnon_desk ON register_plan USING (true)": "policies of register_plan",
    "CREATE POLICY more ON register_plan USING (true)": "policies of register_plan",
    "CREATE OR REPLACE FUNCTION mangnon_nobody_lives_in(bigint) RETURNS boolean LANGUAGE sql STABLE"
    " SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS 'SELECT true'": (
        "function mangnon_nobody_lives_in(bigint) is not the one declared"
    ),
    "ALTER FUNCTION mangnon_left_from_here() RESET search_path": (
        "function mangnon_left_from_here() is not the one declared"
    ),
    "GRANT EXECUTE ON FUNCTION mangnon_left_from_here() TO PUBLIC": (
        "mangnon_left_from_here() is to be asked by walled_desk alone"
    ),
    "GRANT SELECT ON SEQUENCE register_child_id_seq TO walled_desk": (
        "walled_desk has SELECT on the sequence register_child_id_seq"
    ),
    "GRANT USAGE ON SEQUENCE register_birth_id_seq TO walled_portal": (
        "walled_portal has USAGE on the sequence register_birth_id_seq"
    ),
    "REVOKE UPDATE ON SEQUENCE register_plan_id_seq FROM walled_desk": (
        "walled_desk lacks UPDATE on the sequence register_plan_id_seq"
    ),
    "ALTER ROLE walled_desk BYPASSRLS": "walled_desk stands above the walls",
    "GRANT CREATE ON SCHEMA public TO walled_desk": "walled_desk stands above the walls",
}


def test_each_breach_is_named_and_mended(walled):
    assert walled.mangnon("db", "roles", "--check").returncode == 0
    with walled.connect("owner") as owner:
        for breach in SPOILT:
            owner.execute(breach)
    told = walled.mangnon("db", "roles", "--check")
    assert told.returncode == 1
    assert [one for one in SPOILT.values() if one not in told.stdout] == []
    with walled.connect("owner") as owner:
        owner.execute("ALTER ROLE walled_desk NOBYPASSRLS")
    assert walled.mangnon("db", "roles").returncode == 0
    with pytest.raises(InsufficientPrivilege), walled.connect("portal") as portal:
        portal.execute("SELECT 1 FROM register_child")


def test_the_portal_adds_to_an_inbox_and_reads_nothing_of_it(walled):
    heard = (
        'INSERT INTO finding_missed (id, "on", words, language, times)'
        " VALUES (gen_random_uuid(), '2026-01-15', 'zzqx', 'vi', 1)"
    )
    sent = (
        "INSERT INTO legislation_message (uuid, kind, sealed, sent_at, address)"
        " VALUES (gen_random_uuid(), 'problem', 'x', now(), '')"
    )
    boxes = {"finding_missed": "words", "legislation_message": "sealed"}
    with walled.connect("portal") as portal:
        portal.execute(heard)
        portal.execute(sent)
        for box, column in boxes.items():
            for refused in (f"SELECT {column} FROM", "DELETE FROM", "TRUNCATE"):
                with pytest.raises(InsufficientPrivilege):
                    portal.execute(f"{refused} {box}")
    with walled.connect("desk") as desk:
        assert desk.execute("SELECT words FROM finding_missed").fetchall() == [("zzqx",)]


def test_what_building_does_not_mend_is_named_until_it_is(walled):
    gone = "DROP FUNCTION mangnon_left_from_here() CASCADE"
    lent = "CREATE FUNCTION lent() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS"
    with walled.connect("owner") as owner:
        owner.execute(gone)
        owner.execute(f"{lent} 'SELECT count(*) FROM register_child'")
        owner.execute("CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql"
                      " AS 'BEGIN RETURN NEW; END'")  # fmt: skip
    told = walled.mangnon("db", "roles", "--check")
    assert told.returncode == 1
    assert "mangnon_left_from_here(), which the walls ask, is missing" in told.stdout
    assert "function lent() is not ours" in told.stdout
    assert "guard “audit_entry_final” was changed" in told.stdout
    with walled.connect("owner") as owner:
        owner.execute("DROP FUNCTION lent()")
    assert walled.mangnon("audit", "guard").returncode == 0
    assert walled.mangnon("db", "roles").returncode == 0


def test_check_says_that_the_web_works_as_the_owner_or_that_the_trail_is_unguarded(walled):
    keys = walled.home.with_name("walled-keys")
    KeyRing.generate(keys)
    production = {
        "MANGNON_MODE": "production", "MANGNON_HOSTS": "treem.example.vn",
        "MANGNON_KEY_FILE": str(keys),
    }  # fmt: skip
    told = walled.mangnon("check", **production)
    assert "works as" not in told.stdout
    assert "mangnon audit guard" not in told.stdout
    with walled.connect("owner") as owner:
        owner.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_final")
    alone = production | {"MANGNON_DATABASE": walled.urls["owner"]}
    alone |= {f"MANGNON_DATABASE_{role}": "" for role in ("OWNER", "ENGINE", "PORTAL", "DESK")}
    told = walled.mangnon("check", **alone)
    assert told.returncode == 1
    assert "The web process works as mangnon, which owns tables" in told.stdout
    assert "lacks its guard “audit_entry_final”" in told.stdout
    with walled.connect("owner") as owner:
        owner.execute("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_final")

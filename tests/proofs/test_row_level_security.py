"""On PostgreSQL each role sees its part, whatever it asks: by SQL, by the models, by any door.

Two communes, a child each. The desk works within the first; nothing of the second is there.
"""

from datetime import date
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg.errors import InsufficientPrivilege

from tests.support.walled import raise_walls

STAGE = """
import json
from datetime import date
from mangnon.access.doors import demonstration_warrant
from mangnon.places.models import Place
from mangnon.places import generation
from mangnon.register.actions import *
from mangnon.register.actions.bulk import *
from mangnon.register.models import *
from mangnon.register.particulars import Particulars
w = demonstration_warrant()
found = {}
group = CircumstanceGroup.objects.create(code="g", law="new", name_vi="g", name_en="g",
    valid_from=date(2012, 1, 1), lasting=True)
kind = AssistanceKind.objects.create(code="k", name_vi="k", name_en="k", qualifies=True)
for code in ("here", "there"):
    place = Place.objects.create(code=code, valid_from=date(2012, 1, 1), kind="commune",
        style="xa", name_vi=code, name_en=code, sort_key=code)
    generation.bump()
    home = register_household(address="thôn " + code, warrant=w)
    born = date(2020, 2, 1) if code == "here" else date(2019, 9, 9)
    who = Particulars(name="Nguyễn Thị " + code, sex="f", birth_date=born)
    child = register_child(who, place=place, household=home, warrant=w)
    Guardian.objects.create(child=child, relation="mother", name_sealed=b"x")
    Circumstance.objects.create(child=child, group=group, valid_from=born, identified_on=born)
    plan = Plan.objects.create(child=child, approved_on=born)
    PlannedService.objects.create(plan=plan, kind=kind, due_on=born)
    Assistance.objects.create(child=child, kind=kind, delivered_on=born)
    Reintegration.objects.create(child=child, reached_on=born, in_family=True,
        in_school_or_care=True, no_new_harm=True, goals_met=True)
    Measurement.objects.create(child=child, place=place, measured_on=date(2022, 1, 1), weight_kg=12)
    Birth.objects.create(child=child, place=place, born_on=born, sex="f")
    Death.objects.create(child=child, place=place, died_on=date(2023, 1, 1), age_days=1)
    HouseholdPoverty.objects.create(household=home, year=2021, status="poor")
    found[code] = {"place": place.pk, "child": child.pk, "household": home.pk,
        "uuid": str(child.uuid), "key": str(child.data_key_id)}
print(json.dumps(found))
"""
# Each private table, and how many rows of it belong to one commune.
ROWS = {
    **dict.fromkeys(
        ("child", "guardian", "residence", "circumstance", "plan", "plannedservice", "assistance",
         "reintegration", "measurement", "birth", "death", "household", "householdpoverty"), 1,
    ),
    "datakey": 2,
}  # fmt: skip
SEALED = ("name_sealed", "document_sealed", "uuid", "data_key_id")


@pytest.fixture(scope="module")
def walled():
    """Walls built by the real commands, and two communes behind them."""
    one = raise_walls(Path(settings.DATA_DIR) / "walled")
    yield one
    one.server.stop()


@pytest.fixture(scope="module")
def stage(walled):
    return walled.run("owner", STAGE)


@pytest.fixture
def desk(walled, stage):
    """A transaction of the desk, within the first commune."""
    with walled.connect("desk") as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('mangnon.places', %s, true)", [place_of(stage)])
        yield connection


def place_of(stage, code="here"):
    return str(stage[code]["place"])


def refused(connection, sql, *values):
    """Say that PostgreSQL refuses a statement."""
    with pytest.raises(InsufficientPrivilege), connection.transaction():
        connection.execute(sql, values)


@pytest.mark.parametrize("table", ROWS)
def test_only_rows_of_the_commune_are_there(desk, table):
    assert desk.execute(f"SELECT count(*) FROM register_{table}").fetchone() == (ROWS[table],)


@pytest.mark.parametrize("table", ROWS)
def test_within_nothing_there_is_nothing(walled, stage, table):
    with walled.connect("desk") as connection:
        counted = connection.execute(f"SELECT count(*) FROM register_{table}").fetchone()
    assert counted == (0,)


@pytest.mark.parametrize("table", ROWS)
def test_within_everything_there_is_all(desk, table):
    desk.execute("SELECT set_config('mangnon.all', 'on', true)")
    assert desk.execute(f"SELECT count(*) FROM register_{table}").fetchone() == (2 * ROWS[table],)


def test_the_other_child_is_reached_by_no_door(desk, stage):
    there = stage["there"]
    for asked in (
        f"SELECT 1 FROM register_child WHERE id = {there['child']}",
        f"SELECT 1 FROM places_place p JOIN register_child c ON c.home_id = p.id "
        f"WHERE p.id = {there['place']}",
        f"SELECT 1 FROM register_residence WHERE place_id = {there['place']}",
        f"SELECT 1 FROM register_datakey WHERE id = '{there['key']}'",
        f"TABLE register_child LIMIT 0 OFFSET {there['child']}",
        f"SELECT 1 FROM mangnon_left_from_here() AS id WHERE id = {there['child']}",
        "SELECT 1 FROM register_child WHERE 1 / (birth_date - DATE '2019-09-09') = 7",
    ):
        assert desk.execute(asked).fetchall() == [], asked


def test_a_copy_of_a_table_holds_what_is_seen(desk, stage):
    with desk.cursor().copy("COPY register_child (uuid) TO STDOUT") as copy:
        text = b"".join(copy).decode()
    assert text.split() == [stage["here"]["uuid"]]


def test_a_child_who_left_is_seen_where_it_lived_last(walled, stage, desk):
    with walled.connect("owner") as owner:
        ended = "UPDATE register_residence SET valid_to = %s WHERE child_id = %s"
        owner.execute(ended, [date(2024, 1, 1), stage["there"]["child"]])
        owner.execute("UPDATE register_child SET home_id = NULL")
        owner.execute("UPDATE register_child SET home_id = %s WHERE id = %s",
                      [stage["here"]["place"], stage["here"]["child"]])  # fmt: skip
    assert desk.execute("SELECT count(*) FROM register_child").fetchone() == (1,)
    desk.execute("SELECT set_config('mangnon.places', %s, true)", [place_of(stage, "there")])
    seen = desk.execute("SELECT id FROM register_child").fetchall()
    with walled.connect("owner") as owner:
        owner.execute(ended, [None, stage["there"]["child"]])
        owner.execute("UPDATE register_child SET home_id = %s WHERE id = %s",
                      [stage["there"]["place"], stage["there"]["child"]])  # fmt: skip
    assert seen == [(stage["there"]["child"],)]


def test_nothing_is_written_beyond_the_commune(desk, stage):
    here, there = stage["here"], stage["there"]
    for table, key in (("child", "id"), ("measurement", "child_id"), ("guardian", "child_id")):
        for act in (f"DELETE FROM register_{table}", f"UPDATE register_{table} SET {key} = {key}"):
            done = desk.execute(f"{act} WHERE {key} = {there['child']}")
            assert done.rowcount == 0
    refused(desk, "UPDATE register_child SET home_id = %s WHERE id = %s",
            there["place"], here["child"])  # fmt: skip
    add = "INSERT INTO register_guardian (child_id, relation) VALUES (%s, 'mother')"
    refused(desk, add, there["child"])
    refused(desk, add, 999_999_999)  # who is not there and who is not yours look alike
    assert desk.execute(add, [here["child"]]).rowcount == 1


def test_a_household_in_which_nobody_lives_is_there_where_it_is_kept(desk, stage):
    here, there = place_of(stage), place_of(stage, "there")
    desk.execute("SELECT set_config('mangnon.all', 'on', true)")
    desk.execute("UPDATE register_child SET household_id = NULL")
    kept = "UPDATE register_household SET kept_at_id = %s WHERE id = %s"
    for code in ("here", "there"):
        desk.execute(kept, [stage[code]["place"], stage[code]["household"]])
    desk.execute("SELECT set_config('mangnon.all', '', true)")
    for table in ("household", "householdpoverty"):
        assert desk.execute(f"SELECT count(*) FROM register_{table}").fetchone() == (1,)
    seen = desk.execute("SELECT id, address_sealed IS NULL FROM register_household").fetchall()
    assert seen == [(stage["here"]["household"], False)]
    add = "INSERT INTO register_household (uuid, kept_at_id) VALUES (gen_random_uuid(), %s)"
    refused(desk, add, there)
    refused(desk, add, None)
    assert desk.execute(add, [here]).rowcount == 1


def test_statistics_give_no_value_away(walled, stage):
    with walled.connect("owner") as owner:
        owner.execute("ANALYZE")
    leaks = "SELECT count(*) FROM pg_stats WHERE tablename LIKE 'register\\_%' AND tablename NOT IN"
    # Catalogues out of a pack, which name no child.
    leaks += " ('register_circumstancegroup', 'register_assistancekind', 'register_evidencekind')"
    for role in ("desk", "engine", "portal"):
        with walled.connect(role) as connection:
            assert connection.execute(leaks).fetchone() == (0,)
            refused(connection, "SELECT 1 FROM pg_statistic")
    with walled.connect("owner") as owner:
        assert owner.execute(leaks).fetchone()[0] > 0


def test_a_plan_does_not_tell_whether_a_child_was_born_that_day(desk):
    plans = {
        desk.execute(
            f"EXPLAIN (FORMAT JSON) SELECT 1 FROM register_child WHERE birth_date = '{day}'"
        ).fetchone()[0][0]["Plan"]["Plan Rows"]
        for day in ("2019-09-09", "2019-09-10")
    }
    assert len(plans) == 1


@pytest.mark.parametrize("role", ["desk", "engine", "portal"])
def test_no_role_steps_over_the_walls(walled, stage, role):
    with walled.connect(role) as connection:
        for act in (
            "SET ROLE mangnon",
            "ALTER TABLE register_child DISABLE ROW LEVEL SECURITY",
            "DROP POLICY mangnon_desk ON register_child",
            "CREATE TABLE public.mine (id int)",
            "TRUNCATE register_guardian CASCADE",
            "SELECT pg_read_file('PG_VERSION')",
            "COPY register_child FROM PROGRAM 'true'",
            "SELECT last_value FROM register_child_id_seq",
        ):
            refused(connection, act)
        connection.execute("SET row_security = off")
        refused(connection, "SELECT count(*) FROM register_child")


def test_the_trail_is_added_to_only(walled, stage):
    with walled.connect("desk") as connection:
        for act in ("DELETE FROM audit_entry", "UPDATE audit_entry SET act = 'x'"):
            refused(connection, act)


def test_the_engine_counts_every_child_and_names_none(walled, stage):
    with walled.connect("engine") as connection:
        assert connection.execute("SELECT count(id) FROM register_child").fetchone() == (2,)
        for column in SEALED:
            refused(connection, f"SELECT {column} FROM register_child")
        for asked in (
            "SELECT * FROM register_child",
            "SELECT 1 FROM register_datakey",
            "SELECT 1 FROM register_guardian",
            "SELECT address_sealed FROM register_household",
            "SELECT 1 FROM audit_entry",
            "UPDATE register_child SET sex = 'm'",
        ):
            refused(connection, asked)


def test_the_portal_reads_no_private_table(walled, stage):
    with walled.connect("portal") as connection:
        named = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        tables = {name for (name,) in connection.execute(named)}
        open_to_it, read = set(), set()
        for table in tables:
            try:
                connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1')
            except InsufficientPrivilege:
                continue
            open_to_it.add(table.partition("_")[0])
            read.add(table)
        named = connection.execute("SELECT count(*) FROM audit_actor WHERE code = 'demonstration'")
        assert named.fetchone() == (0,)  # who made no release has no name there
        refused(connection, "SELECT 1 FROM audit_entry")
        refused(connection, "DELETE FROM figures_release")
    open_to_it.remove("audit")
    public = {
        *("figures", "places", "indicators", "programme", "legislation", "packs", "snapshots"),
        *("procedures", "services", "pages", "finding", "visits"),
        "efforts",  # the Fund's accounts as published: two tables, named below
        "duties",  # what a clause set for a whole level: one table, named below
        "facilities",  # what one offers to children: one table, named below
        *("wagtailcore", "wagtaildocs", "wagtailredirects", "django"),
    }
    assert open_to_it == public
    assert {one for one in read if one.startswith("efforts_")} == {
        "efforts_account", "efforts_accountline",
    }  # fmt: skip
    assert {one for one in read if one.startswith("facilities_")} == {"facilities_publicoffer"}
    assert {one for one in read if one.startswith("duties_")} == {"duties_publicduty"}
    library = {"legislation_document", "legislation_clause", "legislation_relation"}
    assert {one for one in read if one.startswith("legislation_")} == {
        *library, "legislation_original",
    }  # fmt: skip


def test_the_portal_reads_no_live_figure(walled, stage):
    with walled.connect("portal") as connection:
        for table in ("indicators_cell", "indicators_reportedtotal", "facilities_post"):
            refused(connection, f"SELECT 1 FROM {table}")


DRAFTS = """
from datetime import date
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from mangnon.pages.models import ContextSeries, ContextValue, OfficeProfile, StatisticalReport
from mangnon.places.models import Office, Place
here, day = Place.objects.get(code="here"), date(2024, 1, 1)
file = Document.objects.create(title="t", file=ContentFile(b"x", name="t.pdf"))
for live in (False, True):
    office = Office.objects.create(code=f"o{live}", line="state", name_vi="o", name_en="o",
        place=here)
    OfficeProfile.objects.create(office=office, live=live)
    StatisticalReport.objects.create(title_vi="t", year=2024, period_vi="p", issued_on=day,
        document=file, live=live)
    series = ContextSeries.objects.create(code=f"s{live}", name_vi="s", unit_vi="u",
        source_vi="n", live=live)
    ContextValue.objects.create(series=series, on=day, value=1)
"""


def test_the_portal_reads_no_draft_of_the_editors(walled, stage):
    tables = ("officeprofile", "statisticalreport", "contextseries", "contextvalue")

    def counted(role: str) -> dict[str, int]:
        with walled.connect(role) as connection:
            asked = {one: f"SELECT count(*) FROM pages_{one}" for one in tables}
            return {one: connection.execute(words).fetchone()[0] for one, words in asked.items()}

    before = {role: counted(role) for role in ("desk", "portal")}  # what others brought here
    walled.run("owner", DRAFTS)
    for role, more in (("desk", 2), ("portal", 1)):
        assert counted(role) == {one: count + more for one, count in before[role].items()}, role


PUBLISHED = """
import json
from datetime import date
from mangnon.audit.models import Actor
from mangnon.efforts.models import Account
made = [Actor.objects.create(code=code, kind="person", name=code) for code in ("ke-toan", "khac")]
Account.objects.create(number=1, year=2023, day=date(2024, 1, 5), by=made[0], brought=0,
    received=1, given=0)
print(json.dumps({}))
"""


def test_who_published_the_funds_accounts_is_named_and_nobody_else(walled, stage):
    walled.run("owner", PUBLISHED)
    with walled.connect("portal") as connection:
        asked = "SELECT name FROM audit_actor WHERE code IN ('ke-toan', 'khac')"
        assert connection.execute(asked).fetchall() == [("ke-toan",)]


MODELS = """
import json, sys
from mangnon.register import identity
from mangnon.register.models import Child, DataKey, Guardian
from mangnon.walls import everywhere, within
here = json.loads(sys.argv[1])
def seen(): return Child.objects.count()
found = {"outside": seen()}
with within([here]):
    found["here"] = seen()
    found["names"] = [identity.open_name(one) for one in Child.objects.select_related("data_key")]
    found["keys"] = DataKey.objects.count()
    with everywhere():
        found["everywhere"] = seen()
    found["here again"] = seen()
    try:
        with everywhere():
            raise KeyError
    except KeyError:
        found["after a failure"] = seen()
found["after"] = seen()
print(json.dumps(found))
"""


def test_the_models_see_what_the_transaction_is_within(walled, stage):
    assert walled.run("desk", MODELS, place_of(stage)) == {
        "outside": 0, "here": 1, "names": ["Nguyễn Thị here"], "keys": 2, "everywhere": 2,
        "here again": 1, "after a failure": 1, "after": 0,
    }  # fmt: skip


ACTS = """
import json, sys
from datetime import date
from mangnon.access.doors import demonstration_warrant
from mangnon.places.models import Place
from mangnon.register.actions import *
from mangnon.register.actions.bulk import ChildrenBatch, add_children_in_bulk
from mangnon.register.models import Child, Residence
from mangnon.register.particulars import Particulars
from mangnon.walls import everywhere, within
from django.db import transaction
here, there = (Place.objects.get(pk=int(one)) for one in json.loads(sys.argv[1]))
w = demonstration_warrant()
who = Particulars(name="Lê Văn Ổi", sex="m", birth_date=date(2021, 3, 3), document="030221000777")
found = {}
with transaction.atomic():
    with within([here.pk]):
        home = register_household(address="thôn Mới", place=here, warrant=w)
        child = register_child(who, place=here, household=home, warrant=w)
        found["registered"] = Child.objects.filter(pk=child.pk).exists()
        record_measurement(child, measured_on=date(2023, 1, 1), place=here, weight_kg=11.0,
            warrant=w)
        move_child(child, place=there, moved_on=date(2023, 6, 1), warrant=w)
        found["after the move"] = Child.objects.filter(pk=child.pk).exists()
    with within([there.pk]):
        found["where it went"] = Residence.objects.filter(child=child).count()
    with everywhere():
        batch = ChildrenBatch(names=["Lê Thị Na"] * 3, sexes="f",
            birth_dates=[date(2020, 1, 1)] * 3)
        found["in bulk"] = len(add_children_in_bulk(batch, warrant=w))
    transaction.set_rollback(True)
print(json.dumps(found))
"""


def test_the_acts_of_the_desk_work_within_its_commune(walled, stage):
    places = f"[{place_of(stage)}, {place_of(stage, 'there')}]"
    assert walled.run("desk", ACTS, places) == {
        "registered": True, "after the move": False, "where it went": 2, "in bulk": 3,
    }  # fmt: skip


COUNTED = """
import json
from datetime import date
from mangnon.indicators import datasets
from mangnon.indicators.few import counting_few
from mangnon.indicators.sources import Reach, Reader
from mangnon.indicators.engine import cursor
from mangnon.places.models import Place
since, slow, fast = date(2012, 1, 1), {}, {}
sources = {one.name: one for data in datasets.datasets() for one in data.sources}
with counting_few(list(Place.objects.values_list("pk", flat=True)), since) as few:
    for name, source in sources.items():
        few.read(source)
        slow[name] = few.cursor.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0]
with cursor() as duck, Reader() as reader:
    for name, source in sources.items():
        reader.expect(source, Reach(None, since))
        reader.copy_to(duck, source)
        fast[name] = duck.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0]
        duck.execute(f"DROP TABLE {name}")
print(json.dumps({name: [slow[name], fast[name]] for name in sources}))
"""


def test_counting_sees_every_child_from_the_desk_and_by_the_engines_role(walled, stage):
    seen = walled.run("desk", COUNTED)
    assert all(slow == fast for slow, fast in seen.values())
    assert seen["homes"] == [2, 2]


BUILD = """
import json, sys
from pathlib import Path
from mangnon.portal.tests import province
province.build(Path(sys.argv[1]))
"""
CRAWL = """
import json, re
from datetime import date
from django.test import Client
from mangnon import clock
client, waiting, seen = Client(raise_request_exception=True), ["/"], {}
with clock.pinned(date(2026, 1, 15)):
    while waiting and len(seen) < 60:
        path = waiting.pop(0)
        answer = client.get(path)
        body = b"".join(answer) if answer.streaming else answer.content
        seen[path] = answer.status_code
        if "html" in answer["Content-Type"]:
            found = re.findall(r'href="(/[^"#]*)"', body.decode())
            kinds = {re.sub(r"[0-9@-]+", "", one): one for one in found}
            new = [one for one in kinds.values() if one not in seen and one not in waiting]
            waiting += [one for one in new if not one.startswith(("/static", "/desk"))]
print(json.dumps(seen))
"""


def test_every_public_page_is_served_by_the_portals_role(walled, tmp_path):
    walled.run("owner", "from django.core.management import call_command\n" + BUILD, str(tmp_path))
    seen = walled.run("portal", CRAWL)
    assert len(seen) > 20
    assert {path: code for path, code in seen.items() if code not in (200, 302)} == {}


def test_a_wrong_password_opens_nothing(walled):
    url = walled.urls["desk"].replace("secret-desk", "secret")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)

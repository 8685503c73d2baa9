"""A page is kept once, answered from its file, and deleted by what changes what it read."""

import gzip

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from mangnon import clock
from mangnon.access.models import User
from mangnon.legislation.models import Document
from mangnon.snapshots import actions, listing, reads, store, turning
from mangnon.snapshots.door import Door
from mangnon.snapshots.keeping import NotForEverybody, UnknownRead
from mangnon.snapshots.middleware import Snapshots
from mangnon.snapshots.models import Change

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def documents():
    return [Document.objects.create(code=code, title_vi=code * 300) for code in "ab"]


class House:
    """A site of two kinds of page: /a/ shows a document, /danh-sach/ lists them all."""

    def __init__(self) -> None:
        self.drawn = []
        self.while_drawing = lambda: None

    def page(self, request):
        self.drawn.append(request.path_info)
        code = request.path_info.strip("/")
        if code == "danh-sach":
            text = " ".join(Document.objects.order_by("code").values_list("title_vi", flat=True))
        else:
            text = Document.objects.get(code=code).title_vi
        self.while_drawing()
        return HttpResponse(text)

    def get(self, path, **headers):
        """Ask as a web server does: first for the file, then for the page."""
        asked = RequestFactory().get(path, headers=headers)
        met = {}

        def begin(status, head):
            met.update(status=status, headers=dict(head))

        def application(environ, start_response):
            answer = Snapshots(self.page)(asked)
            start_response(f"{answer.status_code} -", list(answer.items()))
            return [answer.content]

        body = b"".join(Door(application)(asked.environ, begin))
        return met["status"][:3], met["headers"], body


@pytest.fixture
def house(kept, documents):
    return House()


def test_a_page_is_drawn_once(house):
    first, again = house.get("/a/"), house.get("/a/")
    assert first == again
    assert house.drawn == ["/a/"]
    assert first[2] == b"a" * 300


def test_it_travels_compressed_and_an_unchanged_one_is_not_sent(house):
    _, headers, body = house.get("/a/", **{"accept-encoding": "br, gzip"})
    assert gzip.decompress(body) == b"a" * 300
    assert headers["Content-Encoding"] == "gzip" and headers["Vary"] == "Accept-Encoding"
    asked = {"accept-encoding": "gzip", "if-none-match": f'"x", W/{headers["ETag"]}'}
    status, _, nothing = house.get("/a/", **asked)
    assert (status, nothing) == ("304", b"")
    assert house.get("/a/", **{"accept-encoding": "gzip;q=0"})[2] == b"a" * 300


def test_a_change_deletes_what_it_touches_and_nothing_else(house, documents):
    for path in ("/a/", "/b/", "/danh-sach/"):
        house.get(path)
    documents[0].title_vi = "đổi"
    documents[0].save()
    assert [house.get(path)[2].decode()[:3] for path in ("/a/", "/b/")] == ["đổi", "bbb"]
    assert house.get("/danh-sach/")[2].decode().startswith("đổi")
    assert house.drawn == ["/a/", "/b/", "/danh-sach/", "/a/", "/danh-sach/"]


def test_a_new_one_touches_the_list_only(house):
    for path in ("/a/", "/danh-sach/"):
        house.get(path)
    Document.objects.bulk_create([Document(code="c", title_vi="c")])
    assert house.get("/danh-sach/")[2].endswith(b" c")
    house.get("/a/")
    assert house.drawn == ["/a/", "/danh-sach/", "/danh-sach/"]


def test_what_is_deleted_is_not_served(house, documents):
    house.get("/a/")
    documents[0].delete()
    with pytest.raises(Document.DoesNotExist):
        house.get("/a/")


def test_what_is_taken_back_changes_nothing(house, documents):
    house.get("/a/")
    before = Change.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        documents[0].save()
        raise ZeroDivisionError
    house.get("/a/")
    assert house.drawn == ["/a/"]
    assert Change.objects.count() == before


def test_what_a_savepoint_took_back_is_announced_when_it_is_done_again(house, documents):
    house.get("/a/")
    with transaction.atomic():
        try:
            with transaction.atomic():
                documents[0].save()
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        Document.objects.filter(pk=documents[0].pk).update(title_vi="sau")
    assert house.get("/a/")[2] == b"sau"


def test_nothing_is_deleted_before_the_change_stands(house, documents):
    house.get("/a/")
    with transaction.atomic():
        documents[0].save()
        assert house.get("/a/") and house.drawn == ["/a/"]
    house.get("/a/")
    assert house.drawn == ["/a/", "/a/"]


def test_a_page_that_changes_while_it_is_drawn_is_not_kept(house, documents):
    house.while_drawing = lambda: Document.objects.filter(pk=documents[0].pk).update(title_vi="mới")
    house.get("/a/")
    house.while_drawing = lambda: None
    assert house.get("/a/")[2].decode() == "mới"
    house.get("/a/")
    assert house.drawn == ["/a/", "/a/"]


def test_one_that_changes_elsewhere_meanwhile_is_kept(house, documents):
    house.while_drawing = lambda: documents[1].save()
    house.get("/a/")
    house.get("/a/")
    assert house.drawn == ["/a/"]


def test_a_change_whose_process_died_is_carried_out_by_the_others(house, documents):
    house.get("/a/")
    tags = [f"legislation.document:{documents[0].pk}"]
    Change.objects.create(key="of another host", tags=tags)
    house.get("/a/")
    turning.look()
    house.get("/a/")
    assert house.drawn == ["/a/", "/a/"]
    turning.look()
    house.get("/a/")
    assert house.drawn == ["/a/", "/a/"]  # it is carried out once


def test_whoever_missed_too_much_begins_anew(house):
    house.get("/a/")
    Change.objects.bulk_create([Change(key=str(n), tags=["else:1"]) for n in range(200)])
    turning.look()
    house.get("/a/")
    assert house.drawn == ["/a/", "/a/"]


def test_the_frame_is_every_page(house):
    for path in ("/a/", "/b/"):
        house.get(path)
    actions.changed("frame")
    assert not list(store.pages().rglob("*.html"))
    assert len([house.get(path) for path in ("/a/", "/b/")]) == 2
    assert house.drawn == ["/a/", "/b/"] * 2


def test_the_day_turns_every_page(house):
    house.get("/a/")
    with clock.pinned(clock.today().replace(year=2031)):
        house.get("/a/")
        assert house.drawn == ["/a/"] * 2
        house.get("/a/")
    assert house.drawn == ["/a/"] * 2


def test_a_tag_of_ones_own(house):
    def page(request):
        house.drawn.append(request.path_info)
        reads("weather:rain")
        with listing("documents:shown"):
            return HttpResponse(str(Document.objects.count()))

    house.page = page
    house.get("/c/")
    Document.objects.create(code="z")
    house.get("/c/")
    assert house.drawn == ["/c/"]  # whoever says ``listing`` announces it
    for tag in ("documents:shown", "weather:rain", "weather"):
        actions.changed(tag)
        house.get("/c/")
    assert house.drawn == ["/c/"] * 4


def test_many_rows_are_announced_as_their_table(house):
    rows = [Document.objects.create(code=f"n{n}") for n in range(60)]
    before = Change.objects.count()
    with transaction.atomic():
        for one in rows:
            one.save()
    assert Change.objects.count() - before < 25
    assert "legislation.document" in Change.objects.latest("pk").tags


@pytest.mark.parametrize("query", ["?utm_source=x", "?fbclid=1&a=", "?%FF"])
def test_unknown_parameters_are_dropped(house, query):
    house.get("/a/")
    assert house.get(f"/a/{query}")[0] == "200"
    assert house.drawn == ["/a/"]


def test_a_choice_is_drawn_each_time(house):
    for _ in range(2):
        house.get("/a/?ky=2020")
    assert house.drawn == ["/a/"] * 2
    assert not store.pages().exists() or not list(store.pages().rglob("*.html"))


@pytest.mark.parametrize(
    "path", ["/a", "/../a/", "/./a/", "/a//", "/.git/", "/desk/a/", "/x%00/", "/x\\y/",
             f"/{'a' * 300}/", f"/{'a/' * 400}"]
)  # fmt: skip
def test_an_address_that_is_no_file_is_not_kept(house, path):
    house.page = lambda request: house.drawn.append(path) or HttpResponse("x")
    for _ in range(2):
        house.get(path)
    assert len(house.drawn) == 2


@pytest.mark.parametrize(
    "spoil",
    [
        lambda answer: answer.set_cookie("a", "b"),
        lambda answer: answer.headers.setdefault("Vary", "Accept-Encoding, Cookie"),
        lambda answer: answer.write('<input name="csrfmiddlewaretoken">'),
    ],
)
def test_a_page_that_knows_its_reader_is_an_error(house, spoil, settings):
    def page(request):
        answer = HttpResponse("x")
        spoil(answer)
        return answer

    house.page = page
    with pytest.raises(NotForEverybody):
        house.get("/a/")
    settings.MODE = "production"  # there it is told, and not kept
    assert house.get("/a/")[0] == "200"
    assert not list(store.pages().rglob("*.html"))


def test_a_page_that_reads_what_is_not_public_is_an_error(house, settings):
    house.page = lambda request: HttpResponse(str(User.objects.count()))
    with pytest.raises(UnknownRead):
        house.get("/a/")
    settings.MODE = "production"
    assert house.get("/a/")[0] == "200"
    assert not list(store.pages().rglob("*.html"))


@pytest.mark.parametrize(
    "headers", [{"Cache-Control": "no-store"}, {"Content-Type": "text/csv"}, {"Vary": "Accept"},
                {"Content-Disposition": "attachment"}]
)  # fmt: skip
def test_what_is_no_page_for_all_is_not_kept(house, headers):
    house.page = lambda request: house.drawn.append("") or HttpResponse("x", headers=headers)
    for _ in range(2):
        house.get("/a/")
    assert len(house.drawn) == 2


def test_a_folder_that_cannot_be_written_leaves_the_page_standing(house, kept):
    (kept / "index.sqlite3").unlink()
    (kept / "index.sqlite3").mkdir()
    page = Snapshots(house.page)
    assert page(RequestFactory().get("/a/")).status_code == 200


def test_a_hit_asks_the_database_nothing(house, django_assert_num_queries):
    house.get("/a/")
    with django_assert_num_queries(0, connection=connection):
        house.get("/a/")

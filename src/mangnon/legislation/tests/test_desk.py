"""The library at the desk: what an editor writes stands on the public page, bad input nowhere."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.legislation import actions
from mangnon.legislation.errors import SettledMeanwhile
from mangnon.legislation.library import HELD, library
from mangnon.legislation.models import Document, Original, Relation
from mangnon.legislation.pack import _brought_here
from mangnon.legislation.reading.files import pasted
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import fill, questions, signed_in
from tests.support.library import blank_pdf, word_file
from tests.support.officers import officer

ROOM = "/desk/thu-vien/"


@pytest.fixture
def warrant():
    return system_warrant("test")


@pytest.fixture
def desk(db, settings, tmp_path, warrant):
    settings.ATTACHMENTS_ROOT = tmp_path
    with clock.pinned(BEFORE):
        put(small_area(), warrant)
        yield signed_in(officer("thu"))


@pytest.fixture
def law(desk, warrant):
    told = {"title_vi": "Luật Mẫu", "kind": "law", "number": "01/2010/QH12",
            "issuer_vi": "Quốc hội"}  # fmt: skip
    return actions.put_document(told, warrant=warrant)


def page_of(one):
    return f"{ROOM}van-ban/{one.code}/"


def test_a_document_is_added_and_corrected_and_the_trail_knows(desk):
    told = {"number": "56/2014/NĐ-CP", "kind": "decree", "title_vi": "Nghị định Mẫu",
            "issued_on": "09/05/2014", "in_force_from": "01/07/2014"}  # fmt: skip
    assert fill(desk, f"{ROOM}them/", **told).status_code == 302
    one = Document.objects.get()
    assert one.code == "56-2014-nd-cp" and one.number_key
    assert fill(desk, f"{page_of(one)}sua/", signer="Nguyễn Văn Mẫu").status_code == 302
    one.refresh_from_db()
    assert (one.signer, one.title_vi) == ("Nguyễn Văn Mẫu", "Nghị định Mẫu")
    written = Entry.objects.filter(act="legislation.write")
    assert written.count() == 2


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title_vi": ""}, "Hãy điền mục này"),
        ({"number": "không biết"}, "không giống số, ký hiệu"),
        ({"issued_on": "31/02/2014"}, "id_issued_on"),
        ({"issued_on": "09/05/2014", "expired_on": "01/01/2014"}, "trước 09/05/2014"),
        ({"number": "01/2010/QH12", "issuer_vi": "Quốc hội"}, "cùng số, cùng cơ quan"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_written(desk, law, wrong, said):
    told = {"number": "", "kind": "law", "title_vi": "Khác"} | wrong
    answer = fill(desk, f"{ROOM}them/", **told)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert Document.objects.count() == 1


def test_a_relation_to_what_is_not_held_writes_it_by_its_number(desk, law, client):
    form = f"{page_of(law)}quan-he/"
    assert fill(desk, form, kind="replaces", other="25/2004/QH11").status_code == 302
    tie = Relation.objects.get()
    assert (tie.target.kind, tie.target.held, tie.by_hand) == ("law", False, True)
    assert "25/2004/QH11" in client.get(f"/van-ban/{law.code}/").content.decode()
    assert fill(desk, f"{form}{tie.key}/", part="on", on="01/02/2015").status_code == 302
    tie.refresh_from_db()
    assert tie.part and tie.on is not None
    assert fill(desk, f"{form}{tie.key}/bo/").status_code == 302
    assert not Relation.objects.exists()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"other": "01/2010/QH12"}, "với chính nó"),
        ({"other": "luật lạ"}, "Hãy thêm văn bản"),
        ({"other": "2/2010/QH12", "until": "01/01/2016"}, "Chỉ ngưng hiệu lực"),
        ({"other": "25/2004/QH11"}, "thành vòng"),
    ],
)
def test_a_relation_that_cannot_be_is_refused_whole(desk, law, warrant, told, said):
    other = actions.put_document({"title_vi": "Cũ", "kind": "law", "number": "25/2004/QH11"},
                                 warrant=warrant)  # fmt: skip
    actions.put_relation(other, actions.editing.Tied("replaces", law), warrant=warrant)
    before = Document.objects.count()
    answer = fill(desk, f"{page_of(law)}quan-he/", kind="replaces", **told)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert (Relation.objects.count(), Document.objects.count()) == (1, before)


def test_a_text_is_shown_before_it_is_kept_and_what_is_not_placed_is_said(desk, law, client):
    file = word_file("Điều 1. Trẻ em", "Dưới 16 tuổi.", "5. Nhảy số", "Điều 2. Hết")
    led = fill(desk, f"{page_of(law)}loi-van/", words="",
               file=SimpleUploadedFile("luat.docx", file))  # fmt: skip
    look = desk.get(led.url).content.decode()
    assert "1 đoạn chưa xếp được" in look and "5. Nhảy số" in look
    assert not law.clauses.exists() and "luat.docx" not in shown(client, law)
    assert fill(desk, led.url, how="text").status_code == 302
    public = shown(client, law)
    assert "Dưới 16 tuổi." in public and "luat.docx" in public
    kept = Original.objects.get()
    got = client.get(f"/van-ban/{law.code}/ban-goc/{kept.uuid}/luat.docx")
    assert b"".join(got) == file and "attachment" in got["Content-Disposition"]
    assert kept.digest in public


def test_a_scan_is_kept_as_the_original_and_said_to_be_pictures(desk, law, client):
    led = fill(desk, f"{page_of(law)}loi-van/", words="",
               file=SimpleUploadedFile("chup.pdf", blank_pdf(2)))  # fmt: skip
    assert "chỉ có hình" in desk.get(led.url).content.decode()
    assert fill(desk, led.url, how="text").status_code == 422
    assert fill(desk, led.url, how="original").status_code == 302
    assert "bản chụp" in shown(client, law) and not law.clauses.exists()
    assert list(library(clock.today()).narrowed({"held": HELD}).ids) == [law.pk]
    drop = f"{page_of(law)}tep/{Original.objects.get().uuid}/bo/"
    told = desk.get(fill(desk, drop).url).content.decode()
    assert "hãy bổ sung" in told and not Document.objects.get(pk=law.pk).held
    assert not library(clock.today()).narrowed({"held": HELD}).ids


def test_a_document_is_held_as_long_as_words_or_a_file_of_it_are_kept(desk, law, warrant):
    def held() -> bool:
        return Document.objects.get(pk=law.pk).held

    one = actions.bring_file(law, "luat.docx", word_file("Không có điều nào."), warrant=warrant)
    actions.keep_file(one, as_text=True, warrant=warrant)
    actions.drop_file(one, warrant=warrant)
    assert held() and law.clauses.get().level == ""
    assert law.code in _brought_here()
    actions.put_text(law, pasted(" \n"), warrant=warrant)
    assert not held() and not law.clauses.exists() and law.code not in _brought_here()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bom.docx", b"PK\x03\x04 no zip", "bị hỏng"),
        ("ma.pdf", b"%PDF-1.7 /JavaScript %%EOF", "mã lệnh"),
        ("anh.png", b"\x89PNG", "không phải tệp Word"),
    ],
)
def test_a_bad_file_is_a_sentence_and_nothing_is_kept(desk, law, name, content, said):
    answer = fill(desk, f"{page_of(law)}loi-van/", words="",
                  file=SimpleUploadedFile(name, content))  # fmt: skip
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not Original.objects.exists()


def test_two_at_one_waiting_file_keep_it_once_and_neither_takes_it_away(desk, law, warrant):
    kept = actions.bring_file(law, "goc.pdf", blank_pdf(), warrant=warrant)
    late, later = (Original.objects.get(pk=kept.pk) for _ in range(2))
    actions.keep_file(kept, as_text=False, warrant=warrant)
    actions.keep_file(late, as_text=False, warrant=warrant)
    with pytest.raises(SettledMeanwhile):
        actions.drop_file(later, warrant=warrant)
    assert Original.objects.get().kept_on == BEFORE
    assert Entry.objects.filter(act="legislation.keep_original").count() == 1


def test_a_file_that_nobody_kept_is_let_go(desk, law, tmp_path):
    assert fill(desk, f"{page_of(law)}loi-van/", words="Điều 1. Có").status_code == 302
    waiting = Original.objects.get()
    assert fill(desk, f"{page_of(law)}tep/{waiting.uuid}/xem/", how="drop").status_code == 302
    assert not Original.objects.exists()


def test_the_pages_ask_little(desk, law):
    assert questions(desk, ROOM) <= 15 and questions(desk, page_of(law)) <= 15


def shown(client, one):
    return client.get(f"/van-ban/{one.code}/").content.decode()


def test_many_are_tried_then_written_whole_at_the_desk(desk):
    def sent(how, *rows):
        text = "\n".join(("Số ký hiệu;Loại;Tên", *rows)).encode()
        return fill(desk, f"{ROOM}nhap/", how=how, table=SimpleUploadedFile("ds.csv", text))

    good, wrong = "1/2010/QH12;Luật;Luật A", "2/2010/QH12;Lệ làng;Luật B"
    tried = sent("try", good).content.decode()
    assert "Chạy thử tốt" in tried and not Document.objects.exists()
    refused = sent("write", good, wrong)
    assert refused.status_code == 422 and not Document.objects.exists()
    assert "Dòng 3, Loại văn bản" in refused.content.decode()
    assert sent("write", good).status_code == 302
    assert Document.objects.get().title_vi == "Luật A"
    assert sent("write", "không phải bảng").status_code == 422

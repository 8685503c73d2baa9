"""A newsroom in which something of every kind lies on the tables: for walks through its screens."""

from datetime import UTC, datetime
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Comment, CommentReply, Page, PageLogEntry

from mangnon import clock
from mangnon.access import grounds
from mangnon.finding.models import Missed, Synonym
from mangnon.pages.editors import follow_roles
from mangnon.pages.models import Consent, NewsIndexPage, NewsPage, OfficeProfile, Picture, TextPage
from mangnon.places.models import Office
from tests.support.officers import officer


def drawn(width: int = 1200, height: int = 700) -> bytes:
    """Return a picture that nobody is in."""
    file = BytesIO()
    Image.new("RGB", (width, height), "seagreen").save(file, "JPEG")
    return file.getvalue()


def furnish() -> dict[str, int]:
    """Fill the room, where the tiny pack stands; return the number of a thing of each kind."""
    _hide_the_english()
    picture = Picture(title="Sân trường", alt="Sân trường", shows_child=True,
                      file=ImageFile(BytesIO(drawn()), name="san-truong.jpg"))  # fmt: skip
    picture.save()
    paper = Document(title="Biểu mẫu", file=ContentFile(b"%PDF-1.4", name="bieu-mau.pdf"))
    paper.save()
    consent = Consent(
        picture=picture, purpose="Bài về trường học", paper="12/ĐY", child_age=9,
        child_agreed=True, guardian_agreed=True,
        given_on=clock.today(), expires_on=clock.today().replace(year=clock.today().year + 1),
    )  # fmt: skip
    consent.save()
    office = Office.objects.exclude(profile__isnull=False).first()
    profile = OfficeProfile.objects.first() or OfficeProfile(office=office)
    profile.save()
    redirect = Redirect.add_redirect("/bai-cu/", "/tin-tuc/")
    Synonym.objects.create(words="UBND", means="ủy ban nhân dân")
    Missed.objects.create(on=clock.today(), words="san choi", language="vi", times=2)
    return {
        "picture": picture.pk, "document": paper.pk, "consent": consent.pk,
        "office": profile.pk, "redirect": redirect.pk, **_pages(picture),
    }  # fmt: skip


def _hide_the_english() -> None:
    """Call the pages of the other language by Vietnamese names: they stand in every list."""
    for page in Page.objects.filter(locale__language_code="en", depth__gt=1).specific():
        page.title = page.draft_title = f"Bản dịch {page.pk}"
        page.lead = ""
        page.save()
        PageLogEntry.objects.filter(page=page).update(label=page.title)


def _pages(picture: Picture) -> dict[str, int]:
    writer, chief = officer("oanh"), officer("phuc")
    for one in (writer, chief):
        follow_roles(one, grounds.of_person(one))
    sent = _article("Lớp vẽ mùa hè", picture)
    sent.get_workflow().start(sent, writer)
    spoken_of = _article("Buổi đọc sách", picture)
    comment = Comment(page=spoken_of, user=chief, text="Thêm nguồn.", contentpath="lead")
    comment.save()
    CommentReply(comment=comment, user=writer, text="Đã thêm.").save()
    spoken_of.save_revision(user=chief)
    held = _article("Sân chơi mới", picture)
    held.locked, held.locked_by, held.locked_at = True, chief, clock.now()
    held.save()
    timed = _article("Ngày hội trẻ em", picture)
    timed.go_live_at = datetime(2099, 1, 1, tzinfo=UTC)
    timed.save_revision(user=chief).publish(user=chief)
    about = TextPage.objects.get(slug="gioi-thieu")
    for lead in ("Một tỉnh không có thật.", "Một tỉnh bịa ra cho vui."):
        about.lead = lead
        about.save_revision(user=chief, log_action=True).publish(user=chief)
    return {"sent": sent.pk, "spoken_of": spoken_of.pk, "held": held.pk, "timed": timed.pk,
            "about": about.pk}  # fmt: skip


def _article(title: str, picture: Picture) -> NewsPage:
    """A draft with a block of most kinds."""
    body = [
        ("heading", "Một buổi sáng"),
        ("picture", {"image": picture, "caption": "Sân trường", "credit": "", "alt": "Sân",
                     "decorative": False}),
        ("quote", {"text": "Vui quá!", "who": "Một em nhỏ"}),
    ]  # fmt: skip
    page = NewsPage(title=title, date=clock.today(), lead="Ba mươi chỗ.", live=False, body=body)
    NewsIndexPage.objects.get(slug="tin-tuc").add_child(instance=page)
    page.save_revision(user=officer("oanh"), log_action=True)
    return page

"""Pages that a pack brings: made once, updated only while nobody has edited them."""

import pytest
from wagtail.models import Page

from mangnon.packs.errors import BadPack
from mangnon.pages.models import Made, NewsPage, TextPage

ABOUT = "pages/about.vi.md"


def about() -> TextPage:
    return TextPage.objects.get(slug="gioi-thieu")


def rewrite(pack, old: str, new: str, name: str = ABOUT) -> None:
    file = pack / name
    said = file.read_text(encoding="utf-8")
    assert old in said
    file.write_text(said.replace(old, new), encoding="utf-8")


def drop(pack) -> None:
    """Take the page out of the pack, and the news that leads to it."""
    for stem in ("about", "opening"):
        for language in ("vi", "en"):
            (pack / f"pages/{stem}.{language}.md").unlink()


def test_both_languages_stand_at_their_addresses(written, client):
    assert "Không có gì ở đây là thật" in client.get("/gioi-thieu/").content.decode()
    assert "Nothing here is real" in client.get("/en/about/").content.decode()


def test_the_two_versions_know_each_other(written, client):
    assert 'hreflang="en" href="/en/about/"' in client.get("/gioi-thieu/").content.decode()
    assert 'hreflang="vi" href="/gioi-thieu/"' in client.get("/en/about/").content.decode()


def test_a_second_time_changes_nothing(apply):
    apply()
    revisions = {page.pk: page.latest_revision_id for page in Page.objects.all()}
    assert apply().changed_nothing
    assert {page.pk: page.latest_revision_id for page in Page.objects.all()} == revisions


def test_what_the_pack_rewrites_is_rewritten(apply, pack):
    apply()
    rewrite(pack, "Một tỉnh bịa ra.", "Một tỉnh không có thật.")
    apply()
    assert about().lead == "Một tỉnh không có thật."


def test_what_somebody_edited_stays(apply, pack):
    apply()
    page = about()
    page.lead = "Lời của biên tập viên."
    page.save_revision().publish()
    rewrite(pack, "Một tỉnh bịa ra.", "Một tỉnh không có thật.")
    assert not apply().changed_nothing  # the difference is told
    assert about().lead == "Lời của biên tập viên."


def test_a_draft_counts_as_edited(apply, pack):
    apply()
    about().save_revision()
    rewrite(pack, "Một tỉnh bịa ra.", "Một tỉnh không có thật.")
    apply()
    assert about().lead == "Một tỉnh bịa ra."


def test_a_page_that_the_pack_drops_goes(apply, pack):
    apply()
    drop(pack)
    apply()
    assert not TextPage.objects.exists()
    assert not Made.objects.filter(stem="about").exists()


def test_an_edited_page_that_the_pack_drops_becomes_the_editors_own(apply, pack):
    apply()
    about().save_revision()
    drop(pack)
    apply()
    assert [page.slug for page in TextPage.objects.all()] == ["gioi-thieu"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('under = "home"', 'under = "away"', "gói không có trang «away»"),
        ('under = "home"', 'under = "about"', "trang nằm dưới chính nó"),
        ('under = "home"', "", "phải nằm dưới một trang loại"),
        ('kind = "text"', 'kind = "poem"', "không có trong danh sách"),
        ("Không có gì", "[x](page:away) Không có gì", "gói không có trang «away»"),
        ('kind = "text"', 'kind = "text"\noffice = "ub"', "gói không có cơ quan «ub»"),
        ('kind = "text"', 'kind = "text"\nbasis = ["luat"]', "gói không có văn bản «luat»"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old, new, said, apply, pack):
    rewrite(pack, old, new)
    with pytest.raises(BadPack) as refused:
        apply()
    found = [one for one in refused.value.mistakes if said in one.vi]
    assert found
    assert found[0].file == ABOUT
    assert not Page.objects.filter(depth__gt=2).exists()


def test_news_without_a_day_is_refused(apply, pack):
    for language in ("vi", "en"):
        text = '+++\ntitle = "T"\nlead = "L"\nkind = "news"\nunder = "news"\n+++\nx\n'
        (pack / f"pages/undated.{language}.md").write_text(text, encoding="utf-8")
    with pytest.raises(BadPack, match="tin phải có ngày"):
        apply()
    assert not NewsPage.objects.filter(slug="t").exists()

"""Pages that a pack brings: made once, updated only while nobody has edited them."""

import json

import pytest
from click.testing import CliRunner
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from mangnon.cli.packs import pack_group
from mangnon.packs.errors import BadPack
from mangnon.pages.blocks import FEATURES
from mangnon.pages.models import Made, NewsPage, SectionPage, TextPage

ABOUT = "pages/about.vi.md"


def about() -> TextPage:
    return TextPage.objects.get(slug="gioi-thieu")


def kept(applied) -> list[tuple[str, str]]:
    """The pages that differ from the pack and stay so."""
    (one,) = [d for d in applied.differences if d.table.model is Made]
    return list(one.kept)


def rewrite(pack, old: str, new: str, name: str = ABOUT) -> None:
    file = pack / name
    said = file.read_text(encoding="utf-8")
    assert old in said
    file.write_text(said.replace(old, new), encoding="utf-8")


def through_the_form(value):
    """A text as an editor's field gives it back, untouched."""
    if isinstance(value, dict):
        return {name: through_the_form(one) for name, one in value.items()}
    if "<" not in value:
        return value
    form = ContentstateConverter(FEATURES)
    return form.to_database_format(form.from_database_format(value))


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
    assert kept(apply()) == [("about", "vi")]  # the difference is told
    assert about().lead == "Lời của biên tập viên."


def test_diff_tells_what_is_kept_and_what_would_change(apply, pack):
    apply()
    page = about()
    page.lead = "Lời của biên tập viên."
    page.save_revision().publish()
    rewrite(pack, "Trang của một tỉnh bịa ra", "Trang thử của một tỉnh bịa ra", "pages/home.vi.md")
    said = CliRunner().invoke(pack_group, ["diff", str(pack), "--language", "en"]).stdout
    assert "Page: edited here and kept 1 (about · vi)" in said
    assert "Page: changed 1 (home · vi)" in said


def test_saved_in_the_editors_form_without_a_change_it_is_the_packs_still(apply, pack):
    """The form writes other tags, keys and spaces; none of that is an editor's word."""
    text = '**Đậm** và *nghiêng*,\nxem [tin](page:opening) & «"thế"».\n\n- một\n- hai\n\n> Lưu ý'
    rewrite(pack, "Không có gì ở đây là thật.", text)
    apply()
    page = about()
    body = [{**one, "value": through_the_form(one["value"])} for one in page.body.raw_data]
    page.body = json.dumps(body)
    page.save_revision().publish()
    assert about().body.raw_data[0]["value"] != text
    assert kept(apply()) == []


def test_an_editor_changes_one_letter_of_a_paragraph(apply, pack):
    apply()
    page = about()
    page.body = json.dumps([{**one, "value": "<p>Khác.</p>"} for one in page.body.raw_data])
    page.save_revision().publish()
    assert kept(apply()) == [("about", "vi")]


def test_words_put_back_are_the_packs_again(apply, pack):
    apply()
    for lead in ("Khác.", "Một tỉnh bịa ra."):
        page = about()
        page.lead = lead
        page.save_revision().publish()
    rewrite(pack, "Một tỉnh bịa ra.", "Một tỉnh không có thật.")
    assert kept(apply()) == []
    assert about().lead == "Một tỉnh không có thật."


def test_a_page_of_another_kind_takes_the_place_of_the_old_one(apply, pack):
    apply()
    for language in ("vi", "en"):
        rewrite(pack, 'kind = "text"', 'kind = "section"', f"pages/about.{language}.md")
    apply()
    page = SectionPage.objects.get(slug="gioi-thieu")
    assert page.get_translations().get().slug == "about"
    assert not TextPage.objects.exists()
    assert apply().changed_nothing


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
        ('under = "home"', 'under = "away"', "gói không có trang “away”"),
        ('under = "home"', 'under = "about"', "trang nằm dưới chính nó"),
        ('under = "home"', "", "phải nằm dưới một trang loại"),
        ('kind = "text"', 'kind = "poem"', "không có trong danh sách"),
        ("Không có gì", "[x](page:away) Không có gì", "gói không có trang “away”"),
        ('kind = "text"', 'kind = "text"\noffice = "ub"', "gói không có cơ quan “ub”"),
        ('kind = "text"', 'kind = "text"\nbasis = ["luat"]', "gói không có văn bản “luat”"),
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

"""What a pack brings beside the pages: made once, then the editors' own."""

import pytest
from PIL import Image

from mangnon.packs.errors import BadPack
from mangnon.pages.models import ContextSeries, NewsPage, OfficeProfile, Picture, WebsiteLinks

TOML = '[[picture]]\nfile = "star.png"\ntitle_vi = "Sao"\ntitle_en = "Star"\n'
SAID = 'alt_vi = "Một ngôi sao"\nalt_en = "A star"\ncredit_vi = "vẽ"\ncredit_en = "drawn"\n'
SHOWN = "![Sao trên trời.](picture:star)\n"


@pytest.fixture
def drawn(pack):
    """A picture in the pack, which a piece of news shows above and inside."""
    (pack / "pictures").mkdir(exist_ok=True)
    (pack / "pictures/pictures.toml").write_text(TOML + SAID, encoding="utf-8")
    draw(pack, "green")
    for name in ("pages/opening.vi.md", "pages/opening.en.md"):
        rewrite(pack, name, 'signature = "NW"', 'signature = "NW"\npicture = "star"')
        (pack / name).write_text((pack / name).read_text("utf-8") + f"\n{SHOWN}", encoding="utf-8")
    return pack


def draw(pack, colour):
    Image.new("RGB", (8, 6), colour).save(pack / "pictures/star.png")


def rewrite(pack, name, old, new):
    said = (pack / name).read_text(encoding="utf-8")
    assert old in said
    (pack / name).write_text(said.replace(old, new), encoding="utf-8")


def told(applied, model):
    """What was done to a kind of thing: how many added, changed, removed, kept."""
    (one,) = [d for d in applied.differences if d.table.model is model]
    return tuple(map(len, (one.added, one.changed, one.removed, one.kept)))


def test_a_picture_is_kept_with_its_words_and_shown(drawn, apply):
    apply()
    star = Picture.objects.get(code="star")
    assert (star.alt, star.alt_en, star.credit_en, star.width) == (
        "Một ngôi sao", "A star", "drawn", 8,
    )  # fmt: skip
    news = NewsPage.objects.get(slug="mo-trang")
    assert news.picture == star
    shown = next(one for one in news.body.raw_data if one["type"] == "picture")["value"]
    assert (shown["image"], shown["caption"], shown["alt"]) == (
        star.pk, "Sao trên trời.", "Một ngôi sao",
    )  # fmt: skip
    assert apply().changed_nothing


def test_another_file_is_a_change_and_an_editors_word_is_kept(drawn, apply):
    apply()
    draw(drawn, "red")
    assert told(apply(), Picture) == (0, 1, 0, 0)
    star = Picture.objects.get(code="star")
    star.alt = "Ngôi sao đỏ"
    star.save()
    draw(drawn, "blue")
    assert told(apply(), Picture) == (0, 0, 0, 1)
    assert Picture.objects.get(code="star").alt == "Ngôi sao đỏ"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("star.png", "moon.png", "không có trong pictures/"),
        ("star.png", "../pack.toml", "không có trong pictures/"),
        (SAID, 'alt_vi = "Sao"\nalt_en = "Star"\ncredit_vi = "vẽ"\n', "thiếu “credit_en”"),
    ],
)
def test_what_is_wrong_with_a_picture_is_said(old, new, said, drawn, apply):
    rewrite(drawn, "pictures/pictures.toml", old, new)
    with pytest.raises(BadPack) as refused:
        apply()
    assert any(said in one.vi for one in refused.value.mistakes)


def test_what_is_no_picture_is_said(drawn, apply):
    (drawn / "pictures/star.png").write_text("<svg onload='x()'/>")
    with pytest.raises(BadPack, match="không đọc được như một hình"):
        apply()


def test_the_offices_page_and_the_figures_are_carried_on(apply, pack):
    apply()
    council = OfficeProfile.objects.get()
    assert (council.office.code, council.post_en, council.live) == (
        "council", "Chair of the Council", True,
    )  # fmt: skip
    council.telephone = "000 222"
    council.save_revision().publish()
    rewrite(pack, "offices.toml", "ba ghế", "bốn ghế")
    rewrite(pack, "context.toml", "value = 900", "value = 901")
    done = apply()
    assert told(done, OfficeProfile) == (0, 0, 0, 1)
    assert told(done, ContextSeries) == (0, 1, 0, 0)
    assert ContextSeries.objects.get().values.last().value == 901


def test_the_box_of_links_is_one_thing(apply, pack):
    apply()
    box = WebsiteLinks.objects.get()
    assert [(one.name_en, one.url) for one in box.links.all()] == [
        ("Somewhere", "https://somewhere.example.vn/")
    ]
    rewrite(pack, "links.toml", "Somewhere", "Elsewhere")
    assert told(apply(), WebsiteLinks) == (0, 1, 0, 0)
    links = list(WebsiteLinks.objects.get().links.all())
    links[0].name_vi = "Chốn khác"
    box.links = links
    box.save()
    rewrite(pack, "links.toml", "Elsewhere", "Nowhere else")
    assert told(apply(), WebsiteLinks) == (0, 0, 0, 1)
    assert WebsiteLinks.objects.count() == 1

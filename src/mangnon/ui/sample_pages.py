"""Invented pages for the page of parts, in the language that it is read in; nobody is meant."""

from collections.abc import Callable
from datetime import date

from django.contrib.staticfiles.storage import staticfiles_storage

from mangnon.text.sentence import Language
from mangnon.ui.parts import Choice, Facet, Link, Picture, Result, Stretch

Say = Callable[[str, str], str]
_SECTIONS = (
    ("Trang chủ", "Home"),
    ("Giới thiệu", "About"),
    ("Các chính sách", "Policies"),
    ("Kinh tế - xã hội", "Economy and society"),
    ("Thủ tục hành chính", "Procedures"),
    ("Dịch vụ công", "Services"),
    ("Văn bản pháp quy", "Documents"),
)


def samples(language: Language) -> dict[str, object]:
    """Return the frame and the parts of pages in one language."""

    def say(vi: str, en: str) -> str:
        return en if language == "en" else vi

    return {
        "crumbs": [
            (say("Trang chủ", "Home"), "#main"),
            (say("Các phần của giao diện", "The parts of the design"), None),
        ],
        "nav": [(say(*names), "#main", number == 1) for number, names in enumerate(_SECTIONS)],
        "search_url": "#results",
        "exit_url": "#exit",
        "footer_links": [
            (say("Cổng thông tin của Chính phủ", "The Government's portal"), "#government"),
            (say("Cổng dịch vụ công quốc gia", "National services portal"), "#services"),
        ],
        "owner_line": say(
            "Sở Chồi Non\nSố 1 đường Bờ Sông; điện thoại 0220 000 0000",
            "Department of Sprouts\n1 Riverside Road; telephone 0220 000 0000",
        ),
        "foot_pages": [
            (say("Ai cũng dùng được", "Access for all"), "#access"),
            (say("Sơ đồ cổng", "Site map"), "#map"),
        ],
        "rss_url": "#rss",
        **_found(say),
        **_pages(say),
    }


def _found(say: Say) -> dict[str, object]:
    """Return what a search for "hoi nghi" might find."""
    meeting = (
        Stretch(say("Hội nghị", "The meeting"), hit=True),
        Stretch(say(" phổ biến kế hoạch vì trẻ em", " that made the plan for children known")),
    )
    kinds = (
        Choice(say("Mọi loại", "Every kind"), "#all", 14, is_current=True),
        Choice(say("Tin tức", "News"), "#news", 9),
        Choice(say("Văn bản", "Documents"), "#documents", 5),
    )
    years = (Choice("2026", "#2026", 3), Choice("2013", "#2013", 11))
    return {
        "search_words": say("hoi nghi", "meeting"),
        "facets": (
            Facet(say("Loại", "Kind"), kinds),
            Facet(say("Năm", "Year"), years),
        ),
        "results": (
            Result(meeting, "#one", say("Tin tức", "News"), "03/12/2013", meeting),
            Result(meeting[:1], "#two", say("Văn bản", "Document"), "86-KH/TU"),
        ),
        "older": "#older",
        "newer": "#newer",
        "page_words": say("Trang 2 trên 3", "Page 2 of 3"),
    }


def _pages(say: Say) -> dict[str, object]:
    """Return what stands on pages that editors write."""
    picture = Picture(staticfiles_storage.url("ui/drawings/school.svg"), 640, 360)
    title = say("Trường Chồi Non mở thư viện", "Sprout School opens a library")
    lead = say("Sách cho cả trẻ em ngoài trường.", "With books for children outside it too.")
    return {
        "drawings": ("bamboo", "river", "school", "station", "lychee", "commune", "kite", "books"),
        "picture": picture,
        "picture_alt": say("Ngôi trường hai tầng", "A school of two storeys"),
        "picture_caption": say("Thư viện ở tầng một.", "The library is on the ground floor."),
        "picture_credit": say("hình vẽ của dự án", "drawn for this project"),
        "news": ((title, lead, "#news", date(2026, 1, 15), picture),),
        "items": (
            (title, lead, "#index"),
            (say("Khám sức khỏe", "Health check"), say("Miễn phí.", "Free."), "#index"),
        ),
        "papers": (
            ("86-KH/TU", say("Kế hoạch vì trẻ em", "The plan for children"), "#paper"),
            ("1/CN", say("Nghị quyết về vườn trẻ", "Resolution on nurseries"), "#paper"),
        ),
        "situations": (
            Link(say("Nhà vừa có em bé", "A baby was born"), "#birth"),
            Link(say("Chuyển nhà", "Moving house"), "#move"),
        ),
        "words": say("Nộp hồ sơ ở xã, phường nơi trẻ sống.", "Apply where the child lives."),
        "urgent": say("Thấy trẻ bị bỏ rơi: báo ngay.", "A child left alone: tell us at once."),
        "quoted": say("Trẻ em hôm nay, thế giới ngày mai.", "Children today, the world tomorrow."),
        "quoted_who": say("Lời treo ở cổng trường", "Over the school gate"),
        "form_title": say("Tờ khai (mẫu 1)", "Application (form 1)"),
        "contents": (
            (say("Ai được hưởng", "Who it is for"), "news-parts"),
            (say("Được hưởng gì", "What it gives"), "search-parts"),
        ),
    }

"""Pages as editors may write them, of plain values: for the tests of their templates."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace as Plain
from typing import Any

from django.template.backends.django import DjangoTemplates
from django.utils.safestring import mark_safe

from mangnon.ui.parts import Picture
from mangnon.ui.sample_trends import SPECIAL

FOLDER = Path(__file__).parents[2] / "pages" / "templates"
ROOMS = DjangoTemplates({"NAME": "pages", "DIRS": [FOLDER], "APP_DIRS": True, "OPTIONS": {}})
OFFICE = Plain(name_vi="Sở Chồi Non", name_en="Department of Sprouts")
PICTURE = Picture("/m/1.png", 1600, 900, "Ngôi trường", (("image/avif", "/m/1.avif 800w"),))
THREE = (("Khám <b>sức khỏe", "Miễn phí.", "/kham/"),)
CARD = Plain(
    number=2, code="T2", title="Trẻ em được trợ giúp", url="/t2/", said="98 % năm 2020", started="",
    value=95.6, unit="percent", decimals=1, instead="", as_of="31-12-2025", status="missed",
    stands=(Plain(when="Hạn 2020", status="missed", detail="Thiếu 2,4 điểm", figure=""),),
    trend=SPECIAL, source="Đếm từ hồ sơ", links=(), markers=(),
)  # fmt: skip


SHOWN = {"image": PICTURE, "alt": "Thư viện", "caption": "Tầng một", "credit": "dự án"}
FORM = Plain(url="/t/1", title="Mẫu", file_extension="docx", get_file_size=48_000)
TABLE = Plain(
    caption="Mức", columns=({"heading": "Nhóm"}, {"heading": "Mức"}), rows=(("Một", "2"),)
)


class Block:
    """A block as Wagtail gives it: its kind, its value, its own rendering."""

    def __init__(self, block_type: str, value: object) -> None:
        self.block_type, self.value = block_type, value

    def __str__(self) -> str:
        return ROOMS.get_template(f"pages/blocks/{self.block_type}.html").render(
            {"value": self.value, "shown": getattr(self.value, "image", None),
             "card": getattr(self.value, "card", None)}
        )  # fmt: skip


BODY = (
    Block("heading", "Đăng ký ở đâu"),
    Block("paragraph", mark_safe("<p>Ở xã.</p>")),
    Block("picture", Plain(**SHOWN, decorative=False)),
    Block("quote", Plain(text="Lời hứa", who="Một em")),
    Block("notice", Plain(kind="urgent", text="Báo ngay.")),
    Block("table", TABLE),
    Block("download", Plain(document=FORM, title="", about="Ký tay")),
    Block("promise", Plain(card=CARD)),
    Block("heading", "Bao lâu"),
    Block("heading", "Hỏi ai"),
)  # fmt: skip
PAGE = {
    "title": "Trẻ em đến trường", "lead": "Ai được giúp.", "office": OFFICE,
    "contact": "a@example.vn", "review_by": date(2026, 7, 1), "picture": None, "body": BODY,
    "kind": "policies",
    "protects": False, "for_children": False, "date": date(2013, 12, 3), "signature": "VP",
    "signed_by": OFFICE, "who_for": "Mọi em", "what_it_gives": "Sách", "how_to_get": "Đến trường",
}  # fmt: skip
CONTEXT = {
    "lang": "vi", "cards": [CARD] * 8, "verdict": "năm điều đã giữ.", "sections": THREE,
    "situations": [("Chuyển nhà", "/chuyen-nha/")], "items": THREE, "procedures": THREE,
    "services": THREE, "policies": THREE, "related": THREE, "scorecard_url": "/bang-diem/",
    "news": [("Tin", "Ngắn", "/tin/", date(2026, 1, 15), PICTURE)],
    "documents": [("86-KH/TU", "Kế hoạch", "/kh/")], "basis": [("86-KH/TU", "Kế hoạch", "/kh/")],
}  # fmt: skip
NAMES = ["home", "section", "text", "policy", "situation", "news_index", "news", "search"]


def page(name: str, page: dict[str, object] | None = None, **changes: object) -> str:
    """Render a page; ``page`` changes what is of the page itself."""
    more: dict[str, object] = {"items": CONTEXT["news"]} if name == "news_index" else {}
    context: dict[str, Any] = CONTEXT | more | changes | {"page": Plain(**(PAGE | (page or {})))}
    return ROOMS.get_template(f"pages/{name}.html").render(context)

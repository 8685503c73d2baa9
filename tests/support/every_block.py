"""A page that holds every kind of block an editor may use, for who looks at pages."""

import json
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents import get_document_model

from mangnon.pages.models import HomePage, Picture, TextPage

ADDRESS = "/moi-khoi/"


def _picture() -> Picture:
    content = BytesIO()
    Image.new("RGB", (480, 270), "seagreen").save(content, "JPEG")
    file = ContentFile(content.getvalue(), name="san-truong.jpg")
    one = Picture(title="Sân trường", alt="Sân trường", file=file)
    one.save()
    return one


def write() -> None:
    """Put the page below the Vietnamese first page."""
    content = ContentFile(b"%PDF-1.4", name="to-khai.pdf")
    file = get_document_model()(title="Tờ khai", file=content, file_size=content.size)
    file.save()
    blocks = {
        "heading": "Tiêu đề của phần",
        "paragraph": "<p>Một đoạn văn có <b>chữ đậm</b>.</p><ul><li>Một ý</li></ul>",
        "picture": {
            "image": _picture().pk,
            "caption": "Trường",
            "credit": "VP",
            "alt": "Sân trường",
        },
        "quote": {"text": "Trẻ em hôm nay, thế giới ngày mai.", "who": "Khẩu hiệu"},
        "notice": {"kind": "urgent", "text": "<p>Hạn cuối là ngày mai.</p>"},
        "table": {
            "columns": [{"type": "text", "heading": "Xã"}, {"type": "number", "heading": "Số em"}],
            "rows": [{"values": ["Bình Xuyên", "120"]}, {"values": ["Thái Học", "95"]}],
            "caption": "Trẻ em theo xã",
        },
        "download": {"document": file.pk, "title": "Tờ khai", "about": "Điền rồi nộp ở xã."},
        "promise": {"code": "T1"},
    }
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks.items()])
    home = HomePage.objects.get(locale__language_code="vi")
    home.add_child(instance=TextPage(title="Mọi khối", slug="moi-khoi", lead="Mẫu.", body=body))

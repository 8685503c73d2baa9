"""What falls due within reach, as numbers; and a child's copy of what is held."""

import json
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.routes import DeskRequest, private
from mangnon.places.world import world
from mangnon.register.access import child_within
from mangnon.retention.copying import Copy, give_copy
from mangnon.retention.due import by_place
from mangnon.retention.forms import DATA, PDF, CopyForm
from mangnon.retention.models import Erasure
from mangnon.retention.paper import pdf
from mangnon.ui.parts import Cell, Column, Section, Table
from mangnon.ui.templatetags.mangnon_ui import named

UNPROCESSABLE = 422


@private("retention.see")
def due(request: DeskRequest) -> HttpResponse:
    """Show how many files fall due at each place within reach: no name, so no reading."""
    rows = by_place(clock.today(), request.leave.places)
    units = world().units
    cells = [[Cell(named(units[row.place_id])), Cell(str(row.children))] for row in rows
             if row.place_id in units]  # fmt: skip
    table = Table("due", _("Hồ sơ đến hạn quên, theo nơi ở"),
                  [Column(_("Địa bàn")), Column(_("Số hồ sơ"), numeric=True)], cells)  # fmt: skip
    erased, none = Erasure.objects.count(), _("Chưa có hồ sơ nào đến hạn.")
    context = {
        "title": _("Lưu giữ và quên"),
        "lead": _(
            "Hồ sơ giữ họ tên đến %(years)s năm sau khi trẻ đủ 16 tuổi hoặc đã mất; sau đó khóa "
            "của hồ sơ bị hủy, số liệu vẫn đứng vững. Người vận hành máy chủ xóa theo lệnh có tên "
            "người quyết định."
        )
        % {"years": settings.RETENTION_YEARS},
        "facts": [(_("Hồ sơ đã quên đến nay"), str(erased))],
        "parts": [Section(table=table) if cells else Section(words=none)],
    }
    return render(request, "ui/sections.html", context)


@private("register.copy")
def copy(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Make a child's copy, for whom it is asked; the entry is there before the answer."""
    child = child_within(request.leave, uuid)
    form = CopyForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = UNPROCESSABLE if form.errors else 200
        return render(request, "retention/ask.html", {"form": form, "child": child}, status=status)
    for_whom = form.cleaned_data["for_whom"]
    made = give_copy(child.uuid, for_whom=for_whom, warrant=request.leave.warrant("copy"))
    return _handed(request, made, form.cleaned_data["form"])


def _handed(request: DeskRequest, made: Copy, form: str) -> HttpResponse:
    if form == DATA:
        text = json.dumps(made, ensure_ascii=False, indent=2)
        return _file(text.encode("utf-8"), "application/json", "ban-sao.json")
    if form == PDF:
        return _file(pdf(made), "application/pdf", "ban-sao.pdf")
    return render(request, "retention/copy.html", {"copy": made})


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

"""Administrative procedures: the list by field and level, and each with all its parts."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.portal import choices
from mangnon.portal.addresses import address
from mangnon.portal.listing import Entry, Listing, Narrowing, nothing_named, present
from mangnon.portal.offices import office_link
from mangnon.portal.resting import legal_grounds, links_to
from mangnon.portal.voices import Voice, page_voice
from mangnon.procedures import public
from mangnon.services import public as services
from mangnon.text.sentence import Sentence
from mangnon.ui.parts import Cell, Column, Link, Table

_NAMES = (choices.FIELD, choices.LEVEL)
_WHAT = Sentence("thủ tục", "procedure")
_COMMA = SafeString("; ")


def listing(request: HttpRequest) -> Listing:
    """Return the procedures that were asked for; raises BadChoice."""
    voice = page_voice()
    fields = {value: str(label) for value, label in public.FIELDS.choices}
    levels = {value: str(label) for value, label in public.LEVELS.choices}
    field = choices.one_of(request, choices.FIELD, list(fields), "")
    level = choices.one_of(request, choices.LEVEL, list(levels), "")
    found = public.listed(field, level)
    return Listing(
        present(
            [
                Narrowing(request, "procedures", choices.FIELD, _NAMES).switch(
                    _("Lĩnh vực"), fields, found.fields
                ),
                Narrowing(request, "procedures", choices.LEVEL, _NAMES).switch(
                    _("Cấp giải quyết"), levels, found.levels
                ),
            ]
        ),
        [
            Entry(
                voice.name(one),
                address("procedure", voice.language, code=one.code),
                voice.of(one, "about"),
                [fields[one.field], levels[one.level], *filter(None, [one.national_code])],
            )
            for one in sorted(found.rows, key=voice.by_name)
        ],
    )


def listed(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    context = {
        "title": _("Thủ tục hành chính"),
        "lead": _(
            "Cách làm các giấy tờ, chế độ cho trẻ em: nộp gì, ở đâu, bao lâu, mất bao nhiêu."
        ),
        "listing": listing(request),
    }
    return render(request, "portal/listed.html", context)


def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show a procedure; its national code leads to its own address."""
    voice = page_voice()
    found = public.one(code)
    if found is None:
        raise nothing_named(_WHAT, "procedure", code, public.names())
    if found.code != code:
        return HttpResponseRedirect(address("procedure", voice.language, code=found.code))
    context = {
        "title": voice.name(found),
        "about": voice.of(found, "about"),
        "crumbs": [
            (_("Thủ tục hành chính"), address("procedures", voice.language)),
            (voice.name(found), None),
        ],
        "notes": _notes(voice, found),
        "others": _others(voice, found),
        "facts": _facts(voice, found),
        "steps": [(voice.of(one, "words"), one.to_check) for one in found.steps.all()],
        "ways": _ways(voice, found),
        "papers": _papers(voice, found),
        "conditions": voice.of(found, "conditions"),
        "grounds": legal_grounds(voice, found.bases.all()),
        "services": links_to(voice, "service", services.led_to_by(found.pk)),
        "review_by": found.review_by,
    }
    return render(request, "portal/procedure.html", context)


def _notes(voice: Voice, found: public.Procedure) -> list[str]:
    today, notes = clock.today(), []
    if found.valid_to is not None and found.valid_to <= today:
        said = {"day": voice.written(found.valid_to)}
        notes.append(_("Thủ tục này không còn áp dụng từ ngày %(day)s.") % said)
    if found.valid_from is not None and found.valid_from > today:
        said = {"day": voice.written(found.valid_from)}
        notes.append(_("Thủ tục này áp dụng từ ngày %(day)s.") % said)
    if found.to_check_vi:
        notes.append(_("Cần đối chiếu: %(what)s") % {"what": voice.of(found, "to_check")})
    return notes


def _others(voice: Voice, found: public.Procedure) -> list[tuple[str, Link]]:
    """Return the procedure that this one replaces and those that replace it."""
    earlier = [found.replaces] if found.replaces and found.replaces.live else []
    later = [one for one in found.replaced_by.all() if one.live]
    pairs = [(_("Thay cho"), earlier), (_("Được thay bằng"), later)]
    return [(label, link) for label, ones in pairs for link in links_to(voice, "procedure", ones)]


def _facts(voice: Voice, found: public.Procedure) -> list[tuple[str, str]]:
    none = _("chưa có")
    office = office_link(voice, found.office) if found.office else ""
    decider = format_html_join(
        _COMMA, "{}", ((one,) for one in (voice.of(found, "decider"), office) if one)
    )
    return [
        (
            _("Mã quốc gia"),
            found.national_code
            or _("chưa có; “%(code)s” là mã của trang này") % {"code": found.code},
        ),
        (_("Lĩnh vực"), str(found.get_field_display())),
        (_("Cấp giải quyết"), str(found.get_level_display())),
        (_("Ai được nộp"), voice.of(found, "who") or none),
        (_("Cơ quan giải quyết"), decider or none),
        (_("Kết quả"), voice.of(found, "result") or none),
    ]


def _ways(voice: Voice, found: public.Procedure) -> Table | None:
    rows = [
        [
            Cell(str(one.get_how_display()), markers=_marks(one.to_check)),
            Cell(voice.of(one, "where") or one.url or _("chưa có"), one.url),
            Cell(voice.of(one, "time") or _("chưa có")),
            Cell(voice.of(one, "fee") or _("chưa có")),
        ]
        for one in found.ways.all()
    ]
    head = [Column(_("Cách nộp")), Column(_("Nơi nộp")), Column(_("Thời hạn")), Column(_("Phí"))]
    return Table("ways", _("Các cách nộp hồ sơ"), head, rows) if rows else None


def _papers(voice: Voice, found: public.Procedure) -> Table | None:
    rows = [
        [
            Cell(voice.name(one), markers=_marks(one.to_check)),
            Cell(str(one.get_kind_display())),
            Cell(str(one.count) if one.count else _("chưa có")),
            Cell(voice.of(one, "form")),
        ]
        for one in found.papers.all()
    ]
    head = [
        Column(_("Giấy tờ")), Column(_("Bản chính, bản sao")), Column(_("Số bản"), numeric=True),
        Column(_("Theo mẫu")),
    ]  # fmt: skip
    return Table("papers", _("Giấy tờ phải có"), head, rows) if rows else None


def _marks(to_check: bool) -> tuple[str, ...]:
    return ("to_check",) if to_check else ()

"""What acts on brought files are called in the trail."""

from django.utils.translation import gettext_lazy as _

from mangnon.audit.wording import name_acts, name_details, name_things

name_acts(
    "attachments",
    _("Tệp minh chứng"),
    {
        "attachments.keep": _("Giữ một tệp minh chứng"),
        "attachments.open": _("Tải một tệp minh chứng"),
    },
)
name_things({"attachments.attachment": _("Tệp minh chứng")})
name_details(
    {
        "attachments.keep.kind": _("loại tệp"),
        "attachments.keep.size": _("số byte"),
    }
)

"""What a file says about itself: the release, how it is protected, where to read more."""

from django.conf import settings
from django.utils.translation import gettext as _

from mangnon.portal.editions import Edition


def about(edition: Edition) -> list[tuple[str, str]]:
    """Return terms and their words, for the sheet of sources and for JSON."""
    release = edition.release
    said = [
        (_("Nguồn"), str(settings.SITE_NAME)),
        (_("Đợt công bố"), str(release.number)),
        (_("Ngày công bố"), release.day.isoformat()),
        (_("Bảo vệ"), _("Không công bố số trẻ em từ 1 đến 4 và những con số làm lộ các số đó.")),
    ]
    if release.demonstration:
        said.append((_("Chú ý"), _("Bản minh họa: mọi con số đều là mô phỏng.")))
    return said

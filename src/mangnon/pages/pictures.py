"""Pictures as pages show them: sizes and formats made when the picture was kept."""

from typing import TYPE_CHECKING

from mangnon import clock
from mangnon.snapshots import listing
from mangnon.snapshots.tags import row
from mangnon.ui.parts import Picture as Shown
from mangnon.ui.templatetags.mangnon_ui import page_language

if TYPE_CHECKING:
    from mangnon.pages.models import Picture, Rendition

WIDTHS = (480, 960, 1600)
FORMATS = ("avif", "webp", "jpeg")
# In these every picture stands ready; what the editors' screens make besides is not public.
PUBLIC = tuple(f"width-{width}|format-{kind}" for kind in FORMATS for width in WIDTHS)


def shown(picture: "Picture") -> Shown | None:
    """Return a picture as a page shows it; None where it may not be seen or is not ready."""
    with listing(row("pages.picture", picture.pk)):
        if not picture.may_be_shown(clock.today()):
            return None
        # All of them, so that a list of pages can bring them along in one question.
        ready = {one.filter_spec: one for one in picture.renditions.all()}
    plain = ready.get(f"width-{WIDTHS[1]}|format-jpeg")
    if plain is None:
        return None
    sources = [(f"image/{kind}", _set(ready, kind)) for kind in FORMATS[:-1]]
    return Shown(
        src=plain.url,
        width=plain.width,
        height=plain.height,
        default_alt_text=_said(picture, "alt"),
        sources=tuple(one for one in sources if one[1]),
        credit=_said(picture, "credit"),
    )


def _said(picture: "Picture", name: str) -> str:
    """Return what is said of a picture in the page's language."""
    english = getattr(picture, f"{name}_en") if page_language() == "en" else ""
    return str(english or getattr(picture, name))


def _set(ready: dict[str, "Rendition"], kind: str) -> str:
    found = (ready.get(f"width-{width}|format-{kind}") for width in WIDTHS)
    return ", ".join(dict.fromkeys(f"{one.url} {one.width}w" for one in found if one))

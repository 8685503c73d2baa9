"""What a photograph tells besides what it shows: taken out before the picture is kept."""

from io import BytesIO
from typing import IO

from PIL import Image, ImageOps

_QUALITY = {"AVIF": 90, "JPEG": 92, "WEBP": 92}
_KINDS = {"MPO": "JPEG"}  # a telephone's photograph with a second one behind it


def cleaned(file: IO[bytes]) -> bytes:
    """Return a picture's points and colours alone, the right way up: not where it was taken, when
    or with what. It is written anew, for whatever else a file may carry goes only so."""
    file.seek(0)
    with Image.open(file) as found:
        kind = _KINDS.get(found.format or "", found.format or "")
        picture = ImageOps.exif_transpose(found)
        colours = found.info.get("icc_profile")
        seen_through = found.info.get("transparency")
    picture.info = {} if seen_through is None else {"transparency": seen_through}
    out = BytesIO()
    words = {"quality": _QUALITY[kind]} if kind in _QUALITY else {}
    picture.save(out, kind, icc_profile=colours, **words)
    return out.getvalue()

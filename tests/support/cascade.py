"""A province to walk a duty through: two districts, communes of which two merge, one who acts each.

Place names are invented. ``clock.pin`` moves the day for the server, too.
"""

from datetime import date

from allauth.mfa.totp.internal.auth import TOTP

from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import system_warrant
from mangnon.access.models import User
from mangnon.legislation.models import Clause, Document
from mangnon.places.gazetteer import BelongingRow, Gazetteer, OfficeRow, PlaceRow, SuccessionRow
from mangnon.places.models import Place
from mangnon.places.tests.cast import put
from tests.support.officers import PASSWORD, SECRET

BEGUN, MERGER = date(2012, 1, 1), date(2014, 5, 5)
_DISTRICTS = {"bac": "Huyện Sông Bắc Mẫu", "nam": "Huyện Sông Nam Mẫu"}
_COMMUNES = {
    "hong": ("bac", "Xã Hồng Mẫu", None), "tan": ("bac", "Xã Tân Mẫu", MERGER),
    "lac": ("bac", "Xã Lạc Mẫu", MERGER), "yen": ("nam", "Xã Yên Mẫu", None),
}  # fmt: skip
CAST = {
    "giang": ("Giang Thị Mẫu", "supervising_officer", "tinh"),
    "minh": ("Minh Văn Mẫu", "leader", "tinh"),
    "dung": ("Dung Văn Mẫu", "supervising_officer", "bac"),
    "an": ("An Thị Mẫu", "child_officer", "hong"),
    "binh": ("Bình Văn Mẫu", "child_officer", "tan"),
    "chi": ("Chi Thị Mẫu", "child_officer", "lac"),
}


def _place(code: str, kind: str, style: str, name: str, **life: date | None) -> PlaceRow:
    begun, over = life.get("begun") or BEGUN, life.get("over")
    return PlaceRow(code, begun, over, kind, style, name, f"{code.title()} Example")


def _rows() -> Gazetteer:
    """Return the province; Tân and Lạc become Tân Lạc in May 2014."""
    top, heir = f"tinh@{BEGUN}", f"tanlac@{MERGER}"
    places = [_place("tinh", "programme_area", "tinh", "Tỉnh Mẫu")]
    places += [_place(code, "district", "huyen", name) for code, name in _DISTRICTS.items()]
    places += [
        _place(code, "commune", "xa", name, over=over)
        for code, (_, name, over) in _COMMUNES.items()
    ]
    places += [_place("tanlac", "commune", "xa", "Xã Tân Lạc Mẫu", begun=MERGER)]
    belong = [BelongingRow(f"{code}@{BEGUN}", top, BEGUN, None) for code in _DISTRICTS]
    belong += [
        BelongingRow(f"{code}@{BEGUN}", f"{above}@{BEGUN}", BEGUN, over)
        for code, (above, _, over) in _COMMUNES.items()
    ]
    belong += [BelongingRow(heir, f"bac@{BEGUN}", MERGER, None)]
    merged = [
        SuccessionRow(f"{old}@{BEGUN}", heir, MERGER, 1.0, "b", "b", estimated=False)
        for old in ("tan", "lac")
    ]
    offices = [
        OfficeRow("ubnd", "state", "Ủy ban nhân dân tỉnh Mẫu", "People's Committee", top),
        OfficeRow("so", "state", "Sở LĐTBXH tỉnh Mẫu", "Labour department", top, "ubnd"),
    ]
    return Gazetteer(places, (), belong, merged, offices)


def build() -> dict[str, User]:
    """Write the province, its directive and its people; return these by name."""
    warrant = system_warrant("test")
    put(_rows(), warrant)
    paper = Document.objects.create(
        code="ct-20", number="20-CT/TW", kind="Chỉ thị", title_en="Directive 20",
        title_vi="Chỉ thị về tăng cường sự lãnh đạo đối với công tác trẻ em",
    )  # fmt: skip
    words = {"label_vi": "Mục 1", "label_en": "Section 1", "text": "Quán triệt đến cơ sở."}
    Clause.objects.create(document=paper, anchor="muc-1", **words)
    found = {}
    for username, (name, role, code) in CAST.items():
        user = add_person(
            username, name=name, email=f"{username}@example.vn", password=PASSWORD, warrant=warrant
        )
        give_role(user, role, Place.objects.get(code=code), valid_from=BEGUN, warrant=warrant)
        TOTP.activate(user, SECRET)
        found[username] = user
    return found

"""What a pack says of services: ``services.toml``. Made once, then the editors' own."""

from collections.abc import Iterable, Iterator, Mapping

from mangnon.audit.warrants import Warrant
from mangnon.legislation.pack_bases import BASES, bases_of, judge_bases
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import in_one_language, no_page_code, no_web_address, repeated
from mangnon.packsync import Below, Difference, Key, Sheet, Table, Whole
from mangnon.packsync.columns import columns_of
from mangnon.packsync.tables import Values
from mangnon.services import actions
from mangnon.services.models import Service
from mangnon.services.pack_shapes import SERVICE, SERVICES

NAME = "services"
FILE = "services.toml"
SCHEMAS: Mapping[str, Shape] = {FILE: SERVICES}
_PLAIN = (
    *("name_vi", "name_en", "kind", "offers_vi", "offers_en", "for_whom_vi", "for_whom_en"),
    *("age_from", "age_to", "how_vi", "how_en", "address", "telephone", "hours_vi", "hours_en"),
    *("email", "web", "cost_vi", "cost_en", "whole_area", "office__code", "national_portal"),
    *("to_check_vi", "to_check_en", "review_by"),
)
_AT = ("place__code", "place__valid_from")
_SERVES = Below("serves", _AT)
_LEADS = Below("leads", ("procedure__code",))
TABLE = Whole("Dịch vụ", "Service", Service, ("code",), (*_PLAIN, *_AT), (_SERVES, _LEADS, BASES))


def read(folder: Folder) -> Part:
    """Read the services."""
    whole = folder.toml(FILE, SERVICES)
    rows: list[Row] = [] if whole is None else whole["service"]
    return Part({"service": rows}, {"service": {row["code"]: row for row in rows}})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the services."""
    rows = part.rows["service"]
    mistakes = repeated(rows, "code")
    for row in rows:
        mistakes += no_page_code(row) + in_one_language(row) + judge_bases(row, context)
        mistakes += context.unknown(row, "place", "place")
        mistakes += context.unknown(row, "office", "office")
        mistakes += no_web_address(row, "web") + no_web_address(row, "national_portal")
        mistakes += [*_listed(row, "serves", "place", context), *_ages(row)]
        mistakes += [*_listed(row, "procedures", "procedure", context), *_serves_nobody(row)]
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the services, each with what belongs to it."""
    rows = part.rows["service"]
    return [Sheet(TABLE, {(row["code"],): _values(row, context) for row in rows})]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the services that nobody edited here."""
    return [actions.put_services(one, warrant=warrant) for one in sheets(part, context)]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove services that the pack no longer brings."""
    actions.withdraw(table, keys, warrant=warrant)


def _values(row: Row, context: Context) -> Values:
    plain = columns_of(row, SERVICE, _PLAIN)
    serves = tuple(_place(one, context) for one in row["serves"])
    leads = tuple((code,) for code in row["procedures"])
    return (*plain, *_place(row["place"], context), serves, leads, bases_of(row))


def _place(written: str, context: Context) -> Values:
    found = context.find("place", written) if written else None
    return (None, None) if found is None else (found["code"], found["valid_from"])


def _listed(row: Row, name: str, kind: str, context: Context) -> Iterator[Mistake]:
    """Everything that a list names must be there."""
    for one in row[name]:
        alone = Row(row.file, row.line_of(name), {name: one})
        yield from context.unknown(alone, name, kind)


def _ages(row: Row) -> Iterator[Mistake]:
    ages = [row[name] for name in ("age_from", "age_to") if row[name] is not None]
    if ages != sorted(ages) or any(not 0 <= age <= 120 for age in ages):
        yield row.wrong(
            "age_from",
            "tuổi phải từ 0 và tuổi đầu không quá tuổi cuối — sửa “age_from”, “age_to”",
            "ages begin at 0 and must rise — correct “age_from” and “age_to”",
        )


def _serves_nobody(row: Row) -> Iterator[Mistake]:
    if bool(row["whole_area"]) == bool(row["serves"]):
        yield row.wrong(
            "serves" if row["serves"] else "",
            "ghi “whole_area = true”, hoặc “serves” với các địa bàn — một trong hai",
            "write “whole_area = true”, or “serves” with its places — one of the two",
        )

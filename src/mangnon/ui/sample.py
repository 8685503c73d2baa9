"""Invented figures for the page that shows every part; no real place is meant."""

from dataclasses import replace

from mangnon.ui import sample_trends as trends
from mangnon.ui.charts.bars import Bar, BarChart, Level
from mangnon.ui.charts.maps import MapPicture, MapShape, Marker
from mangnon.ui.parts import (
    Cell,
    Clause,
    Column,
    Download,
    Link,
    Promise,
    Sum,
    Table,
    Tally,
    Term,
)

_SOURCES = (Link("Kế hoạch của tỉnh", "#clause"), Link("cách tính", "#sum"), Link("bảng", "#table"))

PROMISES = (
    Promise(
        1, "Trẻ em có hoàn cảnh đặc biệt", "dưới 2,5% năm 2015, còn 2% năm 2020", "#p1",
        1.22, "met", trends.SPECIAL, decimals=2, started="Năm 2012: 2,95%",
        as_of="31-12-2020", sources=_SOURCES,
    ),
    Promise(
        2, "Trong số đó, trẻ em được trợ giúp, chăm sóc để tái hòa nhập cộng đồng",
        "80% năm 2015, 98% năm 2020", "#p2", 95.6, "missed", trends.ASSISTED,
        detail="Thiếu 2,4 điểm", started="Năm 2012: 71%", as_of="31-12-2020", sources=_SOURCES,
    ),
    Promise(
        5, "Trẻ dưới 5 tuổi thấp còi", "dưới 18% năm 2020", "#p5", 16.6, "met_within_error",
        trends.STUNTED, started="Năm 2012: 25%", as_of="31-12-2020", sources=_SOURCES,
        markers=("reported",),
    ),
    Promise(
        7, "Trường các cấp đạt chuẩn quốc gia", "80% năm 2020", "#p7", 73.0, "behind",
        trends.SCHOOLS, as_of="30-9-2020", sources=_SOURCES, markers=("provisional",),
    ),
    Promise(
        8, "Xã, phường đạt tiêu chuẩn phù hợp với trẻ em", "100% năm 2020", "#p8", 54.9,
        "too_close", trends.FRIENDLY, as_of="31-12-2020", sources=_SOURCES, markers=("estimated",),
    ),
    Promise(
        6, "Trẻ em dưới 5 tuổi tử vong", "dưới 3,5‰ năm 2020", "#p6", None, "no_data",
        trends.EMPTY, unit="per_mille", sources=_SOURCES,
    ),
)  # fmt: skip
TALLY = tuple(Tally(p.number, p.title, p.url, p.status) for p in PROMISES)

# Twelve invented districts: name, longitude, latitude, value, band.
_DISTRICTS = (
    ("Chồi Bắc", 106.40, 21.15, 96.2, 4),
    ("Đồi Thông", 106.30, 21.02, 91.0, 2),
    ("Sông Con", 106.52, 21.03, 98.4, 5),
    ("Bến Tre", 106.44, 20.98, 94.1, 3),
    ("Lá Xanh", 106.14, 20.96, 88.7, 1),
    ("Thành Phố", 106.32, 20.93, 99.1, 5),
    ("Gốc Đa", 106.20, 20.90, 92.9, 2),
    ("Cửa Đình", 106.42, 20.88, 95.5, 4),
    ("Giếng Ngọc", 106.22, 20.80, 93.3, 3),
    ("Bãi Dâu", 106.33, 20.79, 0.0, None),
    ("Ao Sen", 106.43, 20.77, 97.0, 4),
    ("Đầm Vạc", 106.27, 20.72, 90.2, 2),
)


def _text(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


DISTRICT_MAP = MapPicture(
    "Trẻ em được trợ giúp, theo huyện",
    tuple(
        MapShape(
            code=f"{300 + i}", name=f"Huyện {name}", short=name,
            value_text=_text(value) if band else "", band=band, href=f"#d{i}", lon=lon, lat=lat,
        )
        for i, (name, lon, lat, value, band) in enumerate(_DISTRICTS)
    ),
    "dưới 90%",
    "98% trở lên",
)  # fmt: skip


def _commune(index: int) -> MapShape:
    """Make the index-th of 64 invented communes round the districts above."""
    name, lon, lat, value, _ = _DISTRICTS[index % 12]
    step = index // 12
    shifted = (lon + 0.035 * ((step * 7) % 5 - 2), lat + 0.028 * ((step * 3) % 5 - 2))
    marker: Marker = "withheld" if index % 9 == 4 else "estimated" if index % 11 == 3 else ""
    band = None if index == 20 else 1 + (index * 7 + step) % 5
    text = _text(value or 91.0) + "%" if band and marker != "withheld" else ""
    return MapShape(
        f"{10500 + index}", f"Xã {name} {step + 1}", text, band, f"#c{index}", *shifted,
        group=f"Huyện {name}", marker=marker,
    )  # fmt: skip


COMMUNE_MAP = MapPicture(
    "Trẻ em được trợ giúp, theo xã",
    tuple(_commune(index) for index in range(64)),
    "dưới 80%",
    "98% trở lên",
)
TILE_MAP = MapPicture(
    "Trẻ em được trợ giúp, 207 xã theo huyện",
    tuple(_commune(index) for index in range(207)),
    "dưới 80%",
    "98% trở lên",
)
# As the page of parts shows it: tiles this small lead somewhere only where a table does, too.
TILES = replace(TILE_MAP, shapes=tuple(replace(one, href="") for one in TILE_MAP.shapes))

_CORNERS = ((106.1, 20.7), (106.3, 20.68), (106.5, 20.74), (106.1, 20.9), (106.32, 20.93),
            (106.55, 20.9), (106.16, 21.1), (106.35, 21.16), (106.5, 21.08))  # fmt: skip
_RINGS = ((0, 1, 4, 3), (1, 2, 5, 4), (3, 4, 7, 6), (4, 5, 8, 7))
BOUNDARY_MAP = MapPicture(
    "Bản đồ từ ranh giới đã nhập",
    tuple(
        MapShape(
            f"{i}", f"Vùng {i + 1}", f"{90 + i}%", i + 2 if i < 3 else None, f"#r{i}",
            rings=(tuple(_CORNERS[corner] for corner in ring),),
            marker="estimated" if i == 1 else "",
        )
        for i, ring in enumerate(_RINGS)
    ),
    "dưới 80%",
    "98% trở lên",
)  # fmt: skip

DISTRICT_BARS = BarChart(
    "Trẻ em được trợ giúp năm 2020, theo huyện",
    tuple(
        Bar(
            f"Huyện {name}", value if band else None, f"{_text(value)}%" if band else "", f"#d{i}",
            value - 1.4 if i == 3 else None, value + 1.4 if i == 3 else None,
            marker="" if band else "withheld", chosen=i == 5,
        )
        for i, (name, _, _, value, band) in enumerate(_DISTRICTS)
    ),
    Level(98, "hứa 98%"),
)  # fmt: skip

TABLE = Table(
    "table",
    "Các huyện năm 2020",
    (
        Column("Huyện", sort_url="?sort=name"),
        Column("Trẻ em được trợ giúp", True, "?sort=n"),
        Column("Trẻ em trong diện", True, "?sort=d"),
        Column("Tỷ lệ", True, "?sort=-value", "descending"),
        Column("Tình trạng"),
    ),
    tuple(
        (
            Cell(f"Huyện {name}", f"#d{i}"),
            Cell(f"{311 + i * 97}" if band else "–"),
            Cell(f"{1_000 + i * 111}"),
            Cell(f"{_text(value)}%" if band else "–", markers=() if band else ("withheld",)),
            Cell(status="missed" if value < 98 else "met") if band else Cell(status="too_few"),
        )
        for i, (name, _, _, value, band) in enumerate(_DISTRICTS)
    ),
    "Đếm từ hồ sơ; số liệu đến 31-12-2020.",
)

CLAUSE = Clause(
    "Giảm tỷ lệ trẻ em dưới 5 tuổi tử vong xuống dưới 3,5%",
    "Bản tin hội nghị, 3-12-2013",
    "Dưới 3,5‰ (phần nghìn), tính trên số tử vong có đăng ký.",
    "Dấu in là %. Tính theo phần trăm thì mức đề ra cao hơn mức lúc ấy, nên đọc là phần nghìn.",
)
SUM = Sum(
    "Cách tính năm 2020",
    (
        Term("512", "trẻ em có hoàn cảnh đặc biệt ngày 31-12-2020"),
        Term("41.967", "trẻ em dưới 16 tuổi đang sống ở tỉnh ngày đó", "÷"),
        Term("100", "để ra phần trăm", "×"),
        Term("1,22%", "mức đề ra: không quá 2%", "="),
    ),
    ("Cộng tử số và mẫu số của các xã rồi mới chia; không lấy trung bình các tỷ lệ.",),
)
FACTS = (
    ("Mã", "T1"),
    ("Đơn vị", "phần trăm"),
    ("Nguồn", "Hồ sơ trẻ em của xã, đếm ngày cuối kỳ"),
    ("Tuổi số liệu cho phép", "12 tháng"),
)
DOWNLOADS = (
    Download("CSV", "#csv", "3 KB"),
    Download("XLSX", "#xlsx", "9 KB"),
    Download("JSON", "#json", "5 KB"),
)
CHOICES = (Link("năm 2020", "#map-2020", True), Link("hôm nay", "#map-today"))

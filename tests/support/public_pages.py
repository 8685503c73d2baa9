"""The pages by which the public house is judged: every template, in each state that it has.

Written by hand, in Vietnamese; English is found by the page's own link to it. What is missing
here fails tests/proofs/test_access_for_all.py, by its template and by its route.
"""

from tests.support import every_block

AREA = "HD@2012-01-01"
# Each template once.
TEMPLATES = {
    "first page": "/",
    "text": "/tiep-can/",
    "text of every block": every_block.ADDRESS,
    "page for children": "/cho-tre-em/",
    "section": "/gioi-thieu/",
    "section of figures": "/kinh-te-xa-hoi/",
    "policy": "/chinh-sach/tro-cap-xa-hoi-hang-thang/",
    "situation with a way out": "/theo-tinh-huong/bao-luc-xam-hai/",
    "news": "/tin-tuc/",
    "article": "/tin-tuc/hoi-nghi-2013/",
    "procedures": "/thu-tuc-hanh-chinh/",
    "procedure": "/thu-tuc-hanh-chinh/dang-ky-khai-sinh/",
    "services": "/dich-vu-cong/",
    "services without their section": "/en/services/",
    "service": "/dich-vu-cong/tong-dai-111/",
    "documents": "/van-ban/",
    "documents, led to a clause": "/van-ban/?q=dieu+1+luat+tre+em+2016",
    "document with its targets": "/van-ban/plan-86/",
    "document with its clauses": "/van-ban/law-102-2016/",
    "versions of a document": "/van-ban/law-102-2016/so-sanh/",
    "two texts compared": "/van-ban/law-102-2016/so-sanh/law-25-2004/",
    "report of a problem": "/van-ban/law-102-2016/bao-sai/",
    "search with results": "/tim-kiem/?q=hoi+nghi",
    "search with nothing": "/tim-kiem/?q=zzqx",
    "scorecard": "/bang-diem/",
    "scorecard of a district": "/bang-diem/296@2012-01-01/",
    "promise": "/loi-hua/T1/",
    "promise in parts": f"/loi-hua/T1/{AREA}/?ky=2020&cap=xa&chia=sex",
    "indicators": "/chi-so/",
    "indicator": "/chi-so/T1/",
    "places": "/dia-ban/",
    "place": "/dia-ban/300@2012-01-01/",
    "releases": "/cong-bo/",
    "offices": "/gioi-thieu/co-quan/",
    "office": "/gioi-thieu/co-quan/so-y-te/",
    "offices without their section": "/en/about/offices/",
    "reports": "/kinh-te-xa-hoi/bao-cao/",
    "reports without their section": "/en/society/reports/",
    "fund": "/kinh-te-xa-hoi/quy-bao-tro-tre-em/",
    "not there": "/khong-co/",
    "parts of the design": "/phan-giao-dien/",
}
# What else they can look like.
STATES = {
    "following without a mail server": "/van-ban/law-102-2016/theo-doi/",
    "link to confirm, cut short": "/van-ban/law-102-2016/theo-doi/xac-nhan/x/",
    "link to stop, cut short": "/van-ban/law-102-2016/theo-doi/thoi/x/",
    "office of the Party": "/gioi-thieu/co-quan/ban-tuyen-giao/",
    "text in a section": "/gioi-thieu/chuong-trinh/",
    "section of policies": "/chinh-sach/",
    "situations": "/theo-tinh-huong/",
    "situation": "/theo-tinh-huong/chuyen-nha/",
    "search": "/tim-kiem/",
    "search, second page": "/tim-kiem/?q=tre+em&trang=2",
    "search with a slip": "/tim-kiem/?q=suy+dinhh+duong",
    "scorecard by communes of today": "/bang-diem/?loi-hua=T2&ky=2020&ban-do=2025-12-31",
    "promise of surveys": f"/loi-hua/T4/{AREA}/",
    "promise in many communes": f"/loi-hua/T8/{AREA}/?ky=2020&cap=xa",
    "indicator of surveys": "/chi-so/T4/",
    "wrong choice": "/bang-diem/?ky=x",
}
PAGES = TEMPLATES | STATES
# Routes that answer with a file, a picture or a feed.
FILES = {
    *("document-akn", "document-data", "document-feed", "document-text", "document-original"),
    "feed",
    "visits-picture",
    "visits-text",
    "site-map",
    "robots",
    "picture",
    "wagtaildocs_serve",
    "report-figures",
}
REFUSED = {
    "not there": 404, "wrong choice": 400,
    "link to confirm, cut short": 404, "link to stop, cut short": 404,
}  # fmt: skip

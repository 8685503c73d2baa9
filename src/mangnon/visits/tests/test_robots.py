"""People and robots, by the names of their programs; nginx judges as we do."""

import re

import pytest

from mangnon.visits import nginx
from mangnon.visits.robots import is_robot

_KHTML = "AppleWebKit/537.36 (KHTML, like Gecko)"
PEOPLE = [
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {_KHTML} coc_coc_browser/100.0 Chrome/94.0",
    f"Mozilla/5.0 (Linux; Android 13) {_KHTML} Version/4.0 Chrome/120 Mobile Zalo android/121",
    f"Mozilla/5.0 (Linux; Android 9; CUBOT_P30) {_KHTML} Chrome/80.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/6.0)",
    "Opera/9.80 (Android; Opera Mini/7.5/35; U; vi) Presto/2.8.119 Version/11.10",
]
ROBOTS = [
    "",
    "-",
    "curl/8.5.0",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    f"Mozilla/5.0 (X11; Linux x86_64) {_KHTML} HeadlessChrome/120.0 Safari/537.36",
    f"Mozilla/5.0 (Linux; Android 11) {_KHTML} Chrome/119.0 Mobile Safari/537.36 Chrome-Lighthouse",
    "Mozilla/5.0 (compatible; PRTG Network)",
    "kube-probe/1.29",
    "Zabbix",
]


def as_nginx(agent: str) -> bool:
    """Go through the table that nginx is given, as nginx does: the first that fits."""
    table = nginx.settings().partition("{")[2].partition("}")[0]
    for hidden, pattern, verdict in re.findall(r'"(~\*?)(.*)" ([01]);', table):
        if re.search(pattern, agent, re.IGNORECASE if hidden == "~*" else 0):
            return verdict == "1"
    return True


@pytest.mark.parametrize("agent", PEOPLE)
def test_a_person_is_no_robot(agent):
    assert (is_robot(agent), as_nginx(agent)) == (False, False)


@pytest.mark.parametrize("agent", ROBOTS)
def test_a_robot_is_one(agent):
    assert (is_robot(agent), as_nginx(agent)) == (True, True)

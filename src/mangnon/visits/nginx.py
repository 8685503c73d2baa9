"""What nginx is told so that it notes views: a log of its own, without address or program.

nginx looks at the name of the program itself, by the table of ``robots.py``, and notes only
whether it is a robot. So neither is ever on the disk.
"""

import json
import re
from datetime import date, datetime
from urllib.parse import unquote

from mangnon.clock import ZONE
from mangnon.visits.robots import BROWSERS, COMPATIBLE, EXPLORER, NO_ROBOT, WORDS
from mangnon.visits.sections import section_of
from mangnon.visits.viewing import Answered, is_page

FORMAT = "mangnon_visits"
# Names in the log, and what nginx writes there.
_NOTED = {
    "at": "$msec",
    "method": "$request_method",
    "status": "$status",
    "kind": "$sent_http_content_type",
    "purpose": "$http_sec_purpose $http_purpose $http_x_moz",
    "robot": "$mangnon_robot",
    "path": "$mangnon_path",
}


def settings() -> str:
    """Write what stands in nginx's ``http`` block; the log itself is named in the ``server``."""
    robot = "|".join(_expression(word) for word in WORDS)
    browser = "|".join(map(re.escape, BROWSERS))
    noted = ",".join(f'"{name}":"{variable}"' for name, variable in _NOTED.items())
    return (
        "# Viết bởi / written by: mangnon visits nginx\n"
        "map $http_user_agent $mangnon_robot {\n"
        "    default 1;\n"
        f'    "~*(?:{robot})" 1;\n'
        f'    "~*{COMPATIBLE}(?!.*{EXPLORER})" 1;\n'
        f'    "~^(?:{browser})" 0;\n'
        "}\n"
        # What was asked for, without the words of a search.
        "map $request_uri $mangnon_path {\n"
        '    "~^(?<mangnon_asked>[^?]*)" $mangnon_asked;\n'
        "}\n"
        f"log_format {FORMAT} escape=json '{{{noted}}}';\n"
    )


def _expression(word: str) -> str:
    """Write a word for nginx; within the name of a make of telephones it does not count."""
    ahead = NO_ROBOT.removesuffix(word)
    return f"(?<!{ahead}){word}" if ahead != NO_ROBOT else re.escape(word)


class Unreadable(ValueError):
    """A line that is not written in our format."""


def view_of(line: bytes) -> tuple[date, str] | None:
    """Return day and section of a line of the log; None for what is no view.

    Raises Unreadable.
    """
    try:
        noted = json.loads(line)
        answered = Answered(
            noted["method"],
            int(noted["status"]),
            noted["kind"],
            unquote(noted["path"]),
            noted["purpose"],
        )
        if not is_page(answered) or noted["robot"] != "0":
            return None
        return _day(noted["at"]), section_of(answered.path)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError):
        raise Unreadable from None


def _day(moment: str) -> date:
    return datetime.fromtimestamp(float(moment), ZONE).date()

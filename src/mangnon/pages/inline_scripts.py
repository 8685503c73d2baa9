"""Which scripts inside a page of the editors' house may run: those that Wagtail writes there.

It starts its date fields, choosers and lists by a line of script beside each. A page's policy
names these lines by their digests, and only lines of just that shape: what somebody smuggled into
a text is none of them, and does not run.
"""

import json
import re
from base64 import b64encode
from hashlib import sha256

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_DATA = r"(?P<data>\{[^{}<>()]*\})"
_STARTS = re.compile(
    r"\s*(?:"
    rf'(?:new \w+Chooser|init\w+Chooser)\("[\w-]+",\s*{_DATA}\);?'
    r"|\(function\(\) \{\s*var panel = new (?:Inline|MultipleChooser)Panel"
    r'\(JSON\.parse\("[^"<>]*"\)\);\s*\}\)\(\);'
    r")\s*"
)


def digests(page: str) -> list[str]:
    """Return what a policy names the page's own starting lines by, each once."""
    lines = (line for line in _SCRIPT.findall(page) if _starts_a_field(line))
    return list(dict.fromkeys(f"'sha256-{_digest(line)}'" for line in lines))


def _starts_a_field(line: str) -> bool:
    """Whether a line has the shape, and what lies within its braces is data, nothing that acts."""
    found = _STARTS.fullmatch(line)
    if found is None:
        return False
    try:
        json.loads(found["data"] or "{}")
    except ValueError:
        return False
    return True


def _digest(line: str) -> str:
    return b64encode(sha256(line.encode()).digest()).decode()

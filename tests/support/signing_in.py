"""Signs somebody in from a process of its own: ``python -m tests.support.signing_in NAME CODE``.

Prints the answer to the second step. It works in the database that its environment names, and
there codes last ``PERIOD`` seconds: a slow machine is no reason why one is refused.
"""

import os
import sys

from django.db import connection

PERIOD = 600


def environment() -> dict[str, str]:
    """Return the environment in which another process works in this test's database."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{known['NAME']}"
    else:
        url = f"{os.environ['MANGNON_DATABASE'].rpartition('/')[0]}/{known['NAME']}"
    return {**os.environ, "MANGNON_DATABASE": url}


def main() -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from tests.support.officers import PASSWORD

    settings.MFA_TOTP_PERIOD = PERIOD
    name, code = sys.argv[1:]
    client = Client()
    client.post("/desk/tai-khoan/dang-nhap/", {"login": name, "password": PASSWORD})
    answer = client.post("/desk/tai-khoan/buoc-hai/nhap-ma/", {"code": code})
    sys.stdout.write(f"{answer.status_code}\n")


if __name__ == "__main__":
    main()

"""Makes the small province of the portal's tests, with its release, in a database of a run."""

from pathlib import Path
from typing import Any

from bench.children import as_step
from bench.stage import start_django


def work(home: str, database: str) -> dict[str, Any]:
    """Fill the database; say which page is read."""
    start_django(Path(home), database)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from mangnon.portal.tests import province

    province.build(Path(home))
    return {"page": "/"}


if __name__ == "__main__":
    as_step(work)

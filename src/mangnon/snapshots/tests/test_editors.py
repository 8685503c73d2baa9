"""What the editors' house announces, with a real Wagtail in a process of its own."""

import os
import shutil
import subprocess
import sys

from tests.support import templates

_STORY = """
import django
django.setup()
from wagtail.models import Page
from mangnon.snapshots.models import Change


def said(act):
    Change.objects.all().delete()
    act()
    return sorted({tag for one in Change.objects.all() for tag in one.tags})


root = Page.objects.filter(depth=2).first()
page = Page(title="A", slug="a", live=False)
other = Page(title="B", slug="b")
root.add_child(instance=other)
print("draft", said(lambda: (root.add_child(instance=page), page.save_revision())))
page.refresh_from_db()
published = said(lambda: page.get_latest_revision().publish())
print("published", set(published) >= {
    f"wagtailcore.page:{page.pk}", "wagtailcore.page:*", f"children:{root.pk}",
    "pages.menu:*", f"pages.versions:{page.translation_key}"})
page.refresh_from_db()
moved = said(lambda: page.move(other, pos="last-child"))
print("moved", {f"children:{root.pk}", f"children:{other.pk}",
                f"wagtailcore.page:{page.pk}"} <= set(moved))
page.refresh_from_db()
print("withdrawn", f"wagtailcore.page:{page.pk}" in said(page.unpublish))
key = page.pk
print("deleted", f"wagtailcore.page:{key}" in said(page.delete))
"""


def test_drafts_say_nothing_and_what_the_public_sees_is_said(tmp_path):
    shutil.copyfile(templates.sqlite(), tmp_path / "editors.sqlite3")
    environment = {
        **os.environ,
        "MANGNON_DATA": str(tmp_path),
        "MANGNON_DATABASE": f"sqlite:///{tmp_path / 'editors.sqlite3'}",
        "MANGNON_SNAPSHOTS": "on",
    }
    done = subprocess.run(
        [sys.executable, "-c", _STORY], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.splitlines() == [
        "draft []", "published True", "moved True", "withdrawn True", "deleted True",
    ]  # fmt: skip

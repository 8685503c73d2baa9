"""What a page announces besides itself when it is published, withdrawn, moved or deleted."""

from typing import Any

from mangnon.snapshots.actions import changed

# The menu, the foot and where the trees begin: every page shows them.
MENU = "pages.menu:*"
_MENU_DEPTH = 3  # root, first page, section


def versions(page: Any) -> str:
    """Name the list of a page's versions in other languages."""
    return f"pages.versions:{page.translation_key}"


def page_changed(instance: Any, **_: Any) -> None:
    """Announce the page's other languages, and the menu where the page may stand in it."""
    tags = [versions(instance)]
    if instance.depth <= _MENU_DEPTH or hasattr(instance, "in_foot"):
        tags.append(MENU)
    changed(*tags)

"""The groups of the editors' house, what each may do, and the way from draft to publication.

Brought in line after every migration: Wagtail's own groups and way are replaced by ours.
"""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.snippets.models import get_snippet_models

from mangnon.pages.editors import GROUPS

WRITERS, PUBLISHERS = GROUPS["pages.write"], GROUPS["pages.publish"]
WAY, STEP = "Duyệt bài", "Người duyệt đọc và xuất bản"
ALL_PAGES, ALL_FILES, FIRST_PAGE = "Mọi trang", "Mọi tệp", "Trang có sẵn"
_ON_PAGES = {
    WRITERS: ("add_page", "change_page"),
    PUBLISHERS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
}
_ON_FILES = ("add_image", "change_image", "choose_image",
             "add_document", "change_document", "choose_document")  # fmt: skip
_EVERYWHERE = {
    WRITERS: ("wagtailadmin.access_admin", "simple_translation.submit_translation"),
    PUBLISHERS: (
        "wagtailadmin.access_admin",
        "simple_translation.submit_translation",
        "pages.change_websitelinks",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ),
}
_ON_SNIPPETS = {WRITERS: ("add", "change", "view"),
                PUBLISHERS: ("add", "change", "view", "publish", "delete")}  # fmt: skip


def found_house(sender: AppConfig, **_: Any) -> None:
    """Bring the roots, groups, permissions and the way of review in line.

    Asked after each app's migrations; it acts after the last, when every permission is known.
    """
    if sender != [one for one in apps.get_app_configs() if one.models_module][-1]:
        return
    root = _roots()
    _call_by_ours()
    Group.objects.filter(name__in=("Editors", "Moderators")).delete()
    for name in (WRITERS, PUBLISHERS):
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.set(_of_group(name))
        _on_tree(group, root)
        _on_collections(group)
    _way(root)


def _roots() -> Page:
    """Return the root of all pages; a database that was emptied has it anew, and that of files."""
    locale, _made = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    if Collection.get_first_root_node() is None:
        Collection.add_root(name=ALL_FILES)
    root = Page.get_first_root_node()
    return root or Page.add_root(title=ALL_PAGES, slug="root", locale=locale)


def _call_by_ours() -> None:
    """Call what comes with the tables by names of ours; what somebody has renamed stays."""
    for english, ours in (("Root", ALL_PAGES), ("Welcome to your new Wagtail site!", FIRST_PAGE)):
        Page.objects.filter(title=english).update(title=ours, draft_title=ours)
    Collection.objects.filter(depth=1, name="Root").update(name=ALL_FILES)
    Site.objects.filter(site_name="").update(site_name=settings.SITE_NAME)


def _named(names: tuple[str, ...]) -> list[Permission]:
    found = []
    for one in names:
        label, _, codename = one.partition(".")
        found += Permission.objects.filter(content_type__app_label=label, codename=codename)
    return found


def _of_group(name: str) -> list[Permission]:
    kinds = [
        f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
        for model in get_snippet_models()
        for verb in _ON_SNIPPETS[name]
    ]
    return _named((*_EVERYWHERE[name], *kinds))


def _on_tree(group: Group, root: Page) -> None:
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=_ON_PAGES[group.name]
    ):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _on_collections(group: Group) -> None:
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label__in=("wagtailimages", "wagtaildocs"), codename__in=_ON_FILES
    ):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )


def _way(root: Page) -> None:
    """Have every page pass through a publisher's hands."""
    Task.objects.filter(name="Moderators approval").delete()
    Workflow.objects.filter(name="Moderators approval").delete()
    task = GroupApprovalTask.objects.filter(name=STEP).first()
    if task is None:
        task = GroupApprovalTask(name=STEP)
        task.save()
    task.groups.set(Group.objects.filter(name=PUBLISHERS))
    way, _made = Workflow.objects.get_or_create(name=WAY)
    WorkflowTask.objects.get_or_create(workflow=way, task=task)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": way})

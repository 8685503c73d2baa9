"""Acts on the written pages that a pack brings."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.legislation.models import Document
from mangnon.packsync import Difference, Sheet, compare
from mangnon.packsync.wholes import digest
from mangnon.pages.addressing import Addresses
from mangnon.pages.drafting import Draft
from mangnon.pages.models import HomePage, Made, Picture, PolicyPage, SituationPage
from mangnon.pages.models.kept import KeptPage
from mangnon.places.models import Office

Key = tuple[str, str]


def put_pages(sheet: Sheet, drafts: Sequence[Draft], *, warrant: Warrant) -> Difference:
    """Make the pages that are missing; rewrite those that differ and that nobody has edited."""
    warrant.demand("pages.publish")
    difference = compare(sheet)
    touched = {*difference.added, *difference.changed}
    if not touched:
        return difference
    with transaction.atomic():
        writer = _Writer(drafts)
        for draft in _parents_first(drafts):
            if draft.key in touched:
                writer.place(draft)
        for draft in drafts:
            if draft.key in touched:
                writer.write(draft, digest(sheet.rows[draft.key]))
        counts = {"added": len(difference.added), "kept_as_edited": len(difference.kept)}
        record(warrant, "pages.put", data=counts)
    return difference


def withdraw_pages(keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove pages that a pack no longer brings; one above others stays, as the editors' own."""
    warrant.demand("pages.publish")
    listed = set(keys)
    if not listed:
        return
    with transaction.atomic():
        made = Made.objects.select_related("page")
        gone = [one for one in made if (one.stem, one.language) in listed]
        for one in sorted(gone, key=lambda one: -one.page.depth):
            page = Page.objects.get(pk=one.page.pk)
            one.delete()
            if not page.get_children().exists():
                page.delete()
        record(warrant, "pages.withdraw", data={"pages": len(gone)})


def _parents_first(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the pages so that each comes after the one above it, neighbours in their order."""
    by_key = {draft.key: draft for draft in drafts}

    def depth(draft: Draft) -> int:
        return 0 if draft.above is None else 1 + depth(by_key[draft.above])

    return sorted(drafts, key=lambda one: (depth(one), one.key[1] != "vi", one.rank))


class _Writer:
    """Writes pages into the tree: first all of them in their places, then what they say."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._addresses = Addresses(drafts)
        made = Made.objects.select_related("page")
        self._pages: dict[Key, Page] = {(one.stem, one.language): one.page for one in made}
        self._ids = {
            "office": dict(Office.objects.values_list("code", "pk")),
            "picture": dict(Picture.objects.exclude(code="").values_list("code", "pk")),
        }
        self._documents = dict(Document.objects.values_list("code", "pk"))
        self._locales = {code: _locale(code) for code in ("vi", "en")}

    def place(self, draft: Draft) -> None:
        """Make the page below the one above it, where it does not stand yet as this kind."""
        stands = self._pages.get(draft.key)
        if stands is not None and stands.specific_class is draft.model:
            return
        stem, language = draft.key
        page = draft.model(**draft.columns, **_empty(draft), locale=self._locales[language])
        twin = self._pages.get((stem, "en" if language == "vi" else "vi"))
        if stands is not None:
            _replace(stands, page)
        else:
            page.translation_key = twin.translation_key if twin else page.translation_key
            self._above(draft).add_child(instance=page)
        if draft.model is HomePage and language == "vi":
            _make_first(page)
        self._pages[draft.key] = page

    def write(self, draft: Draft, made_as: str) -> None:
        """Write the page's fields and body as a revision, and publish it."""
        page: KeptPage = Page.objects.get(
            pk=self._pages[draft.key].pk
        ).specific  # with its children
        said = {**draft.columns, **draft.body(self._addresses.link(draft), self._picture)}
        for name, code in draft.named.items():
            kind = "picture" if name == "picture" else "office"
            said[f"{name}_id"] = self._ids[kind][code] if code else None
        for name, value in said.items():
            setattr(page, name, value)
        self._hang_on(page, draft)
        page.save_revision(log_action=False).publish(log_action=False)
        stem, language = draft.key
        values = {"stem": stem, "language": language, "made_as": made_as}
        Made.objects.update_or_create(page_id=page.pk, defaults=values)

    def _above(self, draft: Draft) -> Page:
        root: Page | None = Page.get_first_root_node()
        found = self._pages.get(draft.above) if draft.above else root
        if found is None:
            raise LookupError(f"{draft.key}: no page above")
        return Page.objects.get(pk=found.pk)

    def _picture(self, code: str) -> int:
        return self._ids["picture"][code]

    def _hang_on(self, page: KeptPage, draft: Draft) -> None:
        """Hang the bases of a policy and the ways of a situation on the page."""
        if isinstance(page, PolicyPage):
            page.bases = [
                page.bases.model(sort_order=at, document_id=self._documents[code], where=where)
                for at, (code, where) in enumerate(draft.bases)
            ]
        if isinstance(page, SituationPage):
            page.links = [
                page.links.model(sort_order=at, **self._way(named, draft.key[1]))
                for at, named in enumerate(draft.row["leads_to"])
            ]

    def _way(self, named: str, language: str) -> dict[str, object]:
        kind, _, code = named.partition(":")
        if kind == "page":
            return {"leads_to": self._pages[code, language]}
        return {kind: code}


def _replace(old: Page, page: KeptPage) -> None:
    """Put a page of another kind where one stands; what lies below goes along."""
    page.slug = f"{page.slug}-{old.pk}"  # until it is written
    stands = Page.objects.get(pk=old.pk)
    stands.add_sibling(pos="right", instance=page)
    for below in Page.objects.get(pk=old.pk).get_children():
        below.move(Page.objects.get(pk=page.pk), pos="last-child")
    Page.objects.get(pk=old.pk).delete()
    Page.objects.filter(pk=page.pk).update(translation_key=old.translation_key)


def _empty(draft: Draft) -> dict[str, str]:
    """Return the texts that may not be missing, until they are written."""
    return (
        dict.fromkeys(("who_for", "what_it_gives", "how_to_get"), "–")
        if (draft.model is PolicyPage)
        else {}
    )


def _locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def _make_first(page: HomePage) -> None:
    """Let the site begin at the page; the one that came with the tables goes."""
    came = Page.objects.filter(depth=2).exclude(homepage__isnull=False)
    values = {"hostname": "localhost", "port": 80, "root_page": page}
    Site.objects.update_or_create(
        is_default_site=True, defaults={**values, "site_name": settings.SITE_NAME}
    )
    for one in came:
        one.delete()

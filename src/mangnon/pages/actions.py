"""Acts on the written pages that do not come from the editors' own screens."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.legislation.models import Document
from mangnon.packsync import Difference, Sheet, compare
from mangnon.pages.drafting import Draft
from mangnon.pages.models import HomePage, Made, PolicyPage, SituationPage
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
        standing = {(one.stem, one.language): one for one in _standing()}
        kept = {key for key, made in standing.items() if _edited(made)}
        writer = _Writer(standing)
        for draft in _parents_first(drafts):
            if draft.key in touched and draft.key not in kept:
                writer.place(draft)
        for draft in drafts:
            if draft.key in touched and draft.key not in kept:
                writer.write(draft, sheet.rows[draft.key][0])
        counts = {"added": len(difference.added), "kept_as_edited": len(kept & touched)}
        record(warrant, "pages.put", data=counts)
    return difference


def withdraw_pages(keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove pages that a pack no longer brings; an edited one stays and is the editors' own."""
    warrant.demand("pages.publish")
    listed = set(keys)
    if not listed:
        return
    with transaction.atomic():
        gone = [one for one in _standing() if (one.stem, one.language) in listed]
        for made in sorted(gone, key=lambda one: -one.page.depth):
            edited, page = _edited(made), made.page
            made.delete()
            if not edited and not page.get_children().exists():
                Page.objects.get(pk=page.pk).delete()
        record(warrant, "pages.withdraw", data={"pages": len(gone)})


def _standing() -> Iterable[Made]:
    return Made.objects.select_related("page")


def _edited(made: Made) -> bool:
    """Whether somebody has kept another version since the pack wrote the page."""
    return made.page.latest_revision_id != made.revision


def _parents_first(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the pages so that each comes after the one above it, neighbours in their order."""
    by_key = {draft.key: draft for draft in drafts}

    def depth(draft: Draft) -> int:
        return 0 if draft.above is None else 1 + depth(by_key[draft.above])

    return sorted(drafts, key=lambda one: (depth(one), one.key[1] != "vi", one.rank))


class _Writer:
    """Writes pages into the tree: first all of them in their places, then what they say."""

    def __init__(self, standing: dict[Key, Made]) -> None:
        self._made = standing
        self._pages: dict[Key, Page] = {key: one.page for key, one in standing.items()}
        self._offices = dict(Office.objects.values_list("code", "pk"))
        self._documents = dict(Document.objects.values_list("code", "pk"))
        self._locales = {code: _locale(code) for code in ("vi", "en")}

    def place(self, draft: Draft) -> None:
        """Make the page below the one above it, where it does not stand yet."""
        if draft.key in self._pages:
            return
        stem, language = draft.key
        page = draft.model(
            **draft.fields(self._offices),
            **_empty(draft),
            locale=self._locales[language],
        )
        twin = self._pages.get((stem, "en" if language == "vi" else "vi"))
        if twin is not None:
            page.translation_key = twin.translation_key
        above = self._above(draft)
        above.add_child(instance=page)
        if draft.model is HomePage and language == "vi":
            _make_first(page)
        self._pages[draft.key] = page

    def write(self, draft: Draft, digest: str) -> None:
        """Write the page's fields and body as a revision, and publish it."""
        page: KeptPage = Page.objects.get(
            pk=self._pages[draft.key].pk
        ).specific  # with its children
        for name, value in {**draft.fields(self._offices), **draft.body(self._link(draft))}.items():
            setattr(page, name, value)
        self._hang_on(page, draft)
        revision = page.save_revision(log_action=False)
        revision.publish(log_action=False)
        values = {"digest": digest, "revision": revision.pk}
        Made.objects.update_or_create(
            page_id=page.pk, stem=draft.key[0], language=draft.key[1], defaults=values
        )

    def _above(self, draft: Draft) -> Page:
        root: Page | None = Page.get_first_root_node()
        found = self._pages.get(draft.above) if draft.above else root
        if found is None:
            raise LookupError(f"{draft.key}: no page above")
        return Page.objects.get(pk=found.pk)

    def _link(self, draft: Draft) -> "_Link":
        return _Link(self._pages, draft.key[1])

    def _hang_on(self, page: KeptPage, draft: Draft) -> None:
        """Hang the bases of a policy and the ways of a situation on the page."""
        if isinstance(page, PolicyPage):
            split = [one.partition("|") for one in draft.row["basis"]]
            page.bases = [
                page.bases.model(document_id=self._documents[code.strip()], where=where.strip())
                for code, _, where in split
            ]
        if isinstance(page, SituationPage):
            page.links = [
                page.links.model(**self._way(named, draft.key[1]))
                for named in draft.row["leads_to"]
            ]

    def _way(self, named: str, language: str) -> dict[str, object]:
        kind, _, code = named.partition(":")
        if kind == "page":
            return {"leads_to": self._pages[code, language]}
        return {kind: code}


class _Link:
    """Turns ``page:STEM`` into the address of the page; any other link stays."""

    def __init__(self, pages: dict[Key, Page], language: str) -> None:
        self._pages, self._language = pages, language

    def __call__(self, href: str) -> str:
        kind, _, stem = href.partition(":")
        if kind != "page":
            return href
        page = Page.objects.get(pk=self._pages[stem, self._language].pk)
        return str(page.specific.url)


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

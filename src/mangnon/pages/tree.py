"""The written pages as the public site reads them: the menu, the way to a page, what is below."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from mangnon.pages.announcing import MENU
from mangnon.pages.models import HomePage, SectionPage, TextPage
from mangnon.pages.roots import PREFIX
from mangnon.snapshots import listing
from mangnon.snapshots.tags import children
from mangnon.text.sentence import Language


@dataclass(frozen=True, slots=True)
class Tree:
    """One language's pages, from its first page on."""

    home: HomePage
    language: Language

    def address(self, page: Page) -> str:
        """Return the address of a page below this tree's first one."""
        return PREFIX[self.language] + page.url_path[len(self.home.url_path) :]

    def menu(self) -> list[tuple[str, str, str]]:
        """Return title, address and path of the pages of the menu, the first page before them."""
        with listing(MENU):
            below = list(Page.objects.child_of(self.home).live().in_menu().order_by("path"))
        lines = [(one.title, self.address(one), one.path) for one in below]
        return [(_("Trang chủ"), self.address(self.home), self.home.path), *lines]

    def crumbs(self, page: Page) -> list[tuple[str, str | None]]:
        """Return the way from the first page to a page; none on the first page itself."""
        if page.pk == self.home.pk:
            return []
        with listing():  # a page that moves announces itself
            above = list(page.get_ancestors().filter(depth__gte=self.home.depth).live())
        return [*((one.title, self.address(one)) for one in above), (page.title, None)]

    def foot(self) -> list[tuple[str, str]]:
        """Return title and address of the pages that stand at the foot of every page."""
        pages = TextPage.objects.descendant_of(self.home).live().filter(in_foot=True)
        with listing(MENU):
            return [(one.title, self.address(one)) for one in pages.order_by("path")]

    def section(self, kind: str) -> SectionPage | None:
        """Return the section of a kind, where there is one."""
        with listing(MENU):
            return SectionPage.objects.descendant_of(self.home).live().filter(kind=kind).first()

    def below(self, page: Page) -> list[Page]:
        """Return the live pages directly below one, in the editors' order."""
        with listing(children(page.pk)):
            return list(Page.objects.child_of(page).live().order_by("path").specific())


def tree_for(request: HttpRequest, language: Language) -> Tree | None:
    """Return a language's pages, looked up once for a request."""
    known: dict[Language, Tree | None] = request.__dict__.setdefault("written_trees", {})
    if language not in known:
        known[language] = tree_of(language)
    return known[language]


def tree_of(language: Language) -> Tree | None:
    """Return a language's pages; None where nobody has written a first page."""
    with listing(MENU):
        homes = HomePage.objects.select_related("office")
        home = homes.filter(locale__language_code=language, live=True).first()
    return None if home is None else Tree(home, language)

"""What the public reads of the written pages; drafts and the editors' own tables are not public.

A page's kind keeps its columns in a table of its own, which is read together with the page: where
the page is a draft, the public role finds neither.
"""

from django.apps import apps

from mangnon.walls import public, shared, shown

public(
    *("pages.HomePage", "pages.SectionPage", "pages.TextPage", "pages.SituationPage"),
    *("pages.SituationLink", "pages.PolicyPage", "pages.PolicyBasis", "pages.NewsIndexPage"),
    *("pages.NewsPage", "pages.RelatedNews", "pages.Picture", "pages.Rendition"),
    *("pages.Consent", "pages.WebsiteLinks", "pages.WebsiteLink"),
    *("wagtailcore.Site", "wagtailcore.Locale", "wagtaildocs.Document"),
    "wagtailredirects.Redirect",
)
shown("wagtailcore.Page", when="live")
shown("pages.OfficeProfile", when="live")
shown("pages.StatisticalReport", when="live")
shown("pages.ContextSeries", when="live")
shown(
    "pages.ContextValue",
    when="EXISTS (SELECT 1 FROM pages_contextseries s "
    "WHERE s.id = pages_contextvalue.series_id AND s.live)",
)
shared("pages.Made")
shared("access.User_groups", "access.User_user_permissions")
# The editors' house keeps these for itself.
shared(
    *("taggit.Tag", "taggit.TaggedItem", "simple_translation.SimpleTranslation"),
    *("wagtailadmin.Admin", "wagtailadmin.EditingSession", "wagtailadmin.FormState"),
    *("wagtailusers.UserProfile", "wagtailembeds.Embed"),
    *("wagtailimages.Image", "wagtailimages.Rendition"),
)
shared(*(one._meta.label for one in apps.get_app_config("wagtailsearch").get_models()))
shared(
    *(
        f"wagtailcore.{name}"
        for name in (
            *("APIToken", "Collection", "CollectionViewRestriction", "Comment", "CommentReply"),
            *("CollectionViewRestriction_groups", "GroupApprovalTask", "GroupApprovalTask_groups"),
            *("GroupCollectionPermission", "GroupPagePermission", "GroupSitePermission"),
            *("ModelLogEntry", "PageLogEntry", "PageSubscription", "PageViewRestriction"),
            *("PageViewRestriction_groups", "ReferenceIndex", "Revision", "Task", "TaskState"),
            *("UploadedFile", "Workflow", "WorkflowContentType", "WorkflowPage"),
            *("WorkflowState", "WorkflowTask"),
        )
    )
)

"""How long this room keeps what names a person; and the tables of kept libraries, which cannot say.

Whoever edits pages is known to Wagtail, and whoever signs in to the libraries of signing in, by
the account; a password that failed and an address are forgotten with the count.
"""

from django.apps import apps

from mangnon.lasting import personal, plain

personal("retention.Erasure", account="by", plain="child erased_on why decision")

personal("account.EmailAddress", account="user email", plain="verified primary")
personal("account.EmailConfirmation", session="email_address key", plain="created sent")
personal("mfa.Authenticator", account="user data", plain="type created_at last_used_at")
personal("socialaccount.SocialAccount", account="user uid extra_data",
         plain="provider last_login date_joined")  # fmt: skip
personal("socialaccount.SocialToken", session="account token token_secret", plain="app expires_at")
_ADDRESSED = "user_agent ip_address username http_accept path_info attempt_time"
personal("axes.AccessFailureLog", session=_ADDRESSED, plain="locked_out")
personal("axes.AccessAttempt", session=f"{_ADDRESSED} get_data post_data",
         plain="failures_since_start")  # fmt: skip
personal("axes.AccessAttemptExpiration", session="access_attempt", plain="expires_at")
personal("axes.AccessLog", session=f"{_ADDRESSED} session_hash", plain="logout_time")
personal("wagtailusers.UserProfile", account=(
    "user submitted_notifications approved_notifications rejected_notifications "
    "updated_comments_notifications preferred_language current_time_zone avatar dismissibles "
    "theme contrast density keyboard_shortcuts"
))  # fmt: skip
personal("wagtailadmin.EditingSession", session="user", plain=(
    "content_type object_id last_seen_at is_editing"
))  # fmt: skip
personal("wagtailadmin.FormState", session="user data", plain=(
    "content_type object_id parent_object_id last_updated_at"
))  # fmt: skip
personal("wagtailcore.APIToken", account="user name", plain=(
    "key_hash prefix created revoked_at last_used_at"
))  # fmt: skip
personal("wagtailcore.Comment", account="user text", plain=(
    "page contentpath position created_at updated_at revision_created resolved_at resolved_by"
))  # fmt: skip
personal("wagtailcore.CommentReply", account="user text", plain="comment created_at updated_at")
personal("wagtailcore.PageSubscription", account="user", plain="page comment_notifications")
personal("wagtailcore.Revision", account="user", published="content object_str", plain=(
    "content_type base_content_type object_id created_at approved_go_live_at"
))  # fmt: skip
for _kind in ("ModelLogEntry", "PageLogEntry"):
    _of = "object_id" if _kind == "ModelLogEntry" else "page"
    personal(f"wagtailcore.{_kind}", account="user", published="label data", plain=(
        f"content_type action timestamp uuid revision content_changed deleted {_of}"
    ))  # fmt: skip
plain(
    "contenttypes.ContentType", "auth.Permission", "auth.Group_permissions", "auth.Group",
    "wagtailredirects.Redirect", "wagtailembeds.Embed", "wagtailsearch.IndexEntry",
    "wagtaildocs.Document", "wagtailimages.Image", "wagtailimages.Rendition",
    "wagtailcore.Locale", "wagtailcore.Site", "wagtailcore.GroupSitePermission",
    "wagtailcore.CollectionViewRestriction_groups", "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Collection", "wagtailcore.GroupCollectionPermission", "wagtailcore.UploadedFile",
    "wagtailcore.WorkflowContentType", "wagtailcore.WorkflowState", "wagtailcore.Workflow",
    "wagtailcore.WorkflowTask", "wagtailcore.Task", "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.GroupApprovalTask", "wagtailcore.TaskState", "wagtailcore.Page",
    "wagtailcore.GroupPagePermission", "wagtailcore.PageViewRestriction_groups",
    "wagtailcore.PageViewRestriction", "wagtailcore.WorkflowPage", "wagtailcore.ReferenceIndex",
    "simple_translation.SimpleTranslation", "wagtailadmin.Admin",
    "taggit.Tag", "taggit.TaggedItem", "socialaccount.SocialApp",
)  # fmt: skip
# Wagtail's own search index has a table more on SQLite.
plain(*(
    model._meta.label for model in apps.get_app_config("wagtailsearch").get_models()
    if model.__name__ == "SQLiteFTSIndexEntry"
))  # fmt: skip

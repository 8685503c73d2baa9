"""People, their roles, and the tables of the libraries that sign them in."""

from mangnon.walls import public, shared

shared("access.User", "access.Holding", "access.Loan", "access.Sending", "access.Typed")
shared("access.Session", "access.OneTimeCode", "access.FactorReset", "access.Counter")
public("contenttypes.ContentType", desk="read")  # of what kind a written page is
shared("auth.Permission", desk="read")
shared("auth.Group", "auth.Group_permissions")
shared("mfa.Authenticator", "account.EmailAddress", "account.EmailConfirmation")
shared(
    *("socialaccount.SocialAccount", "socialaccount.SocialApp", "socialaccount.SocialToken"),
    *("axes.AccessAttempt", "axes.AccessAttemptExpiration"),
    *("axes.AccessFailureLog", "axes.AccessLog"),
)

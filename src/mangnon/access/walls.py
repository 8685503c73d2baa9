"""People, their roles, and the tables of the libraries that sign them in."""

from mangnon.walls import shared

shared("access.User", "access.Holding", "access.Loan")
shared(
    *("sessions.Session", "usersessions.UserSession", "mfa.Authenticator"),
    *("account.EmailAddress", "account.EmailConfirmation"),
    *("axes.AccessAttempt", "axes.AccessAttemptExpiration"),
    *("axes.AccessFailureLog", "axes.AccessLog"),
)
shared("contenttypes.ContentType", "auth.Permission", desk="read")
shared("auth.Group", "auth.Group_permissions")

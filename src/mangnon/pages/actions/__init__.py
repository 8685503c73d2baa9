"""Acts on what editors keep that do not come from their own screens."""

from mangnon.pages.actions.kept import put_kept, put_pictures, withdraw_kept
from mangnon.pages.actions.written import put_pages, withdraw_pages

__all__ = ["put_kept", "put_pages", "put_pictures", "withdraw_kept", "withdraw_pages"]

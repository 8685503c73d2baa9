"""The nightly static export: the whole public site as files that any web server can hand out."""

from mangnon.snapshots.export.exporting import Exported, export_site

__all__ = ["Exported", "export_site"]

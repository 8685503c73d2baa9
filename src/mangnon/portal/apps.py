from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "mangnon.portal"
    label = "portal"

    def ready(self) -> None:
        """Offer what pages show and count; say which parameters they read: others are dropped."""
        from mangnon.portal import sections
        from mangnon.portal.choices import KNOWN
        from mangnon.portal.written import offer_contexts
        from mangnon.snapshots.addresses import choices

        offer_contexts()
        sections.offer_all()
        choices(*KNOWN, "nam", "trang")

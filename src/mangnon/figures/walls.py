"""Releases are made to be read by everybody."""

from mangnon.walls import public, shown

# A release names who made it; but for what others publish, no other officer's name is public.
shown(
    "audit.Actor",
    when="EXISTS (SELECT 1 FROM figures_release r WHERE r.made_by_id = audit_actor.id)",
)
public("figures.Release", "figures.Figure", "figures.Verdict")

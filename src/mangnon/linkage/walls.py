"""A pair is seen where either of its two children is; a merger with its pair."""

from mangnon.walls import hangs_on, private

_EITHER = hangs_on("register_child c", "c.id IN (first_id, second_id)")
private("linkage.Candidate", seen=_EITHER)
private("linkage.Merger", seen=hangs_on("linkage_candidate p", "p.id = candidate_id"))

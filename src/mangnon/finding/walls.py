"""What can be found is public; what was sought in vain comes in without being read."""

from mangnon.walls import inbox, public

public("finding.Entry", "finding.Word", "finding.Synonym", "finding.Version", "finding.Terms")
inbox("finding.Missed")

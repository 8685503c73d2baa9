"""The sections that every report has, whichever other rooms offer theirs."""
